import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { demoBanner, type Record_ } from './support/banner.ts';

/** What the banner's own files say by codes is said in other words here, and must be found again, each record by itself. */
const { files, folder, tiaochu } = demoBanner();

const NUMBERED = [
  'agent',
  'allowance-rate',
  'benefit',
  'cadre',
  'department',
  'establishment',
  'expert',
  'guidance',
  'guidance-problem',
  'guidance-unit',
  'guidance-visit',
  'linked-leader',
  'mediator',
  'meeting',
  'outreach',
  'pair',
  'post',
  'receipt',
  'return-kind',
  'room',
  'service',
  'site',
  'stationing',
  'village-rule',
  'village-rule-step',
  'window',
];
/** The nouns whose files are called as they are. */
const SINGULAR = ['guidance', 'outreach'];
const fileOf = (noun: string) => `${noun}${SINGULAR.includes(noun) ? '' : 's'}.csv`;

type Cells = Readonly<Record<string, string>>;
const rowsOf = (file: string): Cells[] => parse(readFileSync(join(files, file)), { bom: true, columns: true });

/** Writes rows and imports them on trial; returns what became of them, and what was said. */
async function imported(noun: string, rows: readonly Cells[], ...options: readonly string[]) {
  const columns = Object.keys(rows[0] ?? {});
  const quoted = (cell = '') => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map(row => columns.map(column => quoted(row[column])).join(','));
  const path = join(folder, `${noun}.csv`);
  writeFileSync(path, [columns.join(','), ...lines, ''].join('\n'));
  const trial = ['--dry-run', '--skip-bad', '--rejected', join(folder, 'rejected.csv'), '--format', 'json'];
  const { stdout, stderr } = await tiaochu(noun, 'import', path, ...options, ...trial);
  const [counts] = JSON.parse(stdout) as Record_[];
  return { counts, stderr };
}

const allThere = (rows: readonly Cells[]) => ({
  read: rows.length,
  added: 0,
  changed: 0,
  already: rows.length,
  rejected: 0,
});

describe('the records of the banner, from files without their codes', () => {
  test.each(NUMBERED)('are recognised by --number: %s', async noun => {
    const rows = rowsOf(fileOf(noun)).map(({ code: _, ...row }) => row);
    const { counts } = await imported(noun, rows, '--number');
    expect(counts).toMatchObject(allThere(rows));
  });
});

const namesIn = (file: string) => new Map(rowsOf(file).map(({ code = '', name = '' }) => [code, name]));

describe('the records of the banner, from files with names in the place of codes', () => {
  const units = () => namesIn('units.csv');
  const NAMED: Readonly<Record<string, Readonly<Record<string, () => ReadonlyMap<string, string>>>>> = {
    unit: { parent_code: units },
    agent: { unit_code: units, cadre_code: () => namesIn('cadres.csv') },
    cadre: { unit_code: units },
    mediator: { unit_code: units },
    meeting: { unit_code: units },
    site: { unit_code: units },
    post: { site_code: () => namesIn('sites.csv') },
    room: { site_code: () => namesIn('sites.csv') },
    expert: { department_code: () => namesIn('departments.csv') },
    stationing: { window_code: () => namesIn('windows.csv'), department_code: () => namesIn('departments.csv') },
    service: { window_code: () => namesIn('windows.csv') },
    receipt: { unit_code: units, kind_code: () => namesIn('return-kinds.csv') },
    'guidance-unit': { unit_code: units, group_code: () => namesIn('guidance.csv') },
    'guidance-problem': { unit_code: units, owner_unit: units, owner_department: () => namesIn('departments.csv') },
    dispute: { unit_code: units },
    petition: { unit_code: units, agent_code: () => namesIn('agents.csv') },
  };

  test.each(Object.keys(NAMED))('are found by these names: %s', async noun => {
    const names = Object.entries(NAMED[noun] ?? {}).map(([column, load]) => [column, load()] as const);
    const rows = rowsOf(fileOf(noun)).map(row => {
      const named = names.map(([column, of]) => [column, of.get(row[column] ?? '') ?? row[column] ?? '']);
      return { ...row, ...Object.fromEntries(named) };
    });
    const { counts, stderr } = await imported(noun, rows);
    expect(counts).toMatchObject(allThere(rows));
    expect(stderr).toMatch(/found by name/);
  });

  test('are found by their people: pairs by two names in one cell, unless two of a team have the name', async () => {
    const [villages, people] = [units(), namesIn('cadres.csv')];
    const rows = rowsOf('pairs.csv').map(({ cadre_a = '', cadre_b = '', unit_code = '', ...row }) => ({
      ...row,
      所在村: villages.get(unit_code) ?? '',
      两名队员: `${people.get(cadre_a)}、${people.get(cadre_b)}`,
    }));
    const { counts, stderr } = await imported('pair', rows);
    expect(counts).toMatchObject({ read: rows.length, added: 0, changed: 0 });
    expect(Number(counts?.already)).toBeGreaterThan(rows.length - 10);
    expect(stderr.match(/pair\.csv:\d+:.*is the name of 2; write the code/g)?.length).toBeGreaterThan(0);
    expect(stderr).not.toMatch(/is not a known/);
  });

  test('are found by their households: needs and benefits by village, group and head', async () => {
    const [villages, households] = [units(), new Map(rowsOf('households.csv').map(row => [row.code, row]))];
    const rows = rowsOf('benefits.csv').map(({ household_code = '', ...row }) => {
      const { unit_code = '', head_name = '' } = households.get(household_code) ?? {};
      return {
        ...row,
        村: villages.get(unit_code) ?? '',
        户主姓名: head_name,
        组别: `第${household_code.slice(12, 14)}组`,
      };
    });
    const { counts, stderr } = await imported('benefit', rows);
    expect(counts).toMatchObject({ read: rows.length, added: 0, changed: 0 });
    expect(Number(counts?.already)).toBeGreaterThan(rows.length - 10);
    expect(stderr).not.toMatch(/is the head of no household/);
  });
});
