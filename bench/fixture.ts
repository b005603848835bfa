import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addDays } from '../src/kernel/day.ts';
import { removeLedger } from '../src/ledger/open.ts';
import { connect } from '../src/ledger/sqlite.ts';
import { fillTallies } from '../src/ledger/visit-tallies.ts';
import { type Program, tiaochu } from './run.ts';

/** The ledgers that the benchmark works on, all in one temporary folder. */
export interface Fixture {
  readonly folder: string;
  /** The demo banner with its visits. */
  readonly full: string;
  /** The same without visits. */
  readonly empty: string;
  readonly visitsCsv: string;
}

/** Makes the demo banner, and the same banner before its first visit. */
export function makeFixture(folder: string, program: Program = tiaochu): Fixture {
  const full = join(folder, 'full.db');
  const empty = join(folder, 'empty.db');
  program('demo', '--ledger', full);
  program('init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗', '--ledger', empty);
  for (const [noun, file] of [
    ['unit', 'units'],
    ['cadre', 'cadres'],
    ['pair', 'pairs'],
    ['household', 'households'],
    ['assignment', 'assignments'],
  ] as const)
    program(noun, 'import', join(folder, `${file}.csv`), '--ledger', empty);
  return { folder, full, empty, visitsCsv: join(folder, 'visits.csv') };
}

/** A copy of a ledger to write into. */
export function fresh(path: string, name: string): string {
  const target = join(dirname(path), name);
  removeLedger(target);
  copyFileSync(path, target);
  return target;
}

/** The days of the campaign: each repetition is so much earlier, so that no household is visited twice on a day. */
const CAMPAIGN_DAYS = 245;

/** The demo banner with its campaign repeated in earlier years until it has so many visits. */
export function multiplied(fixture: Fixture, visits: number): string {
  return repeated(fresh(fixture.full, `visits-${visits}.db`), fixture, visits);
}

/** The banner with so many visits of earlier years, before the campaign. */
export function withEarlierVisits(fixture: Fixture, visits: number): string {
  return repeated(fresh(fixture.empty, `earlier-${visits}.db`), fixture, visits);
}

function repeated(path: string, { full }: Fixture, visits: number): string {
  const db = connect(path);
  db.pragma('cache_size = -400000');
  db.prepare('attach ? as campaign').run(full);
  const more = db.prepare(
    `insert or ignore into visit (household_id, visited_on, mode, pair_id, substitute, domains, diary, diary_by)
     select h.id, date(v.visited_on, ?), v.mode, p.id, v.substitute, v.domains, v.diary, c.id
     from campaign.visit v join campaign.household vh on vh.id = v.household_id join household h on h.code = vh.code
     join campaign.pair vp on vp.id = v.pair_id join pair p on p.code = vp.code
     join campaign.cadre vc on vc.id = v.diary_by join cadre c on c.code = vc.code
     where v.import_id is not null limit ?`,
  );
  const count = () => db.prepare('select count(*) from visit').pluck().get() as number;
  for (let back = 1; count() < visits; back++) more.run(`-${back * CAMPAIGN_DAYS} days`, visits - count());
  db.exec('delete from visited_tally; delete from made_tally');
  fillTallies(db);
  db.pragma('wal_checkpoint(truncate)');
  db.close();
  return path;
}

/** Files of visits, and how many these have: no single file may be larger than 256 MB. */
export interface VisitsFiles {
  readonly paths: readonly string[];
  readonly rows: number;
}

/** Where a row begins: a diary of several lines goes on below. */
const BEGINS = /^\d{4}-\d\d-\d\d,/;

/** The campaign's own file. */
export function campaignFile({ visitsCsv }: Pick<Fixture, 'visitsCsv'>): VisitsFiles {
  const lines = readFileSync(visitsCsv, 'utf8').split('\n');
  return { paths: [visitsCsv], rows: lines.filter(line => BEGINS.test(line)).length };
}

/** Files of visits with so many rows at least: the campaign's, and the same in earlier years. */
export function visitsFiles({ folder, visitsCsv }: Fixture, visits: number): VisitsFiles {
  const [header = '', ...lines] = readFileSync(visitsCsv, 'utf8').trimEnd().split('\n');
  const campaign = lines.filter(line => BEGINS.test(line)).length;
  const times = Math.ceil(visits / campaign);
  const paths = Array.from({ length: times }, (_, back) => join(folder, `visits-${back}.csv`));
  for (const [back, path] of paths.entries()) {
    if (existsSync(path)) continue;
    const earlier = lines.map(line =>
      BEGINS.test(line) ? addDays(line.slice(0, 10), -back * CAMPAIGN_DAYS) + line.slice(10) : line,
    );
    writeFileSync(path, `${[header, ...earlier].join('\n')}\n`);
  }
  return { paths, rows: times * campaign };
}
