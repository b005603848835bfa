import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CATALOG, STAYS } from '../src/exchange/catalog.ts';
import { HELD_ONCE } from '../src/exchange/held-once-store.ts';
import { type Offices, PLACES, threeOffices } from './support/offices.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await threeOffices();
}, 120_000);
afterAll(() => offices.remove());

const tables = () =>
  offices.ledgers.banner.direct(
    db =>
      db
        .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
        .pluck()
        .all() as string[],
  );

test('every table travels with a record, or stays in its ledger for a reason', () => {
  const travels = CATALOG.flatMap(({ table, parts }) => [table, ...parts.map(part => part.table)]);
  const events = ['event'];
  const known = [...travels, ...events, ...Object.keys(STAYS)];
  expect(tables().filter(table => !known.includes(table))).toEqual([]);
  expect(known.filter(table => !tables().includes(table))).toEqual([]);
});

test('what one record at a time holds, whichever record, is left aside while records are written', () => {
  const own = new Map<string, string | undefined>();
  for (const { table, id, parts } of CATALOG) {
    own.set(table, id);
    for (const part of parts) own.set(part.table, part.by);
  }
  const unique = offices.ledgers.banner.direct(
    db =>
      db
        .prepare(
          `select t.name as tbl, i.name from sqlite_schema t join pragma_index_list(t.name) i
           where t.type = 'table' and i."unique" and i.origin = 'c'`,
        )
        .all() as { tbl: string; name: string }[],
  );
  const columns = (name: string) =>
    offices.ledgers.banner.direct(
      db => db.prepare('select name from pragma_index_info(?)').pluck().all(name) as string[],
    );
  const acrossRecords = unique
    .filter(({ tbl }) => own.has(tbl) && tbl !== 'office')
    .filter(({ tbl, name }) => !columns(name).includes(own.get(tbl) ?? ''))
    .map(({ name }) => name);
  expect(acrossRecords.sort()).toEqual(Object.keys(HELD_ONCE).sort());
});

test('a village begins with what concerns it and what everybody needs, and every check of its ledger passes', async () => {
  const { village, township } = offices.ledgers;
  for (const ledger of [village, township]) expect(await ledger.done('check')).toContain('checks passed');
  const households = village.direct(db => db.prepare('select code from household').pluck().all() as string[]);
  expect(households.length).toBeGreaterThan(0);
  expect(households.filter(code => !code.startsWith(PLACES.village))).toEqual([]);
});

test('a bundle can be read by its owner only', async () => {
  const file = await offices.sent('banner', 'township');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a bundle that comes twice or late changes nothing, and one whose predecessor is missing says which', async () => {
  const { banner, township } = offices.ledgers;
  const first = await offices.carried('banner', 'township');
  const serial = /serial":(\d+)/.exec(readFileSync(first, 'latin1'))?.[1] ?? '';
  await banner.done(
    'department',
    'add',
    '--code',
    'ZJ',
    '--name',
    '旗住建局',
    '--tier',
    'banner',
    '--on',
    '2023-01-01',
  );
  const second = await offices.sent('banner', 'township', '--since', serial);
  await banner.done('department', 'change', 'ZJ', '--name', '旗住房局', '--reason', '更名');
  const third = await offices.sent('banner', 'township', '--since', String(Number(serial) + 1));
  const gap = await township.run(['bundle', 'import', third]);
  expect([gap.code, gap.stderr]).toEqual([5, expect.stringContaining(`150722-150722100-${Number(serial) + 1}`)]);
  const names = () => township.direct(db => db.prepare("select name from department where code = 'ZJ'").pluck().all());
  expect(names()).toEqual([]);
  await township.done('bundle', 'import', second);
  await township.done('bundle', 'import', third);
  expect(names()).toEqual(['旗住房局']);
  for (const file of [second, first, third, second])
    expect(await township.done('bundle', 'import', file)).toContain(' 0 written');
  expect(names()).toEqual(['旗住房局']);
  expect(await township.done('check')).toContain('checks passed');
});

test('a bundle for another office is refused', async () => {
  const file = await offices.sent('banner', 'township');
  const { code, stderr } = await offices.ledgers.village.run(['bundle', 'import', file]);
  expect([code, stderr]).toEqual([4, expect.stringContaining('not for this ledger')]);
});

test('a bundle of which any byte was altered, or whose end is missing, is refused before a row is written', async () => {
  const { township } = offices.ledgers;
  const file = await offices.sent('banner', 'township');
  const bytes = readFileSync(file);
  const rows = () => township.direct(db => db.prepare('select count(*) from journal').pluck().get());
  const before = rows();
  const refused = async (changed: Buffer, what: string) => {
    writeFileSync(`${file}.changed`, changed);
    const { code } = await township.run(['bundle', 'import', `${file}.changed`]);
    expect([what, code]).toEqual([what, 5]);
  };
  const header = bytes.indexOf('\n', bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 1);
  const places = [...Array(40).keys()].map(i => Math.floor((i * header) / 40));
  for (let at = header - 5; at <= header; at++) places.push(at);
  for (let i = 0; i < 40; i++) places.push(header + 1 + Math.floor((i * (bytes.length - header - 1)) / 40));
  for (const at of places) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    await refused(changed, `byte ${at}`);
  }
  for (let part = 0; part < 50; part++)
    await refused(bytes.subarray(0, Math.floor((bytes.length * part) / 50)), `cut ${part}`);
  await refused(Buffer.concat([bytes, Buffer.from('x')]), 'longer');
  expect(rows()).toBe(before);
}, 120_000);

test('a dispute is offered, accepted and answered by bundles, and each office writes it only when it is its turn', async () => {
  const { village, township, banner } = offices.ledgers;
  const register = await village.done(
    ...[
      'dispute',
      'register',
      '--unit',
      PLACES.village,
      '--grade',
      'simple',
      '--category',
      '02',
      '--title',
      '院墙滴水',
    ],
    ...['--applicant', '敖玉兰', '--respondent', '郭海山', '--on', '2023-06-01', '--format', 'json'],
  );
  const number = (JSON.parse(register) as { dispute: string }).dispute;
  await village.done('dispute', 'accept', number, '--on', '2023-06-01');
  await village.done('dispute', 'escalate', number, '--direct', '群众已聚集', '--on', '2023-06-02');
  // Until it is sent, the offer is the village's to take back.
  await village.done('dispute', 'recall', number, '--on', '2023-06-02');
  await village.done('dispute', 'escalate', number, '--direct', '群众已聚集', '--on', '2023-06-03');
  await offices.carried('village', 'township');
  const recalled = await village.run(['dispute', 'recall', number, '--on', '2023-06-03']);
  expect([recalled.code, recalled.stderr]).toEqual([
    4,
    expect.stringContaining('is written in the ledger of 尼尔基镇'),
  ]);
  await township.done('dispute', 'accept', number, '--on', '2023-06-04');
  await township.done(
    'dispute',
    'mediate',
    number,
    '--mediator',
    '孟志强',
    '--outcome',
    'unfinished',
    '--record',
    '有分歧',
    '--on',
    '2023-06-05',
  );
  await township.done(
    'dispute',
    'hand-down',
    number,
    '--to',
    PLACES.village,
    '--due',
    '2023-06-20',
    '--on',
    '2023-06-06',
  );
  await offices.carried('township', 'village');
  await offices.carried('township', 'banner');
  await village.done('dispute', 'accept', number, '--on', '2023-06-07');
  await village.done('dispute', 'step-back', number, '--reason', '登记有误');
  await village.done('dispute', 'return', number, '--reason', '不属本村', '--on', '2023-06-08');
  await offices.carried('village', 'banner');
  await offices.carried('banner', 'township');
  const history = async (ledger: typeof village) =>
    JSON.parse(await ledger.done('dispute', 'history', number, '--format', 'json')) as unknown[];
  expect(await history(banner)).toEqual(await history(village));
  expect(await history(township)).toEqual(await history(village));
  const foreign = await banner.run([
    'dispute',
    'mediate',
    number,
    '--mediator',
    '孟志强',
    '--outcome',
    'agreed',
    '--record',
    '同意',
    '--on',
    '2023-06-09',
  ]);
  expect(foreign.code).toBe(4);
  for (const ledger of [village, township, banner]) expect(await ledger.done('check')).toContain('checks passed');
});

test('what another office writes is refused and kept in the journal, and an import that was sent is not undone', async () => {
  const { village, township, banner } = offices.ledgers;
  const household = `${PLACES.village}010001`;
  const refused = await township.run(['household', 'change', household, '--people', '7', '--reason', '核对']);
  expect([refused.code, refused.stderr]).toEqual([4, expect.stringContaining('西博荣村')]);
  expect(await township.done('log', '--last', '1')).toContain('refused');
  const unit = await village.run([
    'department',
    'add',
    '--code',
    'X',
    '--name',
    '某局',
    '--tier',
    'banner',
    '--on',
    '2023-01-01',
  ]);
  expect([unit.code, unit.stderr]).toEqual([4, expect.stringContaining('莫力达瓦')]);
  const undone = await banner.run(['import', 'undo', '1', '--yes']);
  expect(undone.code).toBe(4);
  await village.done('household', 'change', household, '--people', '7', '--reason', '核对');
  await offices.carried('village', 'township');
  expect(township.direct(db => db.prepare('select people from household where code = ?').pluck().get(household))).toBe(
    7,
  );
});

test('two offices that both changed a record are told so, and nothing is written until somebody says which is right', async () => {
  const { village, township } = offices.ledgers;
  const household = `${PLACES.village}010002`;
  const people = (ledger: typeof village) =>
    ledger.direct(db => db.prepare('select people from household where code = ?').pluck().get(household));
  // As if the township had gone on from a backup in which the household was its own.
  township.direct(db => db.prepare('update household set people = 9 where code = ?').run(household));
  const entered = async () => {
    const rows = JSON.parse(await village.done('bundle', 'status', '--format', 'json')) as Record<string, unknown>[];
    return rows.find(({ unit_code }) => unit_code === PLACES.township)?.entered;
  };
  const before = (await entered()) as number;
  await village.done('household', 'change', household, '--people', '8', '--reason', '核对');
  await village.done('household', 'show', household, '--reveal', '核对');
  expect(await entered()).toBe(before + 1);
  const file = await offices.sent('village', 'township');
  expect(await entered()).toBe(0);
  const { code, stderr } = await township.run(['bundle', 'import', file]);
  expect([code, stderr]).toEqual([5, expect.stringContaining(`household ${household}`)]);
  expect(people(township)).toBe(9);
  for (const option of ['--leave-out', '--take-bundle'])
    expect(await township.run(['bundle', 'import', file, option, `households ${household}`])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(`hint: Did you mean "household ${household}"`),
    });
  await township.done('bundle', 'import', file, '--leave-out', `household ${household}`);
  expect(people(township)).toBe(9);
  await township.done('bundle', 'import', file, '--take-bundle', `household ${household}`);
  expect(people(township)).toBe(8);
});

test('an encrypted bundle says nothing of anybody and is opened by its receiver', async () => {
  const { banner, township } = offices.ledgers;
  await banner.done(
    'department',
    'add',
    '--code',
    'MZ',
    '--name',
    '旗民政局特别科',
    '--tier',
    'banner',
    '--on',
    '2023-01-01',
  );
  const [plain, sealed] = [
    await offices.sent('banner', 'township'),
    await offices.sent('banner', 'township', '--encrypt'),
  ];
  const payload = (file: string) =>
    readFileSync(file).subarray(readFileSync(file).indexOf('\n', readFileSync(file).indexOf('\n{') + 2));
  expect(payload(plain).includes(Buffer.from([0x1f, 0x8b]))).toBe(true);
  expect(payload(sealed).includes(Buffer.from('age-encryption.org/v1'))).toBe(true);
  await township.done('bundle', 'import', sealed);
  expect(await township.done('department', 'list')).toContain('旗民政局特别科');
});

test('a ledger among several has some cases of the units above, and misses none of the others', async () => {
  const { banner, township } = offices.ledgers;
  const register = async (title: string) => {
    const said = await banner.done(
      ...['dispute', 'register', '--unit', PLACES.banner, '--grade', 'major', '--category', '02', '--title', title],
      ...['--applicant', '敖玉兰', '--respondent', '郭海山', '--on', '2023-06-01', '--format', 'json'],
    );
    return (JSON.parse(said) as { dispute: string }).dispute;
  };
  await register('草场边界');
  const second = await register('征地补偿');
  await banner.done('dispute', 'accept', second, '--on', '2023-06-01');
  await banner.done(
    'dispute',
    'hand-down',
    second,
    '--to',
    PLACES.township,
    '--due',
    '2023-07-01',
    '--on',
    '2023-06-02',
  );
  await offices.carried('banner', 'township');
  const numbers = township.direct(db =>
    db.prepare('select number from cases where unit_id = (select unit_id from office where id = 1)').pluck().all(),
  );
  expect(numbers).toEqual([second]);
  expect(await township.done('check')).toContain('checks passed');
});
