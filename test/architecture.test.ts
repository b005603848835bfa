import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FOREIGN_TABLES } from './support/foreign-tables.ts';
import { functionsLongerThan } from './support/functions.ts';
import { areaOf, codeOf, FILES, IMPORTS, type Import, importCycles, textOf } from './support/source.ts';
import { SQL_BY_HAND } from './support/sql-by-hand.ts';
import { FOREIGN_USES } from './support/table-reads.ts';

/** From the ground up: a file may import from its own folder's layer and from the layers before it. */
const LAYERS = [
  ['kernel'],
  ['disk'],
  ['ledger', 'intake', 'output'],
  ['cli', 'form'],
  ['menu', 'completion'],
  ['naming'],
  ['backups'],
  ['register'],
  ['deadlines'],
  ['units'],
  ['cases'],
  ['departments'],
  ['mediators'],
  ['teams'],
  ['standards'],
  ['households'],
  ['visits'],
  ['sites', 'linked-leaders'],
  ['centre'],
  ['appointments'],
  ['disputes'],
  ['agents'],
  ['petitions'],
  ['experts'],
  ['guidance'],
  ['allowance'],
  ['needs', 'benefits', 'village-rules', 'outreach', 'returns'],
  ['meetings'],
  ['assessment'],
  ['paper'],
  ['operators'],
  ['exchange'],
  ['privacy'],
  ['reports', 'admin', 'desk', 'folder-import', 'picking'],
  ['region'],
  ['datasets'],
  ['program.ts', 'program'],
  ['demo'],
] as const;
/** main.ts and entry.ts tie the program together and stand over everything. */
const TOP = ['main.ts', 'entry.ts'];
const NAMES = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'service', 'services', 'manager'];

const layerOf = (path: string) =>
  TOP.includes(path) ? LAYERS.length : LAYERS.findIndex(areas => (areas as readonly string[]).includes(areaOf(path)));
const described = (found: readonly Import[]) => found.map(({ from, to }) => `${from} imports ${to}`);

/** Files without queries and without a command line: data and a day in, a problem or a result out. */
const PURE = /(^|\/)([a-z-]+-)?rules\.ts$|(^|\/)(facts|conditions|transitions|effects|plan|decide|life|codes)\.ts$/;

/** Of the ledger, a pure file may use the types of its tables and what one changed value is. */
function isImpure(to: string, area: string, typesOnly: boolean): boolean {
  if (to === 'register/register.ts' && area === 'register') return false;
  if (to === 'ledger/events.ts' || (to.startsWith('ledger/schema') && typesOnly)) return false;
  if (['cli', 'register', 'reports', 'ledger'].includes(areaOf(to)) && areaOf(to) !== area) return true;
  return /(^|\/)([a-z-]+-)?(store|register|checks?|command|commands|writer|report)\.ts$|\/commands\//.test(to);
}

/** The functions of more than 40 lines, each with the reason why it is not split. */
const LONG_FUNCTIONS: Readonly<Record<string, string>> = {
  'cases/writer.ts caseWriter': 'short functions around the queries that they share, compiled once for an import',
  'visits/writer.ts visitWriter': 'short functions around the statements that they share, compiled once for an import',
  'disputes/commands/register.ts register': 'a declaration: the options of one command',
  'petitions/commands/lodge.ts lodge': 'a declaration: the options of one command',
  'ledger/migrations/005-deadlines.ts rules': 'frozen: the rules of law as the ledger first had them, a row each',
};

describe('the layers of src', () => {
  test('every file stands on a known layer', () => {
    expect(FILES.filter(file => layerOf(file) < 0)).toEqual([]);
  });

  test('the imports are found, so that the rules below mean something', () => {
    expect(IMPORTS.length).toBeGreaterThan(FILES.length);
    expect(IMPORTS.map(i => i.to).filter(to => !FILES.includes(to))).toEqual([]);
  });

  test('a file imports from its own layer or from one below it', () => {
    const upward = IMPORTS.filter(({ from, to }) => areaOf(from) !== 'program' && layerOf(to) > layerOf(from));
    expect(described(upward)).toEqual([]);
  });

  test('the kernel imports nothing of ours', () => {
    expect(described(IMPORTS.filter(({ from, to }) => areaOf(from) === 'kernel' && areaOf(to) !== 'kernel'))).toEqual(
      [],
    );
  });

  test('the demo is loaded only when it is called', () => {
    const eager = IMPORTS.filter(({ from, to, lazy }) => areaOf(from) !== 'demo' && areaOf(to) === 'demo' && !lazy);
    expect(described(eager)).toEqual([]);
  });

  test('ledger, intake and output do not know each other', () => {
    const sides = ['ledger', 'intake', 'output'];
    const across = IMPORTS.filter(
      ({ from, to }) => sides.includes(areaOf(from)) && sides.includes(areaOf(to)) && areaOf(from) !== areaOf(to),
    );
    expect(described(across)).toEqual([]);
  });

  test('no file imports itself through others, not even for a type', () => {
    expect(importCycles(IMPORTS)).toEqual([]);
  });

  test('pure files import no query, command, check, register or report', () => {
    const pure = FILES.filter(file => PURE.test(file) && !/^(reports|admin)\/|\/commands\//.test(file));
    expect(pure.length).toBeGreaterThan(25);
    const found = IMPORTS.filter(
      ({ from, to, typesOnly }) => pure.includes(from) && isImpure(to, areaOf(from), typesOnly),
    );
    expect(described(found)).toEqual([]);
  });

  test('a store does not import the command line', () => {
    expect(described(IMPORTS.filter(({ from, to }) => basename(from) === 'store.ts' && areaOf(to) === 'cli'))).toEqual(
      [],
    );
  });
});

/** What each area alone reads and writes is named in `support/table-owners.ts`. */
describe('the tables', () => {
  /** Areas that look across all others, the schema's steps, and what every area lets `check` verify. */
  const READS_ALL =
    /^(reports|region|desk|picking|admin|privacy|demo)\/|^ledger\/migrations\/|(^|\/)([a-z-]+-)?checks?\.ts$/;
  const found = FOREIGN_USES.filter(({ file }) => !READS_ALL.test(file));

  test('are read and written by the area that keeps them, or by a file that has a reason', () => {
    const strays = found.filter(({ file, table }) => !FOREIGN_TABLES[file]?.[0].includes(table));
    expect(strays.map(({ file, table }) => `${file}: ${table}`)).toEqual([]);
  });

  test('queries are written by Kysely, or by hand in a file that has a reason', () => {
    expect(FILES.filter(file => /\.prepare\(/.test(codeOf(file)) && !SQL_BY_HAND[file])).toEqual([]);
  });
});

describe('the files of src', () => {
  test('none has a name that says nothing', () => {
    const empty = FILES.filter(file => file.split('/').some(part => NAMES.includes(part.replace(/\.ts$/, ''))));
    expect(empty).toEqual([]);
  });

  test('none is a barrel', () => {
    expect(FILES.filter(file => basename(file) === 'index.ts')).toEqual([]);
    expect(FILES.filter(file => /^export (\*|\{[^}]*\}) from/m.test(textOf(file)))).toEqual([]);
  });

  test('none is longer than 300 lines', () => {
    expect(FILES.filter(file => textOf(file).split('\n').length > 301)).toEqual([]);
  });

  test('none has a default export, an enum or work left for later', () => {
    // These words are what the test looks for; they stand here as a pattern.
    const found = FILES.filter(file =>
      /^export default|^(export )?(const )?enum |\b(TODO|FIXME|XXX)\b/m.test(textOf(file)),
    );
    expect(found).toEqual([]);
  });

  test('fewer than ten functions are longer than 40 lines', () => {
    const long = functionsLongerThan(40).map(({ file, name }) => `${file} ${name}`);
    expect(long.sort()).toEqual(Object.keys(LONG_FUNCTIONS).sort());
    expect(long.length).toBeLessThan(10);
  });

  test('SQL stands where one looks for it', () => {
    const homes =
      /^(ledger|reports|admin|region)\/|(^|\/)(([a-z-]+-)?store|writer|open-work|lookups|checks|check|undo)\.ts$|^register\/import-record\.ts$|^cli\/transaction\.ts$/;
    const strays = FILES.filter(
      file => !homes.test(file) && /\.prepare\(|\.selectFrom\(|\.exec\(['"`]/.test(textOf(file)),
    );
    expect(strays).toEqual([]);
  });

  test('only the runner begins and ends transactions; an upgrade and the file of a bundle have their own, and whoever replaces a ledger holds it', () => {
    const found = FILES.filter(file => /\.transaction\(|exec\([^)]*['"`](begin|commit|rollback)\b/.test(codeOf(file)));
    expect(found).toEqual([
      'cli/transaction.ts',
      'exchange/record-file-store.ts',
      'ledger/exchange.ts',
      'ledger/migrate.ts',
      'ledger/open.ts',
      'ledger/salvage/lost-roots.ts',
      'ledger/salvage/salvage.ts',
      'ledger/write-lock.ts',
    ]);
  });
});
