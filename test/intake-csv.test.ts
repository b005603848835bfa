import { Chalk } from 'chalk';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachRecord } from '../src/intake/csv.ts';
import { optionalText, trimmed } from '../src/intake/field.ts';
import type { Records } from '../src/intake/rows.ts';
import { readSheet } from '../src/intake/sheet.ts';
import { Failure } from '../src/kernel/failure.ts';
import { isMasked } from '../src/kernel/masked.ts';
import { column } from '../src/kernel/view.ts';
import { csvLine, csvOf } from '../src/output/csv.ts';
import type { Style } from '../src/output/style.ts';
import { FILE_STYLE } from './support/style.ts';

const recordsIn =
  (text: string): Records =>
  take =>
    eachRecord(text, 'x.csv', take);

const STYLE: Style = { ...FILE_STYLE, paint: new Chalk({ level: 0 }) };

/** One record and the line on which it starts. */
interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

function recordsOf(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  eachRecord(text, 'x.csv', (fields, line) => records.push({ fields: [...fields], line }));
  return records;
}

function failureOf(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Pieces that a CSV file is easily broken by, among ordinary Chinese. */
const PIECES = [
  ...['了解春耕', '敖玉兰', '㛃', '𠮷', '😀', '👨‍👩‍👧', 'ᠮᠣᠩᠭᠣᠯ', 'abc', '150722100200010001', '0', '7'],
  ...['"', '""', ',', ';', '\t', "'", "''", '=', '+', '-', '@', ' ', '\u3000', '，', '“', '”', '\\'],
];
const BREAKS = ['\n', '\r\n'];

const textOf = (pieces: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary-ascii', maxLength: 2 }).map(bare)), {
      maxLength: 5,
    })
    .map(parts => parts.join(''));

/** ASCII without control characters: those are the subject of the tests that name them. */
function bare(text: string): string {
  return [...text].filter(sign => sign >= ' ' && sign !== '\x7f').join('');
}

const tableOf = (field: fc.Arbitrary<string>) =>
  fc
    .integer({ min: 1, max: 5 })
    .chain(width => fc.array(fc.array(field, { minLength: width, maxLength: width }), { maxLength: 8 }));

const isBlank = (fields: readonly string[]) => fields.every(field => field.trim() === '');

describe('what is written is what is read', () => {
  test('any table of the rejected-row writer comes back character for character', () => {
    fc.assert(
      fc.property(tableOf(textOf([...PIECES, ...BREAKS])), rows => {
        // A file of one column would have no delimiter to be known by.
        const header = ['甲', '乙', ...(rows[0] ?? []).slice(2).map((_, i) => `c${i}`)];
        const text = [header, ...rows].map(csvLine).join('');
        const expected = [header, ...rows].filter(fields => !isBlank(fields));
        expect(
          recordsOf(text)
            .filter(({ fields }) => !isBlank(fields))
            .map(({ fields }) => fields),
        ).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('any list exported for Excel comes back with the same values, formulas and apostrophes among them', () => {
    const columns = [column('a', '甲', 'a'), column('b', '乙', 'b')];
    const sheet = { a: optionalText(['a', '甲', 'a'], ''), b: optionalText(['b', '乙', 'b'], '') };
    const tidy = textOf([...PIECES, ...BREAKS]).map(text =>
      trimmed(text.replace(/^[\s'\u3000]+/, head => head.replace(/\s/g, ''))),
    );
    const guarded = fc
      .tuple(fc.constantFrom('', "'", "''", '=', "'=", '+', '-', '@', "''@"), tidy)
      .map(both => both.join(''))
      // What was hidden for display is refused when it comes back.
      .filter(text => !isMasked(text));
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: guarded.map(edgeless), b: guarded.map(edgeless) }), { maxLength: 8 }),
        rows => {
          const text = [...csvOf({ shape: 'table', columns, rows }, STYLE)].join('');
          const read = readSheet(sheet, { records: recordsIn(text) }, 'x.csv').entries.map(({ row }) => row);
          expect(read).toEqual(rows.filter(({ a, b }) => a !== '' || b !== ''));
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ['+86', "'+86"],
    ['@he', "'@he"],
    ['-', "'-"],
    ["'97 年", "''97 年"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['150722100200010001', '"\t150722100200010001"'],
    ['139000000011', '"\t139000000011"'],
    ['13900000001', '13900000001'],
    ['02', '"\t02"'],
    ['0', '0'],
    ['3E5', '"\t3E5"'],
    ['1-2', '"\t1-2"'],
    ['10/12', '"\t10/12"'],
    ['2023-11', '"\t2023-11"'],
    ['5月3日', '"\t5月3日"'],
    ['Mar-1', '"\tMar-1"'],
    ['1.10', '"\t1.10"'],
    ['150722100200-2023-1', '150722100200-2023-1'],
    ['CK01', 'CK01'],
    ['三组 5 号', '三组 5 号'],
    ['O’Neil', 'O’Neil'],
  ])('%j is written as %s for a spreadsheet', (value, written) => {
    const rows = [{ a: value }];
    const [, line] = [...csvOf({ shape: 'table', columns: [column('a', '甲', 'a')], rows }, STYLE)];
    expect(line).toBe(`${written}\r\n`);
  });

  test.each(['150722100200010001', '02', '3E5', '1-2', '2023-11'])('%j is written for a program as it is', value => {
    const style = { ...STYLE, isForSpreadsheet: false };
    const table = { shape: 'table', columns: [column('a', '甲', 'a', 'code')], rows: [{ a: value }] } as const;
    expect([...csvOf(table, style)][1]).toBe(`${value}\r\n`);
  });

  test('numbers, amounts and days are what they are for spreadsheets, too', () => {
    const columns = [
      column('a', '甲', 'a', 'yuan'),
      column('b', '乙', 'b', 'day'),
      column('c', '丙', 'c', 'integer'),
      column('d', '丁', 'd', 'money'),
    ];
    const rows = [{ a: '1200.50', b: '2023-05-03', c: 1_234_567_890_123, d: 120_050 }];
    expect([...csvOf({ shape: 'table', columns, rows }, STYLE)][1]).toBe(
      '1200.50,2023-05-03,1234567890123,1200.50\r\n',
    );
  });

  test.each(['\tx', '\r', '=1', '-x', "'=1", "'5", '＝1'])('the guard before %j is taken off again', value => {
    const rows = [{ a: `${value}y`, b: '' }];
    const columns = [column('a', '甲', 'a'), column('b', '乙', 'b')];
    const text = [...csvOf({ shape: 'table', columns, rows }, STYLE)].join('');
    const [entry] = readSheet({ a: optionalText(['a', '甲', 'a'], '') }, { records: recordsIn(text) }, 'x.csv').entries;
    expect(entry?.row?.a.trim()).toBe(`${value}y`.trim());
  });
});

/** The ledger keeps texts without spaces around them. */
function edgeless(text: string): string {
  return text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
}

describe('records and their lines', () => {
  const file = fc.record({
    rows: tableOf(textOf([...PIECES, '\n'])),
    end: fc.constantFrom('\n', '\r\n'),
    last: fc.boolean(),
    quoted: fc.infiniteStream(fc.boolean()),
    gaps: fc.infiniteStream(fc.constantFrom(0, 0, 0, 1, 2)),
  });

  const written = (field: string, always: boolean, delimiter: string) =>
    always || /["\r\n]/.test(field) || field.includes(delimiter) ? `"${field.replaceAll('"', '""')}"` : field;

  test.each([',', '\t', ';'])('agree with csv-parse where the delimiter is %j', delimiter => {
    fc.assert(
      fc.property(file, ({ rows, end, last, quoted, gaps }) => {
        const header = ['甲', 'b', 'c'].join(delimiter);
        const lines = rows.map(row => row.map(field => written(field, quoted.next().value, delimiter)).join(delimiter));
        const text = [header, ...lines.map(line => end.repeat(gaps.next().value) + line)].join(end) + (last ? end : '');
        const oracle = parse(text, {
          info: true,
          delimiter,
          relax_column_count: true,
          skip_empty_lines: true,
          record_delimiter: ['\r\n', '\n'],
        }) as unknown as { info: { lines: number }; record: string[] }[];
        const expected = oracle
          .map(({ info, record }) => ({ fields: record, line: info.lines - breaksIn(record) }))
          .filter(({ fields }) => !isBlank(fields));
        expect(recordsOf(text).filter(({ fields }) => !isBlank(fields))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  const breaksIn = (fields: readonly string[]) => fields.join('').split('\n').length - 1;

  test.each<[string, string, CsvRecord[]]>([
    [
      'old Macs',
      'a,b\r1,"x\ry"\r\r2,z',
      [
        { fields: ['a', 'b'], line: 1 },
        { fields: ['1', 'x\ry'], line: 2 },
        { fields: ['2', 'z'], line: 5 },
      ],
    ],
    [
      'Windows, with line feeds in cells',
      'a,b\r\n1,"x\ny"\r\n2,z\r\n',
      [
        { fields: ['a', 'b'], line: 1 },
        { fields: ['1', 'x\ny'], line: 2 },
        { fields: ['2', 'z'], line: 4 },
      ],
    ],
  ])('are found with the line ends of %s', (_, text, expected) => {
    expect(recordsOf(text)).toEqual(expected);
  });

  test('are found where Excel for Mac ends rows with returns and breaks cells with line feeds', () => {
    expect(recordsOf('a,b\r1,"x\ny"\r2,z\r').map(({ fields }) => fields)).toEqual([
      ['a', 'b'],
      ['1', 'x\ny'],
      ['2', 'z'],
    ]);
  });

  test('rows of empty cells are left out, and counted as lines', () => {
    expect(recordsOf('a,b\n,\n \n\n1,2\n,\n').map(({ line }) => line)).toEqual([1, 5]);
  });

  test.each([
    ['a,b\n1,"x\ny"\n2,"z\n3,w\n', 'x.csv:4:3:', 'never closed'],
    ['a,b\r\n"1","x\r\n\r\ny"\r\n"2","z""\r\n3,w\r\n', 'x.csv:5:5:', 'never closed'],
    ['a,b\n1,"x\n2,y\n3,"z"\n', 'x.csv:2:3:', 'the quote opened here does not close at the end of its field'],
    ['"a,b\n1,2\n', 'x.csv:1:1:', 'never closed'],
    ['a,b\n1,"\n', 'x.csv:2:3:', 'never closed'],
    ['a,b\n1,"x\ny"z,2\n', 'x.csv:2:3:', 'the quote opened here does not close at the end of its field'],
    ['a,b\n"一"二,2\n', 'x.csv:2:1:', 'the quote opened here does not close at the end of its field'],
  ])('%j is refused at its place', (text, place, reason) => {
    const failure = failureOf(() => recordsOf(text));
    expect(failure.kind).toBe('rejected');
    expect(failure.message).toContain(reason);
    expect(failure.message).toContain(place);
  });
});

describe('text that comes in pieces', () => {
  const said = (text: string | Iterable<string>) => {
    const records: unknown[] = [];
    try {
      eachRecord(text, 'x.csv', (fields, line) => records.push([line, ...fields]));
    } catch (error) {
      records.push((error as Error).message);
    }
    return records;
  };
  const cell = fc.constantFrom('a', '', '"a, b"', '"c\nd"', '"说""好""\r\n了"', ' ', '𠮷', 'x"y', '"open', '"shut"x');
  const line = fc.array(cell, { minLength: 1, maxLength: 4 }).map(cells => cells.join(','));

  test('wherever it is cut, it holds the same records and the same complaint', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.integer({ min: 0, max: 90 })),
        (lines, ending, cuts) => {
          const text = `h1,h2\n${lines.join(ending)}`;
          const places = [...new Set([6, ...cuts.map(cut => cut + 6)].filter(at => at <= text.length))].sort(
            (a, b) => a - b,
          );
          const pieces = [0, ...places].map((at, i) => text.slice(at, places[i]));
          expect(pieces.join('')).toBe(text);
          expect(said(pieces)).toEqual(said(text));
        },
      ),
    );
  });
});
