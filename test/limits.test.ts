import { describe, expect, test } from 'vitest';
import { eachRecord } from '../src/intake/csv.ts';
import { codeField, nameField, optionalText, textField } from '../src/intake/field.ts';
import type { Records } from '../src/intake/rows.ts';
import { readSheet } from '../src/intake/sheet.ts';
import { Failure } from '../src/kernel/failure.ts';
import { column, type Table } from '../src/kernel/view.ts';
import { rendererOf } from '../src/output/render.ts';
import type { Style } from '../src/output/style.ts';
import { FIRST, smallLedger } from './support/ledger.ts';
import { FILE_STYLE } from './support/style.ts';

const recordsOf =
  (text: string): Records =>
  take =>
    eachRecord(text, 'x.csv', take);

const STYLE: Style = { ...FILE_STYLE, width: 120 };

/** The milliseconds of processor time that a piece of work takes, with what it returned. */
function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const began = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(began);
  return { ms: (user + system) / 1000, result };
}

/** A text in pieces, as a large file is read. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}

describe('the length of a field', () => {
  const sheet = {
    code: codeField(['code', '编号', 'code'], '1'),
    name: nameField(['name', '姓名', 'name'], '敖玉兰'),
    title: textField(['title', '名称', 'title'], '院墙'),
    facts: optionalText(['facts', '情况', 'facts'], ''),
  };
  const problemsOf = (...row: string[]) =>
    readSheet(sheet, { records: recordsOf(`code,name,title,facts\n${row.join(',')}\n`) }, 'x.csv').entries.map(entry =>
      entry.problems.map(({ column, reason }) => `${column} ${reason.en}`),
    );

  test('has a limit for each kind, and up to it a text is accepted', () => {
    const longest = ['c'.repeat(64), '敖'.repeat(100), '院'.repeat(200), '墙'.repeat(4000)];
    expect(problemsOf(...longest)).toEqual([[]]);
    expect(problemsOf(...longest.map(text => `${text}x`))).toEqual([
      [
        'code is longer than 64 characters',
        'name is longer than 100 characters',
        'title is longer than 200 characters',
        'facts is longer than 4,000 characters',
      ],
    ]);
  });

  test('is the same for an option, a party and a visit’s diary', async () => {
    const ledger = await smallLedger();
    try {
      const register = (title: string, facts: string, applicant: string) =>
        ledger.run([
          ...['dispute', 'register', '--unit', FIRST, '--grade', 'simple', '--category', '02', '--title', title],
          ...['--facts', facts, '--applicant', applicant, '--respondent', '郭海山'],
        ]);
      expect(await register('院墙', '字'.repeat(4000), '敖玉兰')).toMatchObject({ code: 0 });
      expect((await register('院墙', '字'.repeat(4001), '敖玉兰')).stderr).toContain('--facts: is longer than 4,000');
      expect((await register('墙'.repeat(201), '', '敖玉兰')).stderr).toContain('--title: is longer than 200');
      expect((await register('院墙', '', '敖'.repeat(101))).stderr).toContain('the name is longer than 100');
      const row = `2023-06-01,${FIRST}010001,${FIRST}-C01,${FIRST}-C02,law,${'记'.repeat(4001)}`;
      const file = ledger.write('v.csv', `visited_on,household_code,cadre_a,cadre_b,domains,diary\n${row}\n`);
      const visits = await ledger.run(['visit', 'import', file]);
      expect(visits).toMatchObject({ code: 5, stderr: expect.stringContaining('v.csv:2:diary:') });
    } finally {
      ledger.remove();
    }
  });
});

test('200 rows of 4,000 characters are drawn in well under a second', async () => {
  const render = await rendererOf('table');
  for (const text of ['走访时了解春耕情况，宣传惠农政策。'.repeat(236), 'several words of English '.repeat(160)]) {
    const rows = Array.from({ length: 200 }, (_, id) => ({ id, text }));
    const table: Table = { shape: 'table', columns: [column('id', '号', 'Id'), column('text', '日记', 'Diary')], rows };
    const { ms, result } = timed(() => [...render(table, STYLE)].join(''));
    expect(result.length).toBeGreaterThan(200 * text.length);
    expect(ms).toBeLessThan(1500);
  }
});

describe('a file that is no table', () => {
  const messageOf = (text: Iterable<string> | string) => {
    try {
      eachRecord(text, 'x.csv', () => {});
      return '';
    } catch (error) {
      if (error instanceof Failure) return error.text.en;
      throw error;
    }
  };
  const ROW = '2023-06-01,150722100200010001,150722100200-C01,150722100200-C02,law,home,no,了解春耕准备情况,\n';

  test('is refused at once where a quote stays open before many lines', () => {
    const text = `a,b\n1,"open\n${ROW.repeat(300_000)}`;
    for (const source of [() => text, () => pieces(text)]) {
      const { ms, result } = timed(() => messageOf(source()));
      expect(result).toBe('x.csv:2:3: the quote opened here is never closed');
      expect(ms).toBeLessThan(2000);
    }
  });

  test('is refused at once where a line never ends', () => {
    const text = `a,b\n1,2\n${'x'.repeat(40_000_000)}`;
    for (const source of [() => text, () => pieces(text)]) {
      const { ms, result } = timed(() => messageOf(source()));
      expect(result).toBe('x.csv:3: the record that begins here is longer than 1,000,000 characters');
      expect(ms).toBeLessThan(2000);
    }
  });
});
