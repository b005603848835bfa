import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Db } from '../../src/ledger/sqlite.ts';
import { giveKey } from './fixed-keys.ts';
import { type SmallLedger, smallLedger } from './ledger.ts';
import { type Ran, type RunOptions, run } from './run.ts';

/** The units of the offices: the banner, its first township, the first village of that. */
export const PLACES = { banner: '150722', township: '150722100', village: '150722100200' } as const;
export type Name = keyof typeof PLACES;

/** One of several ledgers; `run` runs a command line on it, `done` one that must succeed. */
export interface OfficeLedger {
  readonly path: string;
  run(argv: readonly string[], options?: RunOptions): Promise<Ran>;
  done(...argv: readonly string[]): Promise<string>;
  direct<T>(work: (db: Db) => T): T;
}

export interface Offices {
  readonly folder: string;
  readonly ledgers: Readonly<Record<Name, OfficeLedger>>;
  /** Exports a bundle from one office for another; returns its file. */
  sent(from: Name, to: Name, ...options: readonly string[]): Promise<string>;
  /** Exports a bundle and imports it. */
  carried(from: Name, to: Name, ...options: readonly string[]): Promise<string>;
  remove(): void;
}

/** A ledger in a folder, by its path. */
export function ledgerIn(folder: string, path: string): OfficeLedger {
  const ran = (argv: readonly string[], options: RunOptions = {}) =>
    run(argv, { ...options, env: { TIAOCHU_LEDGER: path, ...options.env } });
  return {
    path,
    run: ran,
    done: async (...argv) => {
      const { code, stdout, stderr } = await ran(argv);
      if (code !== 0)
        throw new Error(`${path.slice(folder.length)} ${argv.join(' ')}: exit ${code}\n${stdout}${stderr}`);
      return stdout;
    },
    direct: work => {
      const db = connect(path);
      try {
        return work(db);
      } finally {
        db.close();
      }
    },
  };
}

/** What the banner enters before there are other offices. */
interface Beginning {
  readonly before?: readonly (readonly string[])[];
  readonly visits?: boolean;
}

/** The banner's ledger is the small one; township and village begin with a bundle of it. */
export async function threeOffices({ before = [], visits = true }: Beginning = {}): Promise<Offices> {
  const small: SmallLedger = await smallLedger({ visits });
  const { folder } = small;
  const at = (name: Name) => ledgerIn(folder, name === 'banner' ? small.path : join(folder, `${name}.db`));
  const ledgers = { banner: at('banner'), township: at('township'), village: at('village') };
  const { banner } = ledgers;
  for (const words of before) await banner.done(...words);
  copyFileSync(small.path, join(folder, 'one.db'));
  giveKey(banner.path, 'banner');
  await banner.done('bundle', 'office', 'add', PLACES.banner, '--own');
  for (const name of ['township', 'village'] as const) {
    const ledger = ledgers[name];
    await ledger.done('init', '--county', PLACES.banner, '--name', '莫力达瓦达斡尔族自治旗');
    giveKey(ledger.path, name);
    await banner.done('bundle', 'office', 'add', PLACES[name], '--card', await cardOf(ledger));
  }
  let files = 0;
  const sent: Offices['sent'] = async (from, to, ...options) => {
    const file = join(folder, `${++files}-${from}-${to}.bundle`);
    await ledgers[from].done('bundle', 'export', '--to', PLACES[to], '--output', file, ...options);
    return file;
  };
  const carried: Offices['carried'] = async (from, to, ...options) => {
    const file = await sent(from, to);
    await ledgers[to].done('bundle', 'import', file, ...options);
    return file;
  };
  await carried('banner', 'township', '--trust', await markOf(banner));
  await carried('township', 'village', '--trust', await markOf(ledgers.township));
  return { folder, ledgers, sent, carried, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const cardOf = async (ledger: OfficeLedger) => (await ledger.done('bundle', 'card')).split('\n')[0] ?? '';

/** The mark of an office's key, as its card has it. */
export async function markOf(ledger: OfficeLedger): Promise<string> {
  return /[0-9a-f]{4}(?:-[0-9a-f]{4}){4}/.exec(await ledger.done('bundle', 'card'))?.[0] ?? '';
}
