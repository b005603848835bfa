import { afterEach, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from '../support/ledger.ts';
import { NOTICES } from '../support/notices.ts';

let ledger: SmallLedger;
afterEach(() => ledger.remove());

/** The notice of a year that the ledger has: its days are there already. */
async function withNotice(): Promise<string> {
  ledger = await smallLedger();
  return ledger.write('notice.txt', NOTICES[2026] ?? '');
}

test('a notice is shown and asked about once, before anything is written', async () => {
  const file = await withNotice();
  const { code, stdout, stderr } = await ledger.run(['holiday', 'import', file, '--notice'], { answers: ['yes'] });
  expect(code).toBe(0);
  expect(stdout).toContain('39');
  expect(stderr).toContain('2026-02-28 worked 春节');
  expect(stderr.match(/Import them\?/g)).toHaveLength(1);
});

test('an answer other than yes imports nothing', async () => {
  const file = await withNotice();
  const { code, stdout } = await ledger.run(['holiday', 'import', file, '--notice'], { answers: ['no'] });
  expect(code).toBe(130);
  expect(stdout).toBe('');
});

test('a notice that was typed or piped is read like a file; what it calls otherwise needs --update', async () => {
  ledger = await smallLedger();
  const notice = (year: number, ...more: string[]) =>
    ledger.run(['holiday', 'import', '-', '--notice', '--yes', '--format', 'json', ...more], {
      stdin: NOTICES[year] ?? '',
    });
  const known = await notice(2026);
  expect([known.code, JSON.parse(known.stdout)[0]]).toMatchObject([0, { read: 39, already: 39 }]);
  expect((await notice(2025)).code).toBe(5);
  expect(JSON.parse((await notice(2025, '--update')).stdout)[0]).toMatchObject({ added: 0, changed: 10 });
});

test('a year that was listed in part by an earlier version is not known until it is completed', async () => {
  ledger = await smallLedger();
  ledger.direct(db => db.exec("insert into holiday (day, is_workday, name) values ('2027-01-01', 0, '元旦')"));
  expect(await ledger.done('holiday', 'list', '--year', '2027')).toContain('not complete (Spring Festival, Qingming');
  expect(await ledger.done('holiday', 'list', '--year', '2026')).toContain('As announced each year');
});

test('a case that ends while it is suspended is not suspended any more, and stepping back suspends it again', async () => {
  ledger = await smallLedger();
  const dispute = (...words: string[]) => ledger.done('dispute', ...words);
  const parties = ['--applicant', '敖玉兰', '--respondent', '郭海山', '--title', '争水', '--on', '2023-05-01'];
  await dispute('register', '--unit', FIRST, '--grade', 'simple', '--category', '02', ...parties);
  await dispute('accept', '2023-1', '--on', '2023-05-04');
  await dispute('suspend', '2023-1', '--on', '2023-05-10', '--reason', '外出');
  await dispute('withdraw', '2023-1', '--on', '2023-05-20', '--reason', '和解');
  const pauses = () =>
    ledger.direct(db => db.prepare('select from_on, to_on, ended_by is null from pause').raw().all());
  expect(pauses()).toEqual([['2023-05-10', '2023-05-20', 0]]);
  await dispute('step-back', '2023-1', '--reason', '未和解');
  expect(pauses()).toEqual([['2023-05-10', null, 1]]);
  expect(await ledger.done('check')).toContain('checks passed');
});

test('the history of a case keeps what was counted anew, also of a deadline that a step back removed', async () => {
  ledger = await smallLedger();
  const petition = (...words: string[]) => ledger.done('petition', ...words);
  const said = [
    '--petitioner',
    '敖玉兰',
    '--channel',
    'visit',
    '--kind',
    'claim',
    '--category',
    '04',
    '--demand',
    '补缴',
  ];
  await petition('lodge', '--unit', '150722', '--on', '2023-12-20', ...said);
  await petition('hand-down', '2023-P1', '--to', '150722100', '--due', '2024-01-20', '--on', '2023-12-26');
  const extra = ledger.write('local.csv', 'day,kind,name\n2023-12-28,free,那达慕\n');
  expect(await ledger.done('holiday', 'import', extra)).toContain('due 2024-01-04');
  await petition('step-back', '2023-P1', '--reason', '交办有误');
  const history = await ledger.json<{ move: string; says: string }>('petition', 'history', '2023-P1');
  const counted = history.filter(({ move }) => move === 'deadline counted anew');
  expect(counted.map(({ says }) => says)).toEqual(['objection to a transfer: 2024-01-03 → 2024-01-04']);
});
