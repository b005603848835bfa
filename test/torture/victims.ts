import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS } from '../../src/ledger/migrations.ts';
import { createLedger } from '../../src/ledger/open.ts';
import { giveKey } from '../support/fixed-keys.ts';
import { cardOf, ledgerIn, markOf, type OfficeLedger, PLACES } from '../support/offices.ts';
import { times } from './scale.ts';
import type { Stage } from './stage.ts';

/** A command that is killed, starved of room, or interrupted. */
export interface Victim {
  readonly name: string;
  argv(stage: Stage): readonly string[];
  /** What it needs in a stage that was set back. */
  prepare?(stage: Stage): Promise<unknown> | unknown;
}

const DAY = ['--on', '2023-12-30'];
const REGISTERED = [
  ...['dispute', 'register', '--unit', '150722100200', '--grade', 'simple', '--category', '02', '--title', '水'],
  ...['--applicant', '敖玉兰', '--respondent', '郭海山', '--yes'],
];
const file = (name: string) => (stage: Stage) => join(stage.folder, name);
const many = file('many.csv');

const { banner: BANNER, township: TOWNSHIP } = PLACES;
const BUNDLE = 'in.bundle';
/** The mark of the banner's key, which is the same in every stage. */
let mark = '';

/** Makes the stage's ledger the banner's, with a township's beside it. */
async function withTownship(stage: Stage): Promise<OfficeLedger> {
  const township = ledgerIn(stage.folder, join(stage.folder, 'township.db'));
  giveKey(stage.path, 'banner');
  await stage.done('bundle', 'office', 'add', BANNER, '--own');
  await township.done('init', '--county', BANNER, '--name', '莫力达瓦达斡尔族自治旗');
  await stage.done('bundle', 'office', 'add', TOWNSHIP, '--card', await cardOf(township));
  return township;
}

/** Makes the stage's ledger a township's that has got its first bundle. */
async function asTownship(stage: Stage): Promise<void> {
  const township = await withTownship(stage);
  await stage.done('bundle', 'export', '--to', TOWNSHIP, '--output', join(stage.folder, BUNDLE));
  mark = await markOf(stage);
  stage.direct(db => db.pragma('wal_checkpoint(truncate)'));
  township.direct(db => db.pragma('wal_checkpoint(truncate)'));
  for (const ending of ['', '.key']) renameSync(township.path + ending, stage.path + ending);
}

/** Everything that writes a ledger or a file. */
export const VICTIMS: readonly Victim[] = [
  { name: 'imports', argv: stage => ['household', 'import', many(stage), '--quiet'] },
  { name: 'imports with rejected rows', argv: stage => ['household', 'import', file('bad.csv')(stage), '--lenient'] },
  {
    name: 'moves',
    argv: () => ['dispute', 'accept', '2', ...DAY],
    prepare: stage => stage.done(...REGISTERED, ...DAY),
  },
  {
    name: 'undone imports',
    argv: () => ['import', 'undo', '7', '--yes'],
    prepare: stage => stage.done('household', 'import', many(stage), '--quiet'),
  },
  {
    name: 'migrations',
    argv: () => ['unit', 'list'],
    prepare: stage => {
      rmSync(stage.path);
      createLedger(stage.path, MIGRATIONS.slice(0, 12)).close();
    },
  },
  {
    name: 'init',
    argv: () => ['init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗'],
    prepare: stage => rmSync(stage.path),
  },
  {
    name: 'demos',
    argv: stage => ['demo', '--scale', 'village', '--ledger', stage.path],
    // A demo writes over nobody's files.
    prepare: stage => {
      for (const name of readdirSync(stage.folder)) rmSync(join(stage.folder, name));
    },
  },
  { name: 'backups', argv: stage => ['backup', join(stage.folder, 'copies'), '--keep', '2'] },
  {
    name: 'restores',
    argv: stage => ['restore', join(stage.folder, 'copy.db'), '--yes'],
    prepare: stage => stage.direct(db => db.exec(`vacuum into '${join(stage.folder, 'copy.db')}'`)),
  },
  {
    name: 'bundles out',
    argv: stage => ['bundle', 'export', '--to', TOWNSHIP, '--output', join(stage.folder, 'out.bundle')],
    prepare: withTownship,
  },
  {
    name: 'bundles in',
    argv: stage => ['bundle', 'import', join(stage.folder, BUNDLE), '--trust', mark],
    prepare: asTownship,
  },
  { name: 'CSV in files', argv: stage => ['household', 'list', '--output', join(stage.folder, 'all.csv')] },
  { name: 'workbooks in files', argv: stage => ['household', 'list', '--output', join(stage.folder, 'all.xlsx')] },
  {
    name: 'the month’s folder',
    argv: stage => ['report', 'monthly', '--month', '2023-06', '--output', join(stage.folder, 'June')],
  },
];

/** The same in full, and every third of them in the short form. */
export const SOME_VICTIMS = VICTIMS.filter((_, n) => n % times(1, 3) === 0);
