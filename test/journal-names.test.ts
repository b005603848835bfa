import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

const NAME = '孟秀英';
const ADDRESS = '幸福路12弄3号';
const reasons = () =>
  ledger.direct(db => db.prepare('select reason from journal where reason is not null').pluck().all() as string[]);

test('after a purge neither the journal nor any byte of the file names the people of the case, and the chain still holds', async () => {
  await ledger.done(
    ...['dispute', 'register', '--unit', FIRST, '--on', '2023-06-01', '--grade', 'simple', '--category', '02'],
    ...['--title', '院墙', '--applicant', `name=${NAME},phone=13912345678`, '--respondent', 'name=郭海山'],
  );
  await ledger.done('find', NAME, '院墙');
  await ledger.done('find', '13912345678');
  await ledger.done('dispute', 'show', '1', '--reveal', `${NAME}来电13912345678要求核对`);
  await ledger.done('household', 'list', '--limit', '1', '--reveal', '来电13987654321，身份证152122199001011238');
  await ledger.done('dispute', 'withdraw', '1', '--reason', '自愿', '--on', '2023-06-05');
  await ledger.done(
    'privacy',
    'purge',
    '--case',
    `${FIRST}-2023-1`,
    '--reason',
    `${NAME}本人要求，电话13912345678`,
    '--yes',
  );

  const said = reasons().join('\n');
  for (const word of [NAME, '13912345678', '13987654321', '152122199001011238']) expect(said).not.toContain(word);
  expect(said).toContain('孟**');
  expect(said).toContain('本人要求');
  const log = await ledger.done('log', '--format', 'csv');
  expect(log).not.toContain(NAME);
  // Nor does the file itself, with its log.
  ledger.direct(db => db.pragma('wal_checkpoint(truncate)'));
  const bytes = readFileSync(ledger.path);
  expect([bytes.includes(NAME), bytes.includes('13912345678')]).toEqual([false, false]);
  expect(await ledger.run(['check'])).toMatchObject({ code: 0 });
});

test('what an earlier version wrote down of a search is masked where it is shown', async () => {
  await ledger.done('find', '敖玉兰');
  ledger.direct(db => {
    db.exec('drop trigger if exists journal_update');
    for (const trigger of db
      .prepare("select name from sqlite_schema where type = 'trigger' and tbl_name = 'journal'")
      .pluck()
      .all())
      db.exec(`drop trigger ${trigger}`);
    db.prepare("update journal set reason = '敖玉兰 13912345678' where command = 'find'").run();
  });
  const log = await ledger.done('log', '--format', 'csv');
  expect(log).toContain('敖**');
  for (const word of ['敖玉兰', '13912345678']) expect(log).not.toContain(word);
});

test('an address stays out of the texts of lists, of answers and of a page, as it does out of its own column', async () => {
  const title = `${ADDRESS}漏水`;
  const party = `name=${NAME},phone=13912345678,address=${ADDRESS}`;
  const household = `${FIRST}010001`;
  await ledger.done('household', 'change', household, '--address', ADDRESS, '--reason', '核实');
  const said: string[] = [];
  const run = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await ledger.run(argv);
    expect([0, 5], `${argv.join(' ')}: ${stderr}`).toContain(code);
    if (`${stdout}${stderr}`.includes(ADDRESS)) said.push(argv.join(' '));
  };
  const unit = ['--unit', FIRST, '--on', '2023-06-01'];
  await run(
    'dispute',
    'register',
    ...unit,
    '--grade',
    'simple',
    '--category',
    '02',
    '--title',
    title,
    '--applicant',
    party,
    '--respondent',
    'name=郭海山',
  );
  await run('dispute', 'accept', '1', '--on', '2023-06-02');
  await run(
    'petition',
    'lodge',
    ...unit,
    '--petitioner',
    party,
    '--channel',
    'visit',
    '--kind',
    'claim',
    '--category',
    '04',
    '--demand',
    title,
  );
  await run(
    'need',
    'add',
    '--code',
    'X1',
    '--household-code',
    household,
    '--category',
    '住房',
    '--content',
    title,
    '--raised-on',
    '2023-06-01',
    '--owner',
    '敖海',
  );
  await run(
    'benefit',
    'add',
    '--code',
    'H1',
    '--household-code',
    household,
    '--programme',
    title,
    '--kind',
    'told',
    '--given-on',
    '2023-06-01',
  );
  await run(
    'visit',
    'add',
    '--visited-on',
    '2023-06-03',
    '--household-code',
    household,
    '--cadre-a',
    `${FIRST}-C01`,
    '--cadre-b',
    `${FIRST}-C02`,
    '--domains',
    'mediation',
    '--diary',
    title,
  );
  await run('visit', 'read', '1', '--by', '敖志强', '--post', '镇长', '--remark', title, '--on', '2023-06-05');
  for (const line of [
    ...[
      'dispute list',
      'dispute show 1',
      'dispute history 1',
      'petition list',
      'petition show 1',
      'petition history 1',
    ],
    ...[
      'need list',
      'need show X1',
      'benefit list',
      'visit list --diary',
      'visit show 1',
      'reading list',
      'todo',
      'log',
    ],
    ...[
      'report quality --year 2023',
      'report allowance --month 2023-06',
      'household show 150722100200010001',
      'report overdue',
    ],
  ])
    for (const format of ['table', 'json']) await run(...line.split(' '), '--format', format);
  expect(said).toEqual([]);
});

test('the total of benefits names nobody, and an owner who is no code is not read back with his numbers', async () => {
  const household = `${FIRST}010001`;
  const [{ head_name: head } = {}] = ledger.direct(db =>
    db.prepare('select head_name from household where code = ?').all(household),
  ) as { head_name: string }[];
  const benefit = ['benefit', 'add', '--code', 'H1', '--household-code', household, '--programme', `${head}家危房改造`];
  await ledger.done(...benefit, '--kind', 'told', '--given-on', '2023-06-01');
  const total = await ledger.done('benefit', 'total', '--year', '2023', '--format', 'csv');
  expect(total).not.toContain(String(head));
  expect(total).toContain('家危房改造');
  const need = [
    'need',
    'add',
    '--code',
    'X1',
    '--household-code',
    household,
    '--category',
    '住房',
    '--content',
    '漏雨',
  ];
  for (const owner of ['孟海山13912345678,152122199001011238', '13912345678']) {
    const { stdout, stderr } = await ledger.run([...need, '--raised-on', '2023-06-01', '--owner', owner]);
    for (const number of ['13912345678', '152122199001011238']) expect(`${stdout}${stderr}`).not.toContain(number);
  }
});
