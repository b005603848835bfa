import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../src/ledger/sqlite.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { figure, HOUSEHOLDS, householdCode, visitRows } from './support/many.ts';
import { run } from './support/run.ts';
import { bashIn, ROOT, type Spawned, type SpawnPlan, tiaochu } from './support/spawned.ts';

const HEADER = 'visited_on,household_code,cadre_a,cadre_b,domains,mode,substitute,diary,diary_by\n';

/** The small ledger with 2,000 more households, all looked after by the first pair; never written to, only copied. */
let many: SmallLedger;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tiaochu-process-'));
  many = await smallLedger();
  const codes = Array.from({ length: HOUSEHOLDS }, (_, n) => householdCode(n));
  const households = codes.map((code, n) => `${code},${FIRST},鄂户${n}\n`).join('');
  const assignments = codes.map(code => `${code},${FIRST}-P01,${FIRST}-C01,2023-05-01\n`).join('');
  await many.done('household', 'import', many.write('h.csv', `code,unit_code,head_name\n${households}`));
  const header = 'household_code,pair_code,responsible_cadre,from_on\n';
  await many.done('assignment', 'import', many.write('a.csv', header + assignments));
});

afterAll(() => {
  many.remove();
  rmSync(folder, { recursive: true, force: true });
});

const bash = (line: string, plan: SpawnPlan = {}) => bashIn(folder, line, plan);

const copies: number[] = [];

/** A fresh copy of the ledger with many households. */
function fresh(): string {
  const path = join(folder, `ledger-${copies.push(0)}.db`);
  cpSync(many.path, path);
  return path;
}

const visitsIn = (ledger: string) => figure(ledger, 'select count(*) from visit');

function visitFile(name: string, rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, HEADER + rows.join(''));
  return path;
}

describe('streams', () => {
  test('a reader that has seen enough is no error', () => {
    for (const format of ['table', 'csv', 'json', 'markdown']) {
      const { stdout, stderr } = bash(`tiaochu household list --format ${format} | head -1; echo "\${PIPESTATUS[0]}"`, {
        ledger: many.path,
      });
      expect(stdout.trimEnd().split('\n').at(-1)).toBe('0');
      expect(stderr).not.toMatch(/EPIPE|\bat .*:\d+:\d+/);
    }
  });

  test('a closed stderr does not take an import back in silence', async () => {
    const ledger = fresh();
    const bad = Array.from({ length: 3000 }, (_, n) => `2023-02-30,${householdCode(n % HOUSEHOLDS)},x,y,z,,,,\n`);
    const file = visitFile('closed.csv', [...visitRows(1).slice(0, 10), ...bad]);
    const { stdout } = bash(
      `tiaochu visit import '${file}' --skip-bad 2>&1 >/dev/null | head -1 >/dev/null; echo "\${PIPESTATUS[0]}"`,
      { ledger },
    );
    expect({ code: stdout.trim(), visits: visitsIn(ledger) }).toEqual({ code: '5', visits: 10 });
  });

  test('a closed stderr does not end an import between two files', () => {
    const ledger = fresh();
    const rows = visitRows(10).map(row => row.replace(/\n$/, ',x\n'));
    const files = [rows.slice(0, 5), rows.slice(5)].map((part, n) => {
      const path = join(folder, `closed-${n}.csv`);
      writeFileSync(path, `${HEADER.trim()},备注\n${part.join('')}`);
      return `'${path}'`;
    });
    const { stdout } = bash(
      `tiaochu visit import ${files.join(' ')} 2>&1 >/dev/null | true; echo "\${PIPESTATUS[0]}"`,
      {
        ledger,
      },
    );
    expect({ code: stdout.trim(), visits: visitsIn(ledger) }).toEqual({ code: '0', visits: 20_000 });
  });

  test('a pipe gets no escape codes unless colour is forced', async () => {
    const words = ['household', 'list', '--limit', '5'];
    const plain = [
      {},
      { NO_COLOR: '1', FORCE_COLOR: '1' },
      { FORCE_COLOR: '0', CLICOLOR_FORCE: '1' },
      { CLICOLOR: '1' },
    ];
    for (const env of plain) {
      const { code, stdout, stderr } = await tiaochu(words, { ledger: many.path, env: { TERM: 'xterm', ...env } });
      expect(code).toBe(0);
      expect(stdout + stderr).not.toContain('\x1b');
    }
    for (const env of [{ FORCE_COLOR: '1' }, { CLICOLOR_FORCE: '1', TERM: 'dumb' }]) {
      const { stdout } = await tiaochu(words, { ledger: many.path, env });
      expect(stdout).toContain('\x1b[1m');
      const { stderr } = await tiaochu(['household', 'show', '1'], { ledger: many.path, env });
      expect(stderr).toContain('\x1b[31merror: \x1b[39m');
    }
  });

  test('NO_COLOR and --no-color keep a terminal plain', async () => {
    const words = ['household', 'list', '--limit', '5'];
    const env = { TIAOCHU_LEDGER: many.path };
    expect((await run(words, { columns: 120, env: { ...env, NO_COLOR: '1' } })).stdout).not.toContain('\x1b');
    expect((await run([...words, '--no-color'], { columns: 120, env })).stdout).not.toContain('\x1b');
    expect((await run(words, { columns: 120, env: { ...env, CLICOLOR: '0' } })).stdout).not.toContain('\x1b');
    expect((await run(words, { columns: 120, env })).stdout).toContain('\x1b');
  });

  test('a pipe in place of a file can be read, conflicts included', async () => {
    const ledger = fresh();
    const [row = ''] = visitRows(1);
    const file = visitFile('fifo.csv', [row, row.replace('mediation', 'law')]);
    const { status, stderr } = bash(`tiaochu visit import <(cat '${file}')`, { ledger });
    expect(stderr).toContain(':3:visited_on:');
    expect(status).toBe(5);
    expect(visitsIn(ledger)).toBe(0);
  });
});

describe('the program', () => {
  test('names its version without a ledger', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const word of ['--version', '-V'])
      expect(await tiaochu([word])).toMatchObject({ code: 0, stdout: `tiaochu ${version}\n`, stderr: '' });
  });

  test('lives and works in folders with spaces and Chinese letters', async () => {
    const home = join(folder, '调处 程序');
    mkdirSync(home);
    for (const part of ['bin', 'dist', 'package.json']) cpSync(join(ROOT, part), join(home, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
    const program = join(home, 'bin', 'tiaochu.js');
    const ledger = join(home, '2023 年 台账.db');
    const made = await tiaochu(['init', '--county', '150722', '--name', '莫旗'], { ledger, program });
    expect(made).toMatchObject({ code: 0, stderr: '' });
    cpSync(many.path, ledger);
    const file = join(home, '走访 五月.csv');
    writeFileSync(file, HEADER + visitRows(10).join(''));
    const { code, stdout } = await tiaochu(['visit', 'import', file, '--format', 'json'], { ledger, program });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ file: '走访 五月.csv', added: 20_000 }]);
  });
});

describe('several processes', () => {
  const add = (n: number) => [
    ...['visit', 'add', '--visited-on', '2023-06-01', '--household-code', householdCode(n)],
    ...['--cadre-a', `${FIRST}-C01`, '--cadre-b', `${FIRST}-C02`, '--domains', 'law'],
  ];
  const register = (n: number) => [
    ...['household', 'add', '--code', `${FIRST}03${String(n + 1).padStart(4, '0')}`, '--unit-code', FIRST],
    ...['--head-name', `敖新${n}`],
  ];

  test('that write at once lose nothing', async () => {
    const ledger = fresh();
    const before = Number(figure(ledger, 'select count(*) from journal'));
    const inTurn = async (commandOf: (n: number) => string[]) => {
      for (let n = 0; n < 15; n++) {
        const { code, stderr } = await tiaochu(commandOf(n), { ledger });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      }
    };
    await Promise.all([inTurn(add), inTurn(register)]);
    expect(visitsIn(ledger)).toBe(15);
    expect(figure(ledger, `select count(*) from household where code like '${FIRST}03%'`)).toBe(15);
    expect(Number(figure(ledger, 'select count(*) from journal')) - before).toBe(30);
    expect((await tiaochu(['check'], { ledger })).code).toBe(0);
  }, 20_000);

  const held = async (ledger: string, ms: number, work: () => Promise<Spawned>) => {
    const holder = connect(ledger);
    holder.exec('begin immediate');
    const release = new Promise<void>(resolve => {
      setTimeout(() => {
        holder.exec('rollback');
        holder.close();
        resolve();
      }, ms);
    });
    const result = await work();
    await release;
    return result;
  };

  test.concurrent('wait for one that holds the ledger for two seconds', async ({ expect }) => {
    const ledger = fresh();
    const began = Date.now();
    const { code, stderr } = await held(ledger, 2000, () => tiaochu(add(1), { ledger }));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(Date.now() - began).toBeGreaterThan(1900);
    expect(visitsIn(ledger)).toBe(1);
  }, 20_000);

  test.concurrent('are told busy after ten seconds, and readers never wait', async ({ expect }) => {
    const ledger = fresh();
    const began = Date.now();
    const { code, stdout, stderr } = await held(ledger, 11_500, async () => {
      const reader = await tiaochu(['household', 'list', '--limit', '1'], { ledger });
      expect(reader.code).toBe(0);
      expect(Date.now() - began).toBeLessThan(5000);
      return tiaochu(add(1), { ledger, env: { TIAOCHU_LANG: 'zh' } });
    });
    expect({ code, stdout }).toEqual({ code: 6, stdout: '' });
    expect(stderr).toContain('正被另一个程序写入');
    expect(stderr).toContain('提示：');
    expect(visitsIn(ledger)).toBe(0);
  }, 20_000);
});

describe('large imports', () => {
  const table = (ledger: string) =>
    figure(
      ledger,
      `select json_group_array(line) from (select household_id || visited_on || mode || pair_id || domains || diary || diary_by
       as line from visit order by 1)`,
    );

  test('killed at any moment, they leave the ledger as it was, and then succeed', async () => {
    const file = visitFile('killed.csv', visitRows(50));
    const whole = fresh();
    const began = Date.now();
    expect((await tiaochu(['visit', 'import', file], { ledger: whole })).code).toBe(0);
    const took = Date.now() - began;
    let ledger = fresh();
    for (const share of [0.3, 0.5, 0.7]) {
      const { signal } = await tiaochu(['visit', 'import', file], {
        ledger,
        started: child => void setTimeout(() => child.kill('SIGKILL'), took * share),
      });
      // A run that was quicker than the one measured may have come to its end: then everything is in.
      const visits = visitsIn(ledger);
      expect(visits).toBe(share > 0.3 && visits !== 0 ? 100_000 : 0);
      expect(figure(ledger, "select count(*) from import where noun = 'visit'")).toBe(visits === 0 ? 0 : 1);
      if (share === 0.3) expect(signal).toBe('SIGKILL');
      expect((await tiaochu(['check'], { ledger })).code).toBe(0);
      if (visits !== 0) ledger = fresh();
    }
    expect((await tiaochu(['visit', 'import', file], { ledger })).code).toBe(0);
    expect(visitsIn(ledger)).toBe(100_000);
  }, 30_000);

  test('several files at once are what each would be alone, with every index', async () => {
    const rows = visitRows(6);
    const [first, second] = [
      visitFile('first.csv', rows.slice(0, 7000)),
      // Its first rows are those with which the other file ends.
      visitFile('second.csv', rows.slice(6500)),
    ];
    const [together, apart] = [fresh(), fresh()];
    expect((await tiaochu(['visit', 'import', first, second], { ledger: together })).code).toBe(0);
    for (const file of [first, second])
      expect((await tiaochu(['visit', 'import', file], { ledger: apart })).code).toBe(0);
    expect(visitsIn(together)).toBe(rows.length);
    expect(table(together)).toBe(table(apart));
    const indexes = "select group_concat(name) from (select name from sqlite_schema where type = 'index' order by 1)";
    expect(figure(together, indexes)).toBe(figure(many.path, indexes));
    expect((await tiaochu(['check', '--deep'], { ledger: together })).code).toBe(0);
  }, 30_000);

  test('read in a thread and read in place, a file is the same', async () => {
    const rows = visitRows(10);
    const bad = rows.map((row, n) => (n % 5000 === 4321 ? row.replace('mediation', '唱歌') : row));
    bad[19_000] = (rows[18_000] ?? '').replace('mediation', 'law');
    const large = visitFile('large.csv', bad);
    expect(readFileSync(large).length).toBeGreaterThan(1_500_000);
    const small = [0, 1, 2, 3].map(n => visitFile(`part-${n}.csv`, bad.slice(n * 5000, (n + 1) * 5000)));
    const [threaded, inPlace] = [fresh(), fresh()];
    const one = await tiaochu(['visit', 'import', large, '--skip-bad', '--format', 'json'], { ledger: threaded });
    const four = await tiaochu(['visit', 'import', ...small, '--skip-bad', '--format', 'json'], { ledger: inPlace });
    expect([one.code, four.code]).toEqual([5, 5]);
    expect(JSON.parse(one.stdout)).toMatchObject([{ read: 20_000, added: 19_995, rejected: 5 }]);
    const sum = (key: string) =>
      JSON.parse(four.stdout).reduce((total: number, row: Record<string, number>) => total + (row[key] ?? 0), 0);
    expect([sum('read'), sum('added'), sum('rejected')]).toEqual([20_000, 19_995, 5]);
    expect(one.stderr).toContain('large.csv:4323:domains: \\"唱歌;publicity\\" names no task domain');
    expect(one.stderr).toContain('large.csv:19002:visited_on:');
    expect(table(threaded)).toEqual(table(inPlace));
  }, 20_000);

  test('a large file that is no good is refused from the thread as from here', async () => {
    const ledger = fresh();
    const rows = visitRows(8);
    const open = [...rows.slice(0, 12_000), '2023-06-01,"没有关上,\n', ...rows.slice(12_000)];
    const cases = [
      [HEADER + open.join(''), 'x.csv:12002:12:'],
      [rows.join(''), 'the header lacks visited_on'],
    ] as const;
    for (const [text, message] of cases) {
      writeFileSync(join(folder, 'x.csv'), text);
      const { code, stderr } = await tiaochu(['visit', 'import', join(folder, 'x.csv')], { ledger });
      expect(stderr).toContain(message);
      expect(code).toBe(5);
    }
    expect(visitsIn(ledger)).toBe(0);
  }, 20_000);

  test('270,000 rows take less than 400 MB', async () => {
    const ledger = fresh();
    const file = visitFile('whole.csv', visitRows(135));
    const note = join(folder, 'rss.txt');
    const report = `import { writeFileSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads';
      if (isMainThread) process.on('exit', () => writeFileSync(process.env.RSS_NOTE, String(process.resourceUsage().maxRSS)));`;
    const { code, stdout } = await tiaochu(['visit', 'import', file, '--format', 'json'], {
      ledger,
      node: ['--import', `data:text/javascript,${encodeURIComponent(report)}`],
      env: { RSS_NOTE: note },
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ read: 270_000, added: 270_000 }]);
    const megabytes = Number(readFileSync(note, 'utf8')) / 1024;
    expect(megabytes).toBeLessThan(400);
  }, 30_000);
});
