import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIRST, type SmallLedger } from './support/ledger.ts';
import { ledgerWithOneThatLeft, THE_VISITS, visitsIn } from './support/the-visits.ts';

const FOLDER = fileURLToPath(new URL('files/', import.meta.url));
const bytesOf = (name: string) => readFileSync(join(FOLDER, name));
const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

const ZH = { env: { TIAOCHU_LANG: 'zh' } };

let ledger: SmallLedger;

beforeEach(async () => {
  ledger = await ledgerWithOneThatLeft();
});

afterEach(() => ledger.remove());

const visits = () => visitsIn(ledger);
const visitCount = () => ledger.direct(db => db.prepare('select count(*) from visit').pluck().get());

const read = (path: string) => parse(readFileSync(path), { bom: true, relax_column_count: true }) as string[][];

describe('--skip-bad', () => {
  const mixed = () => ledger.write('mixed.csv', bytesOf('bad/mixed.csv'));

  test('takes the good rows and writes the others, unchanged and with their reasons', async () => {
    const { code, stdout, stderr } = await ledger.run(
      ['visit', 'import', mixed(), '--skip-bad', '--format', 'json'],
      ZH,
    );
    expect(code).toBe(5);
    expect(JSON.parse(stdout)).toMatchObject([{ read: 6, added: 2, rejected: 4 }]);
    expect(stderr).toContain('mixed.csv:3:household_code：');
    expect(visitCount()).toBe(2);

    const [header, ...rows] = read(join(ledger.folder, 'mixed.rejected.csv'));
    const [names, ...all] = read(join(FOLDER, 'bad/mixed.csv'));
    const bad = [all[1], all[2], all[4], all[5]].map(row => row ?? []);
    expect(header).toEqual([...(names ?? []), '退回原因']);
    expect(rows).toHaveLength(bad.length);
    for (const [i, row] of rows.entries()) {
      // A tab keeps a long code from becoming a number in a spreadsheet.
      expect(row.slice(0, 9).map(cell => cell.replace(/^\t(?=\d{16})/, ''))).toEqual(bad[i]?.slice(0, 9));
      expect(row[9]).not.toBe('');
    }
    expect(rows[2]?.[9]).toContain('visited_on：不是真实存在的日期');
    expect(rows[2]?.[9]).toContain('domains：不在工作领域目录中');
  });

  test('loses nothing of a row that has more columns than the header', async () => {
    await ledger.run(['visit', 'import', mixed(), '--skip-bad']);
    expect(readFileSync(join(ledger.folder, 'mixed.rejected.csv'), 'utf8')).toContain('再访');
  });

  test('says where the rejected rows are', async () => {
    const { stdout, stderr } = await ledger.run(['visit', 'import', mixed(), '--skip-bad'], ZH);
    expect(stdout + stderr).toContain('mixed.rejected.csv');
  });

  test('once mended, the rejected file imports', async () => {
    await ledger.run(['visit', 'import', mixed(), '--skip-bad']);
    const written = readFileSync(join(ledger.folder, 'mixed.rejected.csv'), 'utf8');
    const mended = written
      .replace('010099', '010001')
      .replace('偶遇', '电话')
      .replace('2023-02-30', '2023-02-28')
      .replace('唱歌', '信访维稳')
      .replace('2023-02-28', '2023-05-15')
      .replace(/^(2023-05-14.*),开会.*$/m, `$1,"开会,商量,再访",${FIRST}-C01,`);
    expect(await ledger.json('visit', 'import', ledger.write('mended.csv', mended))).toMatchObject([
      { read: 4, added: 4, already: 0, rejected: 0 },
    ]);
    const diaries = (await visits()).map(({ diary }) => diary);
    expect(diaries).toEqual(['', ' 首尾有空格, "引号"\n两行 ', '=1+1', '', '开会,商量,再访', '＝全角']);
  });

  test('writes to --rejected where that is named, and standard input needs it', async () => {
    const stdin = bytesOf('bad/mixed.csv');
    const without = await ledger.run(['visit', 'import', '-', '--skip-bad'], { stdin });
    expect(without.code).toBe(2);
    expect(without.stderr).toContain('--rejected');
    expect(visitCount()).toBe(0);
    const path = join(ledger.folder, '退回.csv');
    const named = await ledger.run(['visit', 'import', '-', '--skip-bad', '--rejected', path], { stdin });
    expect(named.code).toBe(5);
    expect(visitCount()).toBe(2);
    expect(read(path)).toHaveLength(5);
  });

  test('a folder that is not there for the rejected rows refuses the whole import', async () => {
    const path = join(ledger.folder, 'nowhere', 'x.csv');
    const { code, stderr } = await ledger.run(['visit', 'import', mixed(), '--skip-bad', '--rejected', path], ZH);
    expect(code).toBe(2);
    expect(stderr).toContain('无法写入文件');
    expect(visitCount()).toBe(0);
  });

  test('a refused import leaves no half-written file behind', async () => {
    const { code } = await ledger.run(['visit', 'import', mixed(), '-', '--skip-bad'], {
      stdin: bytesOf('bad/mixed.csv'),
    });
    expect(code).toBe(2);
    expect(visitCount()).toBe(0);
    expect(readdirSync(ledger.folder).filter(name => /rejected|\.tmp$/.test(name))).toEqual([]);
  });

  test('a file that is named twice is no crash', async () => {
    const { code, stderr } = await ledger.run(['visit', 'import', mixed(), mixed(), '--skip-bad'], ZH);
    expect(stderr).not.toContain('程序内部错误');
    expect([2, 5]).toContain(code);
  });

  test('a clean file writes no rejected file', async () => {
    await ledger.done('visit', 'import', ledger.write('plain.csv', bytesOf('good/plain.csv')), '--skip-bad');
    expect(existsSync(join(ledger.folder, 'plain.rejected.csv'))).toBe(false);
  });
});

describe('--dry-run', () => {
  test.each([
    ['good/plain.csv', []],
    ['good/repeated-row.csv', []],
    ['bad/mixed.csv', []],
    ['bad/mixed.csv', ['--skip-bad']],
  ] as const)('of %s %j shows exactly what the import does, and writes nothing', async (name, options) => {
    const file = ledger.write('rows.csv', bytesOf(name));
    const words = ['visit', 'import', file, ...options, '--format', 'json'];
    const dry = await ledger.run([...words, '--dry-run'], ZH);
    expect(visitCount()).toBe(0);
    expect(readdirSync(ledger.folder).filter(other => other.includes('rejected'))).toEqual([]);
    expect(ledger.direct(db => db.prepare("select 1 from import where noun = 'visit'").all())).toEqual([]);
    const real = await ledger.run(words, ZH);
    expect(dry.code).toBe(real.code);
    const figures = (json: string) => (json ? JSON.parse(json).map((row: object) => ({ ...row, import: null })) : '');
    expect(figures(dry.stdout)).toEqual(figures(real.stdout));
  });
});

describe('several files and standard input', () => {
  test('several files are all or nothing', async () => {
    const good = join(FOLDER, 'good/plain.csv');
    for (const files of [
      [good, join(FOLDER, 'bad/future.csv')],
      [good, join(FOLDER, 'bad/unclosed-quote.csv')],
      [good, join(ledger.folder, 'missing.csv')],
    ]) {
      const { code, stdout } = await ledger.run(['visit', 'import', ...files], ZH);
      expect(code).toBe(files[1]?.includes('missing') ? 3 : 5);
      expect(stdout).toBe('');
      expect(visitCount()).toBe(0);
      expect(ledger.direct(db => db.prepare("select 1 from import where noun = 'visit'").all())).toEqual([]);
    }
  });

  test('two good files are one row each, and a visit of both counts once', async () => {
    const rest = ledger.write(
      'rest.csv',
      `${textOf('good/plain.csv')}2023-05-06,${FIRST}010001,${FIRST}-C01,${FIRST}-C02,law,,,,\n`,
    );
    expect(await ledger.json('visit', 'import', join(FOLDER, 'good/plain.csv'), rest)).toMatchObject([
      { file: 'plain.csv', read: 3, added: 3, already: 0 },
      { file: 'rest.csv', read: 4, added: 1, already: 3 },
    ]);
    expect(visitCount()).toBe(4);
  });

  test('the second file conflicts with the first as with the ledger', async () => {
    const changed = ledger.write('changed.csv', textOf('good/plain.csv').replace('law', 'unity'));
    const { code, stderr } = await ledger.run(['visit', 'import', join(FOLDER, 'good/plain.csv'), changed], ZH);
    expect(code).toBe(5);
    expect(stderr).toContain('changed.csv:4:visited_on：');
    expect(visitCount()).toBe(0);
  });

  test('standard input holds the same visits', async () => {
    const { code } = await ledger.run(['visit', 'import', '-'], { stdin: bytesOf('good/byte-order-mark.csv') });
    expect(code).toBe(0);
    expect(await visits()).toEqual(THE_VISITS);
  });
});
