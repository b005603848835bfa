import { basename } from 'node:path';
import { type Context, command, type Outcome } from '../../cli/command.ts';
import { EXIT } from '../../cli/exit.ts';
import { argumentList, flag, option, optionList } from '../../cli/param.ts';
import { Failure } from '../../kernel/failure.ts';
import { counted, type Text, wordList } from '../../kernel/text.ts';
import { column, type Row, type Table } from '../../kernel/view.ts';
import { type Keys, openSource } from '../carrying/opening.ts';
import type { Address } from '../database/address.ts';
import { databaseOf, openRegion } from '../database/region.ts';
import type { CountySource } from '../loading/county-state.ts';
import { holdersFor } from '../loading/holders.ts';
import { loadCounty } from '../loading/load.ts';
import { databaseParam } from './params.ts';

export const loadCommand = command({
  name: 'load',
  zh: '装载',
  summary: {
    zh: '把旗县台账中报表所计的数据装入汇总库，不含个人信息；可重复，中断后接着进行',
    en: 'load what reports count from the counties’ ledgers, without personal data; can be repeated, goes on after an interruption',
  },
  example: 'region load tiaochu.db --database postgresql://tiaochu@db/region',
  access: 'none',
  takesLong: true,
  params: {
    ledgers: argumentList('<ledger...>', {
      zh: '旗县的台账，或 tiaochu region export 导出的文件，可写多个',
      en: 'the counties’ ledgers, or the files that region export wrote there',
    }),
    database: databaseParam,
    older: flag('--older', {
      zh: '台账比已装载的旧（如用备份恢复过）也装载',
      en: 'also where the ledger is older than what is loaded, such as after a restored backup',
    }),
    trust: optionList(
      '--trust <mark...>',
      {
        zh: '旗县第一次交来文件时：已打电话核对过的密钥校验码',
        en: 'for a county’s first file: the mark of its key, once it was compared by telephone',
      },
      text => text.trim(),
    ),
    identity: option('--identity <file>', {
      zh: '私钥文件，用来打开加密的文件（由 age-keygen 生成）',
      en: 'the file with the secret key that opens encrypted files, as age-keygen writes it',
    }),
  },
  run: (context, { ledgers, database, older, trust = [], identity }) =>
    loadAll(context, {
      files: [...new Set(ledgers)],
      address: databaseOf(database, context.env),
      isOlderMeant: older,
      trusted: trust,
      identity,
    }),
});

interface Wish extends Keys {
  readonly files: readonly string[];
  readonly address: Address;
  readonly isOlderMeant: boolean;
  readonly trusted: readonly string[];
}

/** Loads one ledger after the other; of several a bad one does not stop the others. */
async function loadAll(context: Context, wish: Wish): Promise<Outcome> {
  // A database that cannot be reached is said once, not for each ledger.
  await (await openRegion(wish.address, context.env)).close();
  const rows: Row[] = [];
  let failed = 0;
  for (const file of wish.files)
    try {
      rows.push(await loadFile(context, file, wish));
    } catch (error) {
      if (!(error instanceof Failure) || wish.files.length === 1) throw error;
      failed++;
      rows.push({ ledger: basename(file), result: RESULTS.failed, reason: error.text });
      context.details([named(file, error.text), ...(error.hint ? [error.hint] : [])]);
    }
  return { view: loadedTable(rows, failed), exit: failed > 0 ? EXIT.rejected : EXIT.done };
}

const named = (file: string, { zh, en }: Text): Text => ({ zh: `${file}：${zh}`, en: `${file}: ${en}` });

async function loadFile(context: Context, file: string, wish: Wish): Promise<Row> {
  const { address, isOlderMeant, trusted } = wish;
  const source = await openSource(context, file, wish);
  try {
    const region = await openRegion(address, context.env);
    const holders = holdersFor(region, context.env);
    try {
      const step = (done: number, total: number) => context.progress({ what: titleOf(source), done, total });
      const { result, rows } = await loadCounty(source, {
        region,
        holders,
        isOlderMeant,
        trusted,
        at: context.at,
        step,
      });
      const { county, name, entry, at } = source;
      return {
        ...{ ledger: basename(file), county_code: county, county: name, result: RESULTS[result], rows },
        ...{ entry, entry_at: at },
      };
    } finally {
      await holders.close();
      await region.close();
    }
  } finally {
    source.close();
  }
}

const titleOf = ({ county, name }: CountySource): Text => ({ zh: `${county} ${name}`, en: `${county} ${name}` });

const RESULTS = wordList({
  loaded: { zh: '已装载', en: 'loaded' },
  resumed: { zh: '接着装载完成', en: 'gone on and loaded' },
  unchanged: { zh: '此前已装载，没有变动', en: 'already loaded' },
  failed: { zh: '未装载', en: 'not loaded' },
});

const COLUMNS = [
  column('ledger', '台账', 'Ledger', 'code'),
  column('county_code', '旗县代码', 'County code', 'code'),
  column('county', '旗县', 'County', 'label'),
  column('result', '结果', 'Result', 'word'),
  column('rows', '行数', 'Rows', 'integer'),
  column('entry', '日志至', 'Up to entry', 'integer'),
  column('entry_at', '该条时间', 'Entered at', 'instant'),
  column('reason', '原因', 'Reason', 'label'),
] as const;

function loadedTable(rows: readonly Row[], failed: number): Table {
  const notes = failed === 0 ? [] : [notLoaded(failed)];
  return { shape: 'table', columns: COLUMNS, rows, notes };
}

const notLoaded = (failed: number): Text => ({
  zh: `${failed} 个台账没有装载；其余已装载的不受影响`,
  en: `${counted(failed, 'ledger')} not loaded; the others are`,
});
