import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.ts'))
  .sort();

/** From the ground up: a file may import from its own folder's layer and from the layers before it. */
const LAYERS = [
  ['kernel'],
  ['ledger', 'intake', 'output'],
  ['cli'],
  ['register'],
  ['deadlines'],
  ['units'],
  ['cases'],
  ['departments'],
  ['teams'],
  ['households'],
  ['visits'],
  ['disputes'],
  ['agents'],
  ['petitions'],
  ['sites'],
  ['centre'],
  ['experts'],
  ['guidance'],
  ['needs', 'benefits', 'village-rules', 'outreach'],
  ['meetings'],
  ['assessment'],
  ['reports', 'admin', 'desk'],
  ['program.ts'],
  ['demo'],
] as const;
/** main.ts and entry.ts tie the program together and stand over everything. */
const TOP = ['main.ts', 'entry.ts'];
const NAMES = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'service', 'services', 'manager'];

const roomOf = (path: string) => path.split('/')[0] ?? path;
const layerOf = (path: string) =>
  TOP.includes(path) ? LAYERS.length : LAYERS.findIndex(rooms => (rooms as readonly string[]).includes(roomOf(path)));
const textOf = (path: string) => readFileSync(join(SRC, path), 'utf8');
const codeOf = (path: string) => textOf(path).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

interface Import {
  readonly from: string;
  readonly to: string;
  readonly lazy: boolean;
}

const IMPORTS: readonly Import[] = FILES.flatMap(from =>
  [...textOf(from).matchAll(/(?:from|import)\s*(\(?)\s*'(\.{1,2}\/[^']+)'/g)].map(([, bracket, path]) => ({
    from,
    to: normalize(join(dirname(from), path ?? '')).replaceAll('\\', '/'),
    lazy: bracket === '(',
  })),
);

const told = (found: readonly Import[]) => found.map(({ from, to }) => `${from} imports ${to}`);

describe('the layers of src', () => {
  test('every file stands on a known layer', () => {
    expect(FILES.filter(file => layerOf(file) < 0)).toEqual([]);
  });

  test('the imports are found, so that the rules below mean something', () => {
    expect(IMPORTS.length).toBeGreaterThan(FILES.length);
    expect(IMPORTS.map(i => i.to).filter(to => !FILES.includes(to))).toEqual([]);
  });

  test('a file imports from its own layer or from one below it', () => {
    const upward = IMPORTS.filter(({ from, to }) => from !== 'program.ts' && layerOf(to) > layerOf(from));
    expect(told(upward)).toEqual([]);
  });

  test('the kernel imports nothing of ours', () => {
    expect(told(IMPORTS.filter(({ from, to }) => roomOf(from) === 'kernel' && roomOf(to) !== 'kernel'))).toEqual([]);
  });

  test('the demo is loaded only when it is called', () => {
    const eager = IMPORTS.filter(({ from, to, lazy }) => roomOf(from) !== 'demo' && roomOf(to) === 'demo' && !lazy);
    expect(told(eager)).toEqual([]);
  });

  test('ledger, intake and output do not know each other', () => {
    const sides = ['ledger', 'intake', 'output'];
    const across = IMPORTS.filter(
      ({ from, to }) => sides.includes(roomOf(from)) && sides.includes(roomOf(to)) && roomOf(from) !== roomOf(to),
    );
    expect(told(across)).toEqual([]);
  });

  test('rules import neither SQL nor the command line', () => {
    const pure = IMPORTS.filter(
      ({ from, to }) => basename(from) === 'rules.ts' && /store\.ts$|^ledger\/|^cli\//.test(to),
    );
    expect(told(pure)).toEqual([]);
  });

  test('a store does not import the command line', () => {
    expect(told(IMPORTS.filter(({ from, to }) => basename(from) === 'store.ts' && roomOf(to) === 'cli'))).toEqual([]);
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

  test('SQL stands where one looks for it', () => {
    const homes =
      /^(ledger|reports|admin)\/|(^|\/)(([a-z-]+-)?store|writer|open-work|lookups|checks|check|undo)\.ts$|^register\/import-record\.ts$|^cli\/transaction\.ts$/;
    const strays = FILES.filter(
      file => !homes.test(file) && /\.prepare\(|\.selectFrom\(|\.exec\(['"`]/.test(textOf(file)),
    );
    expect(strays).toEqual([]);
  });

  test('only the runner begins and ends transactions', () => {
    const found = FILES.filter(file => /\.transaction\(|exec\([^)]*['"`](begin|commit|rollback)\b/.test(codeOf(file)));
    expect(found).toEqual(['cli/transaction.ts', 'ledger/open.ts']);
  });
});
