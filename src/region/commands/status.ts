import { type Context, command } from '../../cli/command.ts';
import { EXIT } from '../../cli/exit.ts';
import { Failure } from '../../kernel/failure.ts';
import { counted, wordList } from '../../kernel/text.ts';
import { column, type Table } from '../../kernel/view.ts';
import { asAddress } from '../database/address.ts';
import { type Connection, connectTo } from '../database/connection.ts';
import { databaseOf, openRegion } from '../database/region.ts';
import type { CountyRow, HolderRow, LoadRow } from '../database/schema.ts';
import { countiesInHand } from '../loading/county-lock.ts';
import { countiesOf, holdersOf, loadsOf, placesOf } from '../loading/region-store.ts';
import { databaseParam } from './params.ts';

export const statusCommand = command({
  name: 'status',
  zh: '状态',
  isDefault: true,
  summary: {
    zh: '已装载的旗县、未完成的装载、无法连接的服务器',
    en: 'the counties that are loaded, loads that are unfinished, servers that cannot be reached',
  },
  example: 'region status --database postgresql://tiaochu@db/region',
  access: 'none',
  params: { database: databaseParam },
  run: async (context, { database }) => {
    const region = await openRegion(databaseOf(database, context.env), context.env);
    try {
      const holders = await holdersOf(region);
      const down = await unreachable(context, holders);
      return { view: await statusTable(region, holders, down), exit: down.size > 0 ? EXIT.ledger : EXIT.done };
    } finally {
      await region.close();
    }
  },
});

/** The servers that do not answer; what is wrong with each is said. */
async function unreachable(context: Context, holders: readonly HolderRow[]): Promise<ReadonlySet<number>> {
  const found = await Promise.all(
    holders.map(async ({ id, address }) => {
      try {
        await (await connectTo(asAddress(address), context.env)).close();
        return [];
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        return [{ id, error }];
      }
    }),
  );
  for (const { error } of found.flat()) context.remark(error.text);
  return new Set(found.flat().map(({ id }) => id));
}

const COLUMNS = [
  column('county_code', '旗县代码', 'County code', 'code'),
  column('county', '旗县', 'County', 'label'),
  column('league', '盟市', 'League', 'label'),
  column('server', '服务器', 'Server', 'label'),
  column('status', '状态', 'Status', 'word'),
  column('rows', '行数', 'Rows', 'integer'),
  column('entry', '日志至', 'Up to entry', 'integer'),
  column('entry_at', '该条时间', 'Entered at', 'instant'),
  column('loaded_at', '装载时间', 'Loaded at', 'instant'),
] as const;

const STATUSES = wordList({
  loaded: { zh: '已装载', en: 'loaded' },
  'server-down': { zh: '服务器无法连接', en: 'server down' },
  loading: { zh: '正在装载', en: 'loading' },
  interrupted: { zh: '装载中断', en: 'interrupted' },
});

/** What a county has no value for yet while it is loaded for the first time. */
const NOTHING = { rows: null, entry: null, entry_at: null, loaded_at: null };

async function statusTable(
  region: Connection,
  holders: readonly HolderRow[],
  down: ReadonlySet<number>,
): Promise<Table> {
  const names = await placesOf(region);
  const counties = await countiesOf(region);
  const loads = await loadsOf(region);
  const inHand = await countiesInHand(region);
  const placeOf = ({ code, holder }: { readonly code: string; readonly holder: number | null }) => ({
    county_code: code,
    league: names.get(code.slice(0, 4)) ?? code.slice(0, 4),
    server: holders.find(({ id }) => id === holder)?.address ?? region.address.shown,
  });
  const known = new Map(counties.map(({ code, name }) => [code, name]));
  return {
    shape: 'table',
    columns: COLUMNS,
    rows: [
      ...counties.map(county => ({ ...placeOf(county), ...loaded(county, down) })),
      ...loads.map(load => ({
        ...placeOf({ code: load.county, holder: load.holder }),
        ...{ county: known.get(load.county) ?? names.get(load.county) ?? '', ...NOTHING },
        status: STATUSES[inHand.has(load.county) ? 'loading' : 'interrupted'],
      })),
    ],
    notes: [summed(counties, loads)],
  };
}

function loaded(county: CountyRow, down: ReadonlySet<number>) {
  const { name, holder, rows, entry, entry_at, loaded_at } = county;
  const isDown = holder !== null && down.has(holder);
  return { county: name, rows, entry, entry_at, loaded_at, status: STATUSES[isDown ? 'server-down' : 'loaded'] };
}

function summed(counties: readonly CountyRow[], loads: readonly LoadRow[]) {
  const rows = counties.reduce((sum, county) => sum + county.rows, 0);
  return {
    zh: `${counties.length} 个旗县，${rows} 行；未完成的装载 ${loads.length} 个，不影响已装载的数据`,
    en: `${counted(counties.length, 'county', 'counties')}, ${counted(rows, 'row')}; ${counted(loads.length, 'unfinished load')}: what is loaded does not change by them`,
  };
}
