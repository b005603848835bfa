import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, type Engine } from './support/engines.ts';
import type { SmallLedger } from './support/ledger.ts';
import { counties, countyLedger, held, kept, sorted, strays } from './support/region.ts';
import { type Ran, run } from './support/run.ts';

const region = (url: string, ...argv: string[]): Promise<Ran> =>
  run(['region', ...argv], { env: { TIAOCHU_DATABASE: url } });

describe.each(ENGINES)('a region on $name', ({ start }) => {
  let server: Awaited<ReturnType<Engine['start']>>;
  let [first, second]: SmallLedger[] = [];
  beforeAll(async () => {
    server = await start();
    first = await countyLedger('150721');
    second = await countyLedger('150723');
  }, 120_000);
  afterAll(async () => {
    first?.remove();
    second?.remove();
    await server?.remove();
  });

  const loaded = async (...argv: string[]) => {
    const ran = await region(server.url, 'load', ...argv, '--format', 'json');
    return {
      ...ran,
      rows: ran.code === 0 || ran.code === 5 ? (JSON.parse(ran.stdout || '[]') as Record<string, unknown>[]) : [],
    };
  };

  test('is prepared once, and says what it is before', async () => {
    const before = await region(server.url, 'status');
    expect(before).toMatchObject({ code: 6, stderr: expect.stringMatching(/was not initialised/) });
    expect((await region(server.url, 'init')).stdout).toMatch(/^Prepared /);
    const again = await region(server.url, 'init');
    expect(again).toMatchObject({ code: 0, stdout: expect.stringMatching(/was prepared already/) });
  });

  test('holds the facts of the ledgers that are loaded, row by row', async () => {
    const { code, rows } = await loaded(first?.path ?? '', second?.path ?? '');
    expect(code).toBe(0);
    expect(rows.map(row => [row.county_code, row.result_code])).toEqual([
      ['150721', 'loaded'],
      ['150723', 'loaded'],
    ]);
    for (const [ledger, county] of [
      [first, '150721'],
      [second, '150723'],
    ] as const)
      expect(sorted(await held(server.url, county))).toEqual(sorted(kept(ledger as SmallLedger, county)));
  });

  test('holds nothing of persons: no name, number, phone or text of the ledgers is among its facts', async () => {
    const all = JSON.stringify(await held(server.url, '150721'));
    const people = (first as SmallLedger).direct(db =>
      db.prepare('select head_name from household union select name from cadre').pluck().all(),
    ) as string[];
    expect(people.length).toBeGreaterThan(10);
    expect([...people, '1380000', '1390000', '了解春耕'].filter(text => all.includes(text))).toEqual([]);
  });

  test('is not written into by the same ledger in the same state', async () => {
    const before = await counties(server.url);
    const { rows } = await loaded(first?.path ?? '', second?.path ?? '');
    expect(rows.map(row => row.result_code)).toEqual(['unchanged', 'unchanged']);
    expect(await counties(server.url)).toEqual(before);
  });

  test('takes a later state in the place of the one before, and notes one that differs in nothing that is counted', async () => {
    const ledger = first as SmallLedger;
    await ledger.done('cadre', 'change', '150721100200-C01', '--duty', '主任', '--on', '2023-06-01');
    expect((await loaded(ledger.path)).rows[0]).toMatchObject({ result_code: 'unchanged' });
    const visit = `visited_on,household_code,cadre_a,cadre_b,domains,mode,substitute
2023-09-09,150721100200010003,150721100200-C01,150721100200-C02,law,home,no
`;
    await ledger.done('visit', 'import', ledger.write('more.csv', visit));
    expect((await loaded(ledger.path)).rows[0]).toMatchObject({ result_code: 'loaded' });
    expect(sorted(await held(server.url, '150721'))).toEqual(sorted(kept(ledger, '150721')));
    expect(await strays(server.url)).toEqual([]);
  });

  test('refuses another ledger of a county, and an older state unless that is meant', async () => {
    const other = await countyLedger('150721', '2023-12-31T09:30:00.000Z');
    const before = await counties(server.url);
    const refused = await region(server.url, 'load', other.path);
    expect(refused).toMatchObject({ code: 4, stderr: expect.stringMatching(/was loaded from another ledger/) });
    other.remove();
    const ledger = first as SmallLedger;
    const backup = join(ledger.folder, 'backup.db');
    ledger.direct(db => db.prepare('vacuum into ?').run(backup));
    await ledger.done('visit', 'import', ledger.write('later.csv', LATER));
    expect((await loaded(ledger.path)).rows[0]).toMatchObject({ result_code: 'loaded' });
    const old = await region(server.url, 'load', backup);
    expect(old).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/this ledger ends at entry \d+\nhint: .*--older/),
    });
    expect((await loaded(backup, '--older')).rows[0]).toMatchObject({ result_code: 'loaded' });
    expect(sorted(await held(server.url, '150721'))).not.toEqual(sorted(kept(ledger, '150721')));
    expect((await loaded(ledger.path)).rows[0]).toMatchObject({ result_code: 'loaded' });
    expect((await counties(server.url)).length).toBe(before.length);
  });

  test('loads the others where one of several is bad, with exit 5', async () => {
    const bad = second?.write('bad.db', 'no ledger at all') ?? '';
    const { code, rows } = await loaded(bad, second?.path ?? '');
    expect(code).toBe(5);
    expect(rows.map(row => row.result_code)).toEqual(['failed', 'unchanged']);
  });

  test('takes the file of a county without a network, once its key was compared', async () => {
    const third = await countyLedger('150724');
    const file = join(third.folder, 'third.facts');
    const said = await third.run(['region', 'export', file, '--format', 'json']);
    const mark = String(JSON.parse(said.stdout).key_mark);
    const refused = await region(server.url, 'load', file);
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain(`--trust ${mark}`);
    expect((await loaded(file, '--trust', mark)).rows[0]).toMatchObject({ result_code: 'loaded' });
    expect(sorted(await held(server.url, '150724'))).toEqual(sorted(kept(third, '150724')));
    expect((await loaded(file)).rows[0]).toMatchObject({ result_code: 'unchanged' });
    expect((await loaded(third.path)).rows[0]).toMatchObject({ result_code: 'unchanged' });
    third.remove();
  });

  test('says what is loaded, and takes a county out again', async () => {
    const names = second?.write('names.csv', 'code,name\n1507,呼伦贝尔市\n15,内蒙古自治区\n') ?? '';
    expect((await region(server.url, 'init', '--names', names)).code).toBe(0);
    const status = JSON.parse((await region(server.url, 'status', '--format', 'json')).stdout);
    expect(status.map((row: Record<string, unknown>) => [row.county_code, row.league, row.status_code])).toEqual([
      ['150721', '呼伦贝尔市', 'loaded'],
      ['150723', '呼伦贝尔市', 'loaded'],
      ['150724', '呼伦贝尔市', 'loaded'],
    ]);
    expect((await region(server.url, 'remove', '150724', '--yes')).code).toBe(0);
    expect((await region(server.url, 'remove', '150724', '--yes')).code).toBe(3);
    expect((await counties(server.url)).map(({ code }) => code)).toEqual(['150721', '150723']);
    expect(await strays(server.url)).toEqual([]);
  });
});

const LATER = `visited_on,household_code,cadre_a,cadre_b,domains,mode,substitute
2023-10-10,150721100200010003,150721100200-C01,150721100200-C02,law,home,no
`;
