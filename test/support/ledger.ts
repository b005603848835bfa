import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { connect, type Db } from '../../src/ledger/sqlite.ts';
import { type Ran, type RunOptions, run } from './run.ts';

/** A small ledger in a folder of its own; `run` runs a command line on it, `write` puts a file beside it. */
export interface SmallLedger {
  readonly folder: string;
  readonly path: string;
  run(argv: readonly string[], options?: RunOptions): Promise<Ran>;
  /** Runs a command that must succeed; returns what it printed. */
  done(...argv: readonly string[]): Promise<string>;
  json<T = Record<string, unknown>>(...argv: readonly string[]): Promise<T[]>;
  write(name: string, content: string | Uint8Array): string;
  /** The file itself, for what no command does. */
  direct<T>(work: (db: Db) => T): T;
  remove(): void;
}

/** The villages of the small ledger: the first two in the first township, the third in the second. */
const VILLAGES = ['150722100200', '150722100201', '150722101200'] as const;
export const [FIRST, SECOND, THIRD] = VILLAGES;

const SURNAMES = ['敖', '鄂', '孟', '郭', '杜', '何', '索', '苏', '金', '沃', '德', '莫'];
const GIVEN = ['玉兰', '晓光', '志强', '秀英', '海山', '春花', '建国', '巴图', '其其格', '德力格尔'];

const nameOf = (n: number) => `${SURNAMES[n % SURNAMES.length]}${GIVEN[n % GIVEN.length]}`;
const lines = (rows: readonly (readonly string[])[]) => `${rows.map(row => row.join(',')).join('\n')}\n`;
const inVillages = (make: (village: string, v: number) => string[][]) => VILLAGES.flatMap(make);

/** The CSV files that the small ledger is made of, by name. */
const FILES: Readonly<Record<string, string>> = {
  'units.csv': `code,name,level,parent_code
150722100,尼尔基镇,township,150722
150722101,红彦镇,township,150722
${FIRST},西博荣村,village,150722100
${SECOND},后宜卧奇村,village,150722100
${THIRD},红彦村,village,150722101
`,
  'cadres.csv': lines([
    ['code', 'name', 'unit_code', 'organ', 'duty', 'phone', 'diary_no', 'from_on'],
    ...inVillages((village, v) =>
      [1, 2, 3, 4].map(c => {
        const phone = `1390000${String(v * 10 + c).padStart(4, '0')}`;
        const diary = `RJ-${String(v * 4 + c).padStart(4, '0')}`;
        return [`${village}-C0${c}`, nameOf(v * 4 + c), village, '旗司法局', '科员', phone, diary, '2023-05-01'];
      }),
    ),
  ]),
  'pairs.csv': lines([
    ['code', 'unit_code', 'cadre_a', 'cadre_b', 'from_on'],
    ...inVillages(village =>
      [1, 2].map(p => {
        const [a, b] = [`${village}-C0${2 * p - 1}`, `${village}-C0${2 * p}`];
        return [`${village}-P0${p}`, village, a, b, '2023-05-01'];
      }),
    ),
  ]),
  'households.csv': lines([
    ['code', 'unit_code', 'head_name', 'people', 'phone', 'address'],
    ...inVillages((village, v) =>
      [1, 2, 3, 4, 5, 6].map(h => {
        const phone = `1380000${String(v * 10 + h).padStart(4, '0')}`;
        return [`${village}01000${h}`, village, nameOf(20 + v * 6 + h), String(1 + (h % 4)), phone, `一组 ${h} 号`];
      }),
    ),
  ]),
  'assignments.csv': lines([
    ['household_code', 'pair_code', 'responsible_cadre', 'from_on'],
    ...inVillages(village =>
      [1, 2, 3, 4, 5, 6].map(h => {
        const pair = h <= 3 ? 1 : 2;
        const responsible = `${village}-C0${2 * pair - 1 + ((h + 1) % 2)}`;
        return [`${village}01000${h}`, `${village}-P0${pair}`, responsible, '2023-05-01'];
      }),
    ),
  ]),
  'visits.csv': `visited_on,household_code,cadre_a,cadre_b,domains,mode,substitute,diary,diary_by
2023-05-03,${FIRST}010001,${FIRST}-C01,${FIRST}-C02,mediation;publicity,home,no,了解春耕准备情况,
2023-05-03,${FIRST}010002,${FIRST}-C01,${FIRST}-C02,mediation,phone,no,,
2023-05-20,${FIRST}010001,${FIRST}-C02,${FIRST}-C01,petition,home,no,邻里地界已量清,${FIRST}-C02
2023-06-02,${FIRST}010004,${FIRST}-C03,${FIRST}-C04,revitalisation,home,no,,
2023-06-10,${SECOND}010001,${SECOND}-C01,${SECOND}-C02,unity,absent,no,,
2023-06-11,${SECOND}010001,${SECOND}-C01,${SECOND}-C02,unity,home,no,,
2023-07-01,${SECOND}010004,${FIRST}-C01,${FIRST}-C02,law,home,yes,代本村结对入户,
2023-07-15,${THIRD}010002,${THIRD}-C01,${THIRD}-C02,governance,home,no,,
2023-08-08,${THIRD}010003,${SECOND}-C03,${SECOND}-C04,discipline,home,yes,,
`,
};

/** Imported in this order; the visits stay a file, for those tests that want them. */
const NOUNS = ['unit', 'cadre', 'pair', 'household', 'assignment'] as const;

let template: Promise<string> | undefined;

/** A fresh small ledger: made once by the real commands, then copied. `visits` imports visits.csv too. */
export async function smallLedger(options: { readonly visits?: boolean } = {}): Promise<SmallLedger> {
  template ??= makeTemplate();
  const ledger = emptyFolder();
  copyFileSync(await template, ledger.path);
  for (const [name, content] of Object.entries(FILES)) ledger.write(name, content);
  if (options.visits) await ledger.done('visit', 'import', join(ledger.folder, 'visits.csv'));
  return ledger;
}

/** A folder for a ledger that is yet to be made. */
export const emptyFolder = (): SmallLedger => ledgerIn(mkdtempSync(join(tmpdir(), 'tiaochu-')));

/** The ledger of a folder, whether it is there yet or not. */
export function ledgerIn(folder: string): SmallLedger {
  const path = join(folder, 'ledger.db');
  const runHere = (argv: readonly string[], options: RunOptions = {}) =>
    run(argv, { ...options, env: { TIAOCHU_LEDGER: path, ...options.env } });
  const done = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await runHere(argv);
    if (code !== 0) throw new Error(`tiaochu ${argv.join(' ')} ended with ${code}:\n${stderr}`);
    return stdout;
  };
  return {
    folder,
    path,
    run: runHere,
    done,
    json: async <T>(...argv: readonly string[]) => JSON.parse(await done(...argv, '--format', 'json')) as T[],
    write: (name, content) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    direct: work => {
      const db = connect(path);
      try {
        return work(db);
      } finally {
        db.close();
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function makeTemplate(): Promise<string> {
  const ledger = emptyFolder();
  process.once('exit', ledger.remove);
  await ledger.done('init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗');
  for (const noun of NOUNS)
    await ledger.done(noun, 'import', ledger.write(`${noun}s.csv`, FILES[`${noun}s.csv`] ?? ''));
  return ledger.path;
}

/** From when the acts of the tests on effective dates count. */
export const SEPTEMBER = ['--on', '2023-09-01'];

/** A fifth cadre for the first village, who can take over from another. */
export const ADD_C05 = [
  'cadre',
  'add',
  '--code',
  `${FIRST}-C05`,
  '--name',
  '孟海山',
  '--unit-code',
  FIRST,
  '--on',
  '2023-05-01',
];

/** A department of the banner, from a day on. */
export const addDepartment = (on: string) =>
  ['department', 'add', '--code', 'RSJ', '--name', '旗人社局', '--tier', 'banner', '--on', on] as const;
