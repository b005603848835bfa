import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { fromHtml } from 'hucre';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { percent } from '../src/kernel/figures.ts';
import { CONTENTS } from '../src/reports/monthly/contents.ts';
import { demoBanner, type Record_ } from './support/banner.ts';
import { unzipped } from './support/unzipped.ts';

const { folder, tiaochu, json, done } = demoBanner();
const at = (...names: readonly string[]) => join(folder, ...names);
const MONTH = ['report', 'monthly', '--month', '2023-06'];

/** Every folder that is compared: the banner, a township and a village. */
const UNITS: readonly (readonly [name: string, unit: readonly string[]])[] = [
  ['banner', []],
  ['township', ['--unit', '150722100']],
  ['village', ['--unit', '150722100200']],
];

interface Listed {
  readonly name: string;
  readonly command?: string;
}

const filesOf = (name: string): readonly Listed[] => JSON.parse(readFileSync(at(name, 'manifest.json'), 'utf8')).files;
const wordsOf = ({ command = '' }: Listed) => command.split(' ');
const csvRows = (path: string): Record<string, string>[] =>
  parse(readFileSync(path), { columns: true, bom: true, relax_column_count: false });

/** The rows that a command prints as JSON; one record is a table of one row. */
async function printed(file: Listed): Promise<Record_[]> {
  const found = await json<Record_[] | Record_>(...wordsOf(file));
  return Array.isArray(found) ? found : [found];
}

/** The streams of the flow between the tiers by the columns of its table. */
const STREAMS = {
  opening: 'Opening',
  registered: 'Registered',
  reopened: 'Reopened',
  settled: 'Settled',
  ended_otherwise: 'Ended otherwise',
  closing: 'Closing',
} as const;

/** A value of JSON as CSV has it in English. */
function inCsv(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null ? '' : String(value);
}

/** A value of JSON as people read it: figures in groups of three, shares as percentages rounded down. */
function read(value: unknown, text: string): string {
  if (typeof value !== 'number') return value === null ? '' : text;
  if (text.endsWith('%')) return percent(value);
  return value.toLocaleString('en-US');
}

describe.each(UNITS)('the month of a %s', (name, unit) => {
  const zh = `${name}-zh`;
  const en = `${name}-en`;
  beforeAll(async () => {
    await done(...MONTH, ...unit, '--output', at(zh), '--lang', 'zh');
    await done(...MONTH, ...unit, '--output', at(en), '--lang', 'en');
  }, 240_000);

  test('has a file for each content, and each says the command that shows the same', () => {
    const tables = filesOf(zh).filter(file => file.name.startsWith('csv/'));
    expect(tables.map(file => file.name)).toEqual(CONTENTS.map(content => `csv/${content.name}.csv`));
    expect(tables.filter(file => !file.command?.startsWith('report '))).toEqual([]);
  });

  test('each CSV is byte for byte what its command writes', async () => {
    for (const [folder_, lang] of [
      [zh, 'zh'],
      [en, 'en'],
    ] as const)
      for (const file of filesOf(folder_).filter(({ name }) => name.endsWith('.csv'))) {
        await done(...wordsOf(file), '--output', at('own.csv'), '--lang', lang);
        expect(readFileSync(at(folder_, file.name), 'utf8')).toBe(readFileSync(at('own.csv'), 'utf8'));
      }
  });

  test('every figure of a CSV is the one that JSON has', async () => {
    let figures = 0;
    for (const file of filesOf(en).filter(({ name }) => name.endsWith('.csv'))) {
      const [rows, records] = [csvRows(at(en, file.name)), await printed(file)];
      expect(rows.length, file.name).toBe(records.length);
      for (const [i, row] of rows.entries())
        for (const [key, value] of Object.entries(row)) {
          // A tab keeps a code from being taken for a number.
          expect(value.replace(/^\t/, ''), `${file.name} ${i} ${key}`).toBe(inCsv(records[i]?.[key]));
          figures++;
        }
    }
    expect(figures).toBeGreaterThan(name === 'banner' ? 1000 : 100);
  });

  test('every figure of the workbook is the one that JSON has', async () => {
    for (const content of CONTENTS) {
      const file = filesOf(en).find(({ name }) => name === `csv/${content.name}.csv`) as Listed;
      const records = await printed(file);
      const [, heads = [], ...rows] = await readSheet(readFileSync(at(en, 'month.xlsx')), content.title.en);
      const keys = Object.keys(csvRows(at(en, file.name))[0] ?? {});
      if (content.name === 'headline') {
        const [record = {}] = records;
        expect(rows.map(([, value]) => value)).toEqual(keys.map(key => record[key]));
        continue;
      }
      if (records.length === 0) continue;
      expect(heads.length, content.name).toBe(keys.length);
      for (const [i, record] of records.entries())
        for (const [place, key] of keys.entries()) {
          const value = record[key];
          if (typeof value !== 'number') continue;
          const shown = rows[i]?.[place];
          expect(shown, `${content.name} ${i} ${key}`).toBe(key === 'amount_fen' ? value / 100 : value);
        }
    }
  });

  test('every figure of the page is the one that JSON has', async () => {
    const page = readFileSync(at(zh, 'month.html'), 'utf8');
    let figures = 0;
    for (const content of CONTENTS.filter(({ name }) => name !== 'headline')) {
      const file = filesOf(zh).find(({ name }) => name === `csv/${content.name}.csv`) as Listed;
      const records = await printed(file);
      const table = page.slice(page.indexOf(`id="table-${content.name}"`)).split('</table>')[0] ?? '';
      const [heads = [], ...rows] = fromHtml(`<table>${table.split(/<table[^>]*>/)[1]}</table>`, {
        typeInference: false,
      }).rows as string[][];
      const csvHead = readFileSync(at(zh, file.name), 'utf8').slice(1).split('\r\n')[0]?.split(',') ?? [];
      const keys = readFileSync(at(en, file.name), 'utf8').slice(1).split('\r\n')[0]?.split(',') ?? [];
      expect(records.length === 0 || rows.length >= Math.min(records.length, 30), content.name).toBe(true);
      for (const [i, record] of records.slice(0, 30).entries())
        for (const [place, head] of heads.entries()) {
          const key = keys[csvHead.indexOf(head)] ?? '';
          const text = rows[i]?.[place] ?? '';
          if (typeof record[key] !== 'number') continue;
          expect(text, `${content.name} ${i} ${key}`).toBe(read(record[key], text));
          figures++;
        }
    }
    expect(figures).toBeGreaterThan(name === 'banner' ? 500 : 40);
  });

  test('the briefing has what its command writes, apart from the line that says how it was made', async () => {
    const file = filesOf(zh).find(({ name }) => name === 'bulletin.docx') as Listed;
    await done(...wordsOf(file), '--output', at('own.docx'), '--lang', 'zh');
    const body = (path: string) => (unzipped(readFileSync(path)).get('word/document.xml') ?? '').split('"Foot"')[0];
    expect(body(at(zh, file.name))).toBe(body(at('own.docx')));
    expect(body(at(zh, file.name))).toContain('<w:tbl>');
  });

  test('every tile of the page is a figure of the headline', async () => {
    const page = readFileSync(at(en, 'month.html'), 'utf8');
    const [headline = {}] = await json<Record_[]>('report', 'headline', '--month', '2023-06', ...unit).then(one => [
      one as unknown as Record_,
    ]);
    const tiles = [...page.matchAll(/<dd(?: class="long")?>([^<]*)<\/dd><\/div>/g)].map(([, text = '']) => text);
    const values = Object.values(headline);
    expect(tiles).toHaveLength(values.length);
    for (const [i, value] of values.entries())
      expect(tiles[i]?.split(' ')[0]).toBe(read(value, tiles[i] ?? '').split(' ')[0]);
  });

  test('every figure of a picture is one of its table', async () => {
    const page = readFileSync(at(en, 'month.html'), 'utf8');
    const covered = await printed(filesOf(en).find(({ name }) => name === 'csv/coverage.csv') as Listed);
    for (const { visited, households } of covered)
      expect(page).toContain(
        `(${Number(visited).toLocaleString('en-US')}/${Number(households).toLocaleString('en-US')})</text>`,
      );
    const tiers = await printed(filesOf(en).find(({ name }) => name === 'csv/tiers.csv') as Listed);
    const table = page.slice(page.indexOf('id="table-tiers"')).split('</table>')[0] ?? '';
    for (const tier of tiers)
      for (const [key, title] of Object.entries(STREAMS)) {
        expect(table).toContain(`<th scope="col">${title}</th>`);
        if (tier[key] !== 0) expect(page).toContain(`>${title} ${tier[key]}</text>`);
      }
  });
});

test('a month of the table of months is the total of the reports of that month alone', async () => {
  const months = await json('report', 'months', '--month', '2023-08');
  expect(months.map(row => row.month)).toEqual(['2023-05', '2023-06', '2023-07', '2023-08']);
  for (const row of months) {
    const only = ['--month', String(row.month)];
    const [covered] = await json('report', 'coverage', '--by', 'banner', ...only);
    const [disputes] = await json('report', 'resolution', '--by', 'banner', ...only);
    const petitions = await json('report', 'petitions', ...only);
    const sum = (key: string) => petitions.reduce((all, petition) => all + Number(petition[key]), 0);
    expect(row).toMatchObject({
      visits: covered?.visits,
      visited: covered?.visited,
      coverage: covered?.coverage,
      registered: disputes?.registered,
      settled: disputes?.settled,
      closing: disputes?.closing,
      lodged: sum('lodged'),
      concluded: sum('concluded'),
    });
  }
});

test('the folder of the banner is made in a few seconds', async () => {
  const began = performance.now();
  const { code } = await tiaochu(...MONTH, '--output', at('timed'));
  expect(code).toBe(0);
  expect(performance.now() - began).toBeLessThan(20_000);
});
