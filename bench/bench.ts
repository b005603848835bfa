import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import CliTable from 'cli-table3';
import { coverageTimes, PERIODS } from './coverage.ts';
import { makeFixture, multiplied } from './fixture.ts';
import { importTimes } from './import.ts';
import { disputed, resolutionTimes } from './resolution.ts';
import { hasSqliteShell, medians, tiaochu, timed } from './run.ts';

/** `npm run bench [-- --quick]`: everything in one run, as ratios; prints a table and keeps nothing. */
const quick = process.argv.includes('--quick');
const runs = quick ? 5 : 11;
const shell = hasSqliteShell();
const rows: string[][] = [];
const ms = (value: number | undefined) => (value === undefined ? 'n/a' : `${value.toFixed(0)} ms`);
const ratio = (a: number | undefined, b: number | undefined) => (a && b ? (a / b).toFixed(2) : 'n/a');
const say = (text: string) => process.stderr.write(`${text}\n`);

const folder = mkdtempSync(join(tmpdir(), 'tiaochu-bench-'));
try {
  say('making the demo banner …');
  const fixture = makeFixture(folder);

  say('start-up …');
  const household = '150722100200010001';
  const start = medians(runs * 2, {
    node: () => timed(process.execPath, ['-e', '0']),
    version: () => tiaochu('--version'),
    lookup: () => tiaochu('household', 'show', household, '--ledger', fixture.full),
  });
  rows.push(['empty Node', ms(start.node), '1', '']);
  rows.push(['tiaochu --version', ms(start.version), ratio(start.version, start.node), 'of an empty Node']);
  rows.push(['tiaochu household show', ms(start.lookup), ratio(start.lookup, start.node), 'of an empty Node']);

  if (shell) {
    say('import …');
    const load = importTimes(fixture, quick ? 1 : 3);
    rows.push(['sqlite3 .import, 271,229 rows', ms(load.shell), '1', '']);
    rows.push([
      'tiaochu visit import, the same',
      ms(load.tiaochu),
      ratio(load.tiaochu, load.shell),
      'of sqlite3 .import (at most 0.60)',
    ]);
  } else say('no sqlite3 shell here: the import and the reports are not compared with it');

  const ledgers: [string, string][] = [['271 thousand visits', fixture.full]];
  if (!quick) {
    say('making 3 million visits …');
    ledgers.push(['3 million visits', multiplied(fixture, 3_000_000)]);
  }
  for (const [size, ledger] of ledgers)
    for (const period of Object.keys(PERIODS) as (keyof typeof PERIODS)[]) {
      say(`coverage, ${size}, ${period} …`);
      const { node = 0, report = 0, shell: query } = coverageTimes(ledger, period, runs, shell);
      rows.push([
        `coverage, ${size}, ${period}`,
        ms(report),
        ratio(report, query),
        `of the sqlite3 shell; ${ms(report - node)} above Node`,
      ]);
    }

  say('making 50,000 disputes …');
  const { node = 0, report = 0 } = resolutionTimes(disputed(fixture, 50_000), runs);
  rows.push([
    'resolution of a month, 50,000 disputes',
    ms(report),
    ratio(report, node),
    `of an empty Node; ${ms(report - node)} above it (at most 150)`,
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const table = new CliTable({ head: ['what', 'median', 'ratio', ''], style: { head: [], border: [] } });
table.push(...rows);
process.stdout.write(`${table.toString()}\n`);
