import { coverageTimes, PERIODS } from './coverage.ts';
import { encryptedCopy, type Fixture, makeFixture, multiplied } from './fixture.ts';
import { importTimes } from './import.ts';
import { disputed, resolutionTimes } from './resolution.ts';
import { hasSqliteShell, medians, tiaochu, timed } from './run.ts';

const ms = (value: number | undefined) => (value === undefined ? 'n/a' : `${value.toFixed(0)} ms`);
const ratio = (a: number | undefined, b: number | undefined) => (a && b ? (a / b).toFixed(2) : 'n/a');
const say = (text: string) => process.stderr.write(`${text}\n`);

/** This program's times, each as a ratio to an empty Node or to the sqlite3 shell: a row for each. */
export function figures(folder: string, runs: number, quick: boolean): string[][] {
  const shell = hasSqliteShell();
  if (!shell) say('no sqlite3 shell here: the import and the reports are not compared with it');
  say('making the demo banner …');
  const fixture = makeFixture(folder);
  return [
    ...startUp(fixture, runs * 2),
    ...(shell ? importing(fixture, quick ? 1 : 3) : []),
    ...coverage('271 thousand visits', fixture.full, runs, shell),
    ...(quick ? [] : coverage('3 million visits', multiplied(fixture, 3_000_000), runs, shell)),
    resolution(fixture, runs),
  ];
}

function startUp({ full }: Fixture, runs: number): string[][] {
  say('start-up …');
  const { ledger, keyFile } = encryptedCopy(full, 'encrypted-full.db');
  const household = ['household', 'show', '150722100200010001'];
  const start = medians(runs, {
    node: () => timed(process.execPath, ['-e', '0']),
    version: () => tiaochu('--version'),
    lookup: () => tiaochu(...household, '--ledger', full),
    encrypted: () => tiaochu(...household, '--ledger', ledger, '--key-file', keyFile),
  });
  return [
    ['empty Node', ms(start.node), '1', ''],
    ['tiaochu --version', ms(start.version), ratio(start.version, start.node), 'of an empty Node'],
    ['tiaochu household show', ms(start.lookup), ratio(start.lookup, start.node), 'of an empty Node'],
    ['… of an encrypted ledger', ms(start.encrypted), ratio(start.encrypted, start.lookup), 'of a plain one'],
  ];
}

function importing(fixture: Fixture, runs: number): string[][] {
  say('import …');
  const load = importTimes(fixture, runs);
  const bound = 'of sqlite3 .import (at most 0.60)';
  return [
    ['sqlite3 .import, 271,229 rows', ms(load.shell), '1', ''],
    ['tiaochu visit import, the same', ms(load.tiaochu), ratio(load.tiaochu, load.shell), bound],
    ['… into an encrypted ledger', ms(load.encrypted), ratio(load.encrypted, load.tiaochu), 'of a plain one'],
  ];
}

function coverage(size: string, ledger: string, runs: number, shell: boolean): string[][] {
  return (Object.keys(PERIODS) as (keyof typeof PERIODS)[]).map(period => {
    say(`coverage, ${size}, ${period} …`);
    const { node = 0, report = 0, shell: query } = coverageTimes(ledger, period, runs, shell);
    const above = `of the sqlite3 shell; ${ms(report - node)} above Node`;
    return [`coverage, ${size}, ${period}`, ms(report), ratio(report, query), above];
  });
}

function resolution(fixture: Fixture, runs: number): string[] {
  say('making 50,000 disputes …');
  const { node = 0, report = 0 } = resolutionTimes(disputed(fixture, 50_000), runs);
  const above = `of an empty Node; ${ms(report - node)} above it (at most 150)`;
  return ['resolution of a month, 50,000 disputes', ms(report), ratio(report, node), above];
}
