import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { connect } from '../../src/ledger/sqlite.ts';
import { ledgerIn, type SmallLedger, smallLedger } from '../support/ledger.ts';
import { LIVED_DISPUTE, LIVED_PETITION, LIVED_VISIT } from '../support/lived-cases.ts';
import { householdCode } from '../support/many.ts';
import { MOST_MS } from './scale.ts';

/** A ledger in which cases have lived, with files to import beside it; it can be set back to how it was. */
export interface Stage extends SmallLedger {
  /** The files that were there in the beginning, as they were. */
  reset(): void;
  /** How many rows each table has, or undefined where there is no ledger. */
  rows(): string | undefined;
}

/** How many rows the file has that imports read. */
export const IMPORTED = 2000;

export async function stage(): Promise<Stage> {
  const ledger = await smallLedger({ visits: true });
  for (const line of [LIVED_VISIT, ...LIVED_DISPUTE, ...LIVED_PETITION]) await ledger.done(...line);
  const rows = Array.from({ length: IMPORTED }, (_, n) => `${householdCode(n)},150722100200,鄂户${n}\n`).join('');
  ledger.write('many.csv', `code,unit_code,head_name\n${rows}`);
  ledger.write('bad.csv', `code,unit_code,head_name\n${rows}1,2,3\n`);
  ledger.direct(db => db.pragma('wal_checkpoint(truncate)'));
  return stageIn(ledger.folder, filesIn(ledger.folder));
}

type Files = ReadonlyMap<string, Uint8Array>;

export const filesIn = (folder: string): Files =>
  new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name))]));

/** A stage in a folder, with the files that it is set back to. */
export function stageIn(folder: string, whole: Files): Stage {
  const ledger = ledgerIn(folder);
  return {
    ...ledger,
    reset: () => {
      for (const name of readdirSync(folder))
        if (!whole.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
      for (const [name, bytes] of whole) ledger.write(name, bytes);
    },
    rows: () => rowsIn(ledger.path),
  };
}

/** How many rows each table of a ledger has; the seals of the journal come with it. */
export function rowsIn(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const db = connect(path);
  try {
    const tables = db
      .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by 1")
      .pluck()
      .all() as string[];
    return tables.map(table => `${table} ${db.prepare(`select count(*) from "${table}"`).pluck().get()}`).join(', ');
  } finally {
    db.close();
  }
}

/** The files that a command has not finished. */
export const unfinishedIn = (folder: string) => readdirSync(folder).filter(name => name.startsWith('.tiaochu-'));

/** What must hold after whatever happened: the ledger is sound, the next command works and clears up. */
export async function expectWell(ledger: SmallLedger, what: string): Promise<void> {
  if (!existsSync(ledger.path)) return;
  const check = await ledger.run(['check', '--quiet']);
  expect({ what, code: check.code, found: check.code === 0 ? '' : check.stdout + check.stderr }).toEqual({
    what,
    code: 0,
    found: '',
  });
  const list = join(ledger.folder, 'next.csv');
  expect(await ledger.run(['unit', 'list', '--output', list]), what).toMatchObject({ code: 0 });
  rmSync(list);
  expect(unfinishedIn(ledger.folder), what).toEqual([]);
}

/** What no user should ever see. */
export const UNSEEMLY = /\n {4}at |internal error|内部错误|SqliteError|TypeError|ENOENT|EACCES|undefined|\[object /;

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
  readonly ms?: number;
}

/** Whether a command ended as documented: with a known code, a sentence, in time. */
export function faultOf(what: string, { code, stderr, ms = 0 }: Ended, most = MOST_MS): string | undefined {
  if (code === 1 || code === null || code > 6) return `${what}: exit ${code}: ${stderr.slice(0, 500)}`;
  if (UNSEEMLY.test(stderr)) return `${what}: ${stderr.slice(0, 500)}`;
  return ms > most ? `${what}: took ${ms} ms` : undefined;
}
