import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDepartment, FIRST, SECOND, type SmallLedger, smallLedger } from '../support/ledger.ts';

const TOWNSHIP = '150722100';
const [TASK, WAITING, RETURNED] = [1, 2, 3].map(n => `${FIRST}-2023-P${n}`) as [string, string, string];
const [OFFERED, FRESH] = [1, 2].map(n => `${FIRST}-2023-${n}`) as [string, string];
const AGENT = `${FIRST}-D01`;
const CLOSED = `${FIRST}020001`;

let ledger: SmallLedger;
const lodged = (day: string) =>
  ledger.done(
    ...['petition', 'lodge', '--unit', FIRST, '--petitioner', '敖玉兰', '--channel', 'visit', '--kind', 'claim'],
    ...['--category', '04', '--demand', '养老保险', '--on', day],
  );
const registered = (day: string) =>
  ledger.done(
    ...['dispute', 'register', '--unit', FIRST, '--grade', 'simple', '--category', '02', '--title', '院墙滴水'],
    ...['--applicant', '敖玉兰', '--on', day],
  );

/** A task due on 20 June, a notice due on 25 May, an offer due on 13 June, and one that was returned on 14 June. */
beforeAll(async () => {
  ledger = await smallLedger({ visits: true });
  const household = `code,unit_code,head_name,people,from_on,to_on\n${CLOSED},${FIRST},鄂晓光,3,2023-05-10,2023-12-01\n`;
  await ledger.done('household', 'import', ledger.write('closed.csv', household), '--quiet');
  await ledger.done(...addDepartment('2023-05-01'));
  await lodged('2023-05-10');
  await ledger.done('agent', 'add', '--code', AGENT, '--name', '何春花', '--unit-code', FIRST, '--on', '2023-05-01');
  await ledger.done('petition', 'assign', TASK, '--agent', AGENT, '--on', '2023-05-15');
  await ledger.done('petition', 'accept', TASK, '--on', '2023-05-20');
  await ledger.done('petition', 'route', TASK, '--department', 'RSJ', '--due', '2023-06-20', '--on', '2023-05-20');
  await ledger.done('petition', 'accept', TASK, '--department', 'RSJ', '--on', '2023-05-21');
  await ledger.done(
    ...[
      'petition',
      'notice',
      TASK,
      '--department',
      'RSJ',
      '--kind',
      'acceptance',
      '--how',
      'mail',
      '--on',
      '2023-05-21',
    ],
  );
  await lodged('2023-05-10');
  await lodged('2023-05-10');
  await ledger.done('petition', 'accept', RETURNED, '--on', '2023-05-12');
  await ledger.done('petition', 'escalate', RETURNED, '--direct', '超出职权', '--on', '2023-06-12');
  await ledger.done('petition', 'return', RETURNED, '--at', TOWNSHIP, '--reason', '属村级', '--on', '2023-06-14');
  await registered('2023-06-10');
  await ledger.done('dispute', 'escalate', OFFERED, '--direct', '情况紧急', '--on', '2023-06-10');
  await registered('2023-06-10');
}, 60_000);
afterAll(() => ledger.remove());

const todo = async (today: string, ...more: readonly string[]) => {
  const { stdout } = await ledger.run(['todo', ...more, '--format', 'json'], { env: { TIAOCHU_TODAY: today } });
  return JSON.parse(stdout) as Record<string, unknown>[];
};
const lines = async (about: string, today: string, ...more: readonly string[]) =>
  (await todo(today, ...more)).filter(line => line.about === about).map(line => [line.wait, line.days_left]);

test.each([
  ['2023-06-12', [], []],
  ['2023-06-13', [], [['due soon', 7]]],
  ['2023-06-20', [], [['due soon', 0]]],
  ['2023-06-21', [], [['overdue', -1]]],
  ['2023-06-18', ['--days', '1'], []],
  ['2023-06-19', ['--days', '1'], [['due soon', 1]]],
  ['2023-06-19', ['--days', '0'], []],
  ['2023-06-20', ['--days', '0'], [['due soon', 0]]],
])('a task is listed so many days before it is due: on %s with %j', async (today, days, expected) => {
  const own = (await lines(TASK, today, ...days)).filter(([wait]) => wait !== 'reply to hand over');
  expect(own).toEqual(expected);
});

test.each([
  ['2023-05-17', [], []],
  ['2023-05-18', [], [['due soon', 7]]],
  ['2023-05-25', [], [['due soon', 0]]],
  ['2023-05-26', [], [['overdue', -1]]],
  ['2023-05-15', ['--days', '10'], [['due soon', 10]]],
  ['2023-05-14', ['--days', '10'], []],
])('a deadline is due up to its last day, and then overdue: on %s with %j', async (today, days, expected) => {
  expect(await lines(WAITING, today, ...days)).toEqual(expected);
});

test('an offer waits for the unit to which it is made, and the sender sees it', async () => {
  const own = (await todo('2023-06-12')).filter(line => line.about === OFFERED && line.due_on === '2023-06-13');
  expect(own[0]?.what).toBe('accept or return');
  expect(own.map(({ wait, unit, command }) => [wait, unit, command])).toEqual([
    ['offer to answer', '尼尔基镇', `tiaochu dispute accept ${OFFERED}`],
    ['offer not answered', '西博荣村', `tiaochu dispute recall ${OFFERED}`],
  ]);
  const other = await todo('2023-06-12', '--unit', SECOND);
  expect(other.filter(line => line.wait !== 'visit due')).toEqual([]);
});

test('a dispute is to be accepted while nobody has, unless it is offered elsewhere', async () => {
  const waits = async (about: string) => (await lines(about, '2023-06-12')).map(([wait]) => wait);
  expect(await waits(FRESH)).toContain('to be accepted');
  expect(await waits(OFFERED)).not.toContain('to be accepted');
});

test('what came back is listed until its holder moves on, on the very day too', async () => {
  const waits = async () => (await lines(RETURNED, '2023-06-14')).map(([wait]) => wait);
  expect(await waits()).toEqual(['returned']);
  await ledger.done(
    'petition',
    'confer',
    RETURNED,
    '--attendees',
    '村书记',
    '--analysis',
    'x',
    '--decision',
    'x',
    '--on',
    '2023-06-14',
  );
  expect(await waits()).toEqual([]);
});

const BEFORE_JULY = `${FIRST}010002`;
const ONCE = `${FIRST}010004`;

test.each([
  ['the first visit of the year is due in eight days', BEFORE_JULY, '2023-06-22', []],
  ['a call by phone is no visit', BEFORE_JULY, '2023-06-23', [['visit due', 7]]],
  ['the first half of the year is over', BEFORE_JULY, '2023-07-01', [['visit due', -1]]],
  ['the first visit was made, the second is not due yet', ONCE, '2023-12-23', []],
  ['the second visit is due', ONCE, '2023-12-24', [['visit due', 7]]],
  ['the household begins', CLOSED, '2023-05-10', []],
  ['it is visited once before its last day', CLOSED, '2023-11-23', [['visit due', 7]]],
  ['the household’s last day', CLOSED, '2023-11-30', [['visit due', 0]]],
  ['the household has ended', CLOSED, '2023-12-01', []],
])('an ordinary household is visited twice a year: %s', async (_, household, today, expected) => {
  expect(await lines(household, today, '--unit', FIRST)).toEqual(expected);
});

test('an agent sees the cases of its own and nothing else', async () => {
  const own = await todo('2023-07-19', '--agent', AGENT);
  expect(own.map(line => [line.about, line.wait, line.agent])).toEqual([
    [TASK, 'overdue', AGENT],
    [TASK, 'due soon', AGENT],
  ]);
  expect((await ledger.run(['todo', '--agent', 'X'])).code).toBe(3);
});

test('the most urgent is first: by the day, then by kind, then by number', async () => {
  const all = await todo('2023-06-13', '--unit', TOWNSHIP, '--days', '7');
  const cases = all.filter(line => line.wait !== 'visit due');
  expect(cases.map(line => [line.due_on ?? '', String(line.about).slice(13), line.wait])).toEqual([
    ['2023-05-25', '2023-P2', 'overdue'],
    ['2023-06-13', '2023-1', 'offer to answer'],
    ['2023-06-13', '2023-1', 'offer not answered'],
    ['2023-06-17', '2023-1', 'due soon'],
    ['2023-06-17', '2023-2', 'due soon'],
    ['2023-06-20', '2023-P1', 'due soon'],
    ['', '2023-2', 'to be accepted'],
  ]);
});

test('a household is listed with its standard and its last home visit, the most overdue first', async () => {
  const households = (await todo('2023-12-25', '--unit', FIRST)).filter(line => line.wait === 'visit due');
  const never = 'ordinary household 2 a year: 0 of 2 this year, next due by 2023-06-30; never visited at home';
  expect(households.map(line => [String(line.about).slice(12), line.what])).toEqual([
    ...['010002', '010003', '010005', '010006'].map(code => [code, never]),
    ['010004', 'ordinary household 2 a year: 1 of 2 this year, next due by 2023-12-31; last home visit 2023-06-02'],
  ]);
});

test('the days left are a number in a file and words for people', async () => {
  const shown = async (today: string) => {
    const { stdout } = await ledger.run(['todo', '--unit', FIRST, '--lang', 'zh', '--format', 'markdown'], {
      env: { TIAOCHU_TODAY: today },
    });
    return stdout.split('\n').find(line => line.includes(WAITING)) ?? '';
  };
  expect(await shown('2023-05-24')).toContain('| 还有 1 天 |');
  expect(await shown('2023-05-25')).toContain('今天到期');
  expect(await shown('2023-05-26')).toContain('已逾期 1 天');
});

test('while a petition is offered, its notice waits for the other unit', async () => {
  await lodged('2023-08-01');
  const number = `${FIRST}-2023-P4`;
  await ledger.done('petition', 'escalate', number, '--direct', '超出职权', '--on', '2023-08-10');
  const own = (await todo('2023-08-10')).filter(line => line.about === number);
  expect(own.map(({ wait, what, unit }) => [wait, what, unit])).toEqual([
    ['offer to answer', 'accept, return or object', '尼尔基镇'],
    ['offer not answered', 'the other unit has not answered', '西博荣村'],
    ['due soon', 'village decides whether to carry a petition', '尼尔基镇'],
  ]);
});
