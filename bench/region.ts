import { statSync } from 'node:fs';
import CliTable from 'cli-table3';
import { asAddress } from '../src/region/database/address.ts';
import { openRegion } from '../src/region/database/region.ts';
import { countiesOf } from '../src/region/loading/region-store.ts';
import { postgresPrograms, type Server, startServer } from '../test/support/postgres.ts';
import { type MadeCounty, madeCounties } from './region-counties.ts';
import { compared, type OwnFigures, ownFigures } from './region-same.ts';
import { medians, tiaochu } from './run.ts';

const TODAY = '2023-12-31';
const REPORTS = ['coverage', 'resolution', 'matrix', 'petitions', 'headline', 'scorecard'];
const SECONDS = 1000;

/** What was measured on so many counties. */
interface Measured {
  readonly servers: number;
  readonly counties: number;
  readonly rows: number;
  readonly loadMs: number;
  readonly reports: Readonly<Record<string, number>>;
}

/**
 * Loads synthetic counties into one PostgreSQL and into three, compares every figure with the counties' own reports, and
 * times loading and reports at 1, 10 and 100 counties. Returns whether every figure is what it should be.
 */
export async function regionBench(folder: string, runs: number, isQuick: boolean): Promise<boolean> {
  const programs = postgresPrograms();
  if (programs === undefined) return true;
  process.env.TIAOCHU_TODAY = TODAY;
  const steps = isQuick ? [1, 5, 20] : [1, 10, 100];
  const made = madeCounties(folder, Math.max(...steps));
  const own = new Map(made.map(county => [county.code, ownFigures(county, TODAY)] as const));
  say(
    `${made.length} counties, ${megabytes(made)} MB of ledgers, made from demo ledgers (seeds 0 to ${made.length - 1})`,
  );
  const measured: Measured[] = [];
  let isSame = true;
  for (const count of [1, 3]) {
    const servers = await Promise.all(Array.from({ length: count }, () => startServer(programs)));
    try {
      const [region] = servers as [Server];
      process.env.TIAOCHU_DATABASE = region.url;
      tiaochu('region', 'init', ...servers.slice(1).flatMap(({ url }) => ['--holder', url]));
      for (const [i, counties] of steps.entries())
        measured.push(await measure(region, count, made.slice(0, counties), steps[i - 1] ?? 0, runs));
      isSame = (await isRight(region, made, own, count)) && isSame;
    } finally {
      for (const server of servers) server.remove();
    }
  }
  process.stdout.write(`${tableOf(measured)}\n`);
  return isSame;
}

async function measure(region: Server, servers: number, counties: readonly MadeCounty[], before: number, runs: number) {
  const rowsBefore = await rowsIn(region);
  const { ms } = tiaochu('region', 'load', ...counties.slice(before).map(({ path }) => path));
  const rows = (await rowsIn(region)) - rowsBefore;
  const period = ['--year', '2023', '--by', 'league', '--format', 'json'];
  const rivals = Object.fromEntries(
    REPORTS.map(name => [name, () => tiaochu('region', 'report', name, ...period)] as const),
  );
  return { servers, counties: counties.length, rows, loadMs: ms, reports: medians(runs, rivals) };
}

/** Compares all figures; loads everything again, and a part of it, after which nothing may have changed. */
async function isRight(
  region: Server,
  made: readonly MadeCounty[],
  own: ReadonlyMap<string, OwnFigures>,
  count: number,
) {
  const before = await stateOf(region);
  const again = tiaochu('region', 'load', ...made.map(({ path }) => path));
  tiaochu('region', 'load', ...made.filter((_, n) => n % 3 === 0).map(({ path }) => path));
  const isUnchanged = (await stateOf(region)) === before;
  const connection = await openRegion(asAddress(region.url), process.env);
  try {
    const { figures, differences } = await compared(connection, own, TODAY);
    say(
      `${count} server${count > 1 ? 's' : ''}: ${figures} figures compared, ${differences.length} differ; loading all again took ${(again.ms / SECONDS).toFixed(1)} s and changed ${isUnchanged ? 'nothing' : 'SOMETHING'}`,
    );
    for (const difference of differences.slice(0, 20)) say(`  ${difference}`);
    return differences.length === 0 && isUnchanged;
  } finally {
    await connection.close();
  }
}

const inRegion = async <T>({ url }: Server, work: (rows: Awaited<ReturnType<typeof countiesOf>>) => T): Promise<T> => {
  const connection = await openRegion(asAddress(url), process.env);
  try {
    return work(await countiesOf(connection));
  } finally {
    await connection.close();
  }
};
const rowsIn = (region: Server) => inRegion(region, counties => counties.reduce((sum, { rows }) => sum + rows, 0));
const stateOf = (region: Server) => inRegion(region, counties => JSON.stringify(counties));

function tableOf(measured: readonly Measured[]): string {
  const table = new CliTable({
    head: ['servers', 'counties', 'rows loaded', 'rows a second', 'ms a county', ...REPORTS.map(name => `${name}, s`)],
    style: { head: [], border: [] },
  });
  let before = 0;
  for (const { servers, counties, rows, loadMs, reports } of measured) {
    const added = counties > before ? counties - before : counties;
    before = counties;
    table.push([
      ...[servers, counties, rows, Math.round((rows / loadMs) * SECONDS), Math.round(loadMs / added)],
      ...REPORTS.map(name => ((reports[name] ?? 0) / SECONDS).toFixed(2)),
    ]);
  }
  return table.toString();
}

const megabytes = (made: readonly MadeCounty[]) =>
  Math.round(made.reduce((sum, { path }) => sum + statSync(path).size, 0) / 2 ** 20);
const say = (text: string) => process.stdout.write(`${text}\n`);
