import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { householdCode } from '../support/many.ts';
import { DEFAULT_ENV } from '../support/run.ts';
import { LONG, MOST_MS, tell, times } from './scale.ts';
import { expectWell, IMPORTED, type Stage, stage } from './stage.ts';

const WRITER = fileURLToPath(new URL('writer.cjs', import.meta.url));
const PROCESSES = 8;
const WRITES = times(5000, 80);
const VILLAGE = '150722100200';

let here: Stage;
beforeAll(async () => {
  here = await stage();
}, LONG);
afterAll(() => here?.remove());

interface Writer {
  /** Runs a command line; returns its exit code. */
  run(argv: readonly string[]): Promise<number>;
  stop(): void;
}

function writer(): Writer {
  const child: ChildProcess = fork(WRITER, {
    env: { ...process.env, ...DEFAULT_ENV, TIAOCHU_LEDGER: here.path },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    run: argv =>
      new Promise((resolve, reject) => {
        child.once('message', code => resolve(Number(code)));
        child.once('error', reject);
        child.send([...argv]);
      }),
    stop: () => child.kill(),
  };
}

/** Different things that are written; each leaves one row that nothing else writes. */
const WRITTEN: readonly ((n: number) => readonly string[])[] = [
  n => ['household', 'add', '--code', codeOf(n), '--unit-code', VILLAGE, '--head-name', `敖新${n}`],
  n => [
    ...['dispute', 'register', '--unit', VILLAGE, '--grade', 'simple', '--category', '02', '--title', `第${n}件`],
    ...['--applicant', nameOf(n), '--respondent', '敖玉兰', '--on', '2023-12-01', '--yes'],
  ],
  n => [
    ...['visit', 'add', '--visited-on', dayOf(n), '--household-code', `${VILLAGE}01000${1 + (n % 3)}`],
    ...[
      '--cadre-a',
      `${VILLAGE}-C01`,
      '--cadre-b',
      `${VILLAGE}-C02`,
      '--domains',
      'law',
      '--diary',
      `第${n}次`,
      '--yes',
    ],
  ],
  n => ['household', 'change', `${VILLAGE}010001`, '--people', String(1 + (n % 9)), '--yes'],
];
const nameOf = (n: number) => `鄂${String(n).replace(/\d/g, digit => '零一二三四五六七八九'[Number(digit)] ?? '')}`;
const codeOf = (n: number) => `${VILLAGE}04${String(n + 1).padStart(4, '0')}`;
const dayOf = (n: number) => new Date(Date.UTC(2023, 5, 1) + (n % 200) * 86_400_000).toISOString().slice(0, 10);

test(
  `${PROCESSES} processes that write at once, beside readers and imports`,
  async context => {
    const writers = Array.from({ length: PROCESSES }, writer);
    const [reader, importer] = [writer(), writer()];
    const acknowledged: number[] = [];
    const others: Record<number, number> = {};
    let longest = 0;
    let next = 0;
    let isOver = false;
    const journal = () => here.direct(db => Number(db.prepare('select count(*) from journal').pluck().get()));
    const before = journal();
    const write = async (one: Writer) => {
      for (let n = next++; n < WRITES; n = next++) {
        const began = performance.now();
        const code = await one.run((WRITTEN[n % WRITTEN.length] as (n: number) => string[])(n));
        longest = Math.max(longest, performance.now() - began);
        if (code === 0) acknowledged.push(n);
        else others[code] = (others[code] ?? 0) + 1;
      }
    };
    let reads = 0;
    const read = async () => {
      for (; !isOver; reads++) expect(await reader.run(['report', 'coverage', '--month', '2023-06'])).toBe(0);
    };
    const rows = await importing(importer, () => isOver);
    await Promise.all([Promise.all(writers.map(write)).then(() => (isOver = true)), read(), rows.done]);
    for (const one of [...writers, reader, importer]) one.stop();
    // A second visit on a day is refused; a writer that has waited ten seconds for the others is told so.
    expect(Object.keys(others).filter(code => !['4', '5', '6'].includes(code))).toEqual([]);
    const there = here.direct(db => ({
      households: db.prepare("select code from household where code like '15072210020004%'").pluck().all() as string[],
      titles: db.prepare("select title from dispute where title like '第%件'").pluck().all() as string[],
    }));
    const wanted = (kind: number) => acknowledged.filter(n => n % WRITTEN.length === kind);
    expect(there.households.sort()).toEqual(wanted(0).map(codeOf).sort());
    expect(there.titles.sort()).toEqual(
      wanted(1)
        .map(n => `第${n}件`)
        .sort(),
    );
    expect(journal() - before).toBe(acknowledged.length + rows.count());
    // Ten seconds of waiting for others are no work of its own.
    expect(longest).toBeLessThan(2 * MOST_MS);
    await expectWell(here, 'after all writes');
    tell(context, WRITES, {
      acknowledged: acknowledged.length,
      lost: 0,
      'told busy': others[6] ?? 0,
      reads,
      imports: rows.count(),
      'ms at most': Math.ceil(longest),
    });
  },
  LONG,
);

/** Imports and takes back a file again and again until the others are done. */
async function importing(one: Writer, isOver: () => boolean) {
  let count = 0;
  const file = here.write(
    'others.csv',
    `code,unit_code,head_name\n${Array.from({ length: IMPORTED }, (_, n) => `${householdCode(n + 3000)},${VILLAGE},鄂户${n}\n`).join('')}`,
  );
  const work = async () => {
    while (!isOver()) {
      expect(await one.run(['household', 'import', file, '--quiet'])).toBe(0);
      const last = here.direct(db => Number(db.prepare('select max(id) from import').pluck().get()));
      expect(await one.run(['import', 'undo', String(last), '--yes'])).toBe(0);
      count += 2;
    }
  };
  return { done: work(), count: () => count };
}
