import { expect, test } from 'vitest';
import { briefRows } from '../../src/desk/todo/brief.ts';
import { byNeed } from '../../src/desk/todo/cadre.ts';
import {
  byUrgency,
  commandFor,
  daysLeftText,
  grouped,
  lastDay,
  type TodoLine,
  waitFor,
} from '../../src/desk/todo/rules.ts';
import { TREE } from '../support/disputes.ts';

const line = (wait: TodoLine['wait'], dueOn: string | null, about = 'A', title = ''): TodoLine => ({
  ...{ wait, dueOn, about, title, what: { zh: '', en: '' }, unit: 1, agent: null, command: '' },
});

test('the most urgent is first: by day, by kind, by number, and else in the order of entry', () => {
  const ordered = [
    line('due', '2023-06-10', 'Z'),
    line('overdue', '2023-06-11', 'Y'),
    line('due', '2023-06-11', 'A', 'one task'),
    line('due', '2023-06-11', 'A', 'another task'),
    line('due', '2023-06-11', 'B'),
    line('start', null, 'A'),
    line('visit', null, 'A'),
  ];
  expect([...ordered].sort(byUrgency)).toEqual(ordered);
  const mixed = [6, 4, 2, 3, 0, 5, 1].map(place => ordered[place] as TodoLine);
  expect(mixed.sort(byUrgency)).toEqual(ordered);
});

test.each([
  ['today', '2023-06-10', 'TJ_1M', 'due'],
  ['its last day', '2023-06-11', 'FOLLOWUP_30', 'follow-up'],
  ['the day after', '2023-06-09', 'FOLLOWUP_30', 'overdue'],
] as const)('a deadline waits until its last day: %s', (_, dueOn, rule, wait) => {
  expect(waitFor(rule, dueOn, '2023-06-10')).toBe(wait);
});

test.each([
  [-1, '1 overdue'],
  [0, 'today'],
  [1, '1'],
])('%i days left are "%s"', (days, text) => {
  expect(daysLeftText(days).en).toBe(text);
});

test('where a party refuses, mediation ends instead of going on', () => {
  const command = (refused: 0 | 1 | null, rule: Parameters<typeof commandFor>[0]['rule'] = 'TJ_1M') =>
    commandFor({ kind: 'dispute', rule, number: '1', refused, status: 'mediating', department_code: null });
  expect([command(0), command(null), command(1)]).toEqual([command(0), command(0), 'tiaochu dispute terminate 1']);
  expect(command(0)).not.toContain('terminate');
  expect(command(1, 'FOLLOWUP_30')).toBe('tiaochu dispute follow-up 1');
});

test('what is suspended is resumed before it is mediated', () => {
  const asked = { kind: 'dispute', number: '1', refused: 0, status: 'suspended', department_code: null } as const;
  expect(commandFor({ ...asked, rule: 'TIER_VILLAGE' })).toBe('tiaochu dispute resume 1');
  expect(commandFor({ ...asked, refused: 1, rule: 'TIER_VILLAGE' })).toBe('tiaochu dispute terminate 1');
  expect(commandFor({ ...asked, rule: 'OFFER_3' })).toBe('tiaochu dispute accept 1');
});

test('a deadline whose day is not fixed counts to its earliest day, and once that is over to its latest', () => {
  const open = { due_on: '2027-01-04', due_latest: '2027-01-08' };
  expect(['2027-01-04', '2027-01-05', '2027-01-09'].map(today => lastDay(open, today))).toEqual([
    ...['2027-01-04', '2027-01-08', '2027-01-08'],
  ]);
  expect(lastDay({ due_on: '2027-01-04', due_latest: null }, '2027-01-05')).toBe('2027-01-04');
});

test('an instalment is performed by its number', () => {
  const asked = { kind: 'dispute', number: '1', rule: 'PERFORM_BY', refused: 0, status: 'settled' } as const;
  expect(commandFor({ ...asked, department_code: null, instalment: 2 })).toBe(
    'tiaochu dispute perform 1 --instalment 2',
  );
  expect(commandFor({ ...asked, department_code: null })).toBe('tiaochu dispute perform 1');
});

test('a department gives notice of what it has accepted, and accepts before', () => {
  const asked = { kind: 'petition', number: '1', rule: 'XF_NOTICE_15', refused: null, status: 'accepted' } as const;
  const command = (isAccepted: boolean) => commandFor({ ...asked, department_code: 'RSJ', isAccepted });
  expect(command(true)).toBe('tiaochu petition notice 1 --kind acceptance --department RSJ');
  expect(command(false)).toBe('tiaochu petition accept 1 --department RSJ');
});

test('a case is one line, its most urgent; what else waits in it is named, and no line is lost', () => {
  const lines = [line('overdue', '2023-06-01', 'A'), line('due', '2023-06-02', 'B'), line('start', null, 'A')];
  expect(grouped(lines).map(({ first, others }) => [first.about, others.length])).toEqual([
    ['A', 1],
    ['B', 0],
  ]);
});

test('people read the number without the banner, the unit where there are several, and the verb', () => {
  const number = '150722100200-2023-P1';
  const said = { wait: 'overdue', about: number, dueOn: '2023-06-01', unit: 4, agent: null } as const;
  const notice = {
    title: '养老保险',
    what: { zh: '受理告知', en: 'notice' },
    command: `tiaochu petition notice ${number}`,
  };
  const visit = { ...line('visit', null, '150722100200010001'), group: 'visits 4', unit: 4 };
  const rows = briefRows(
    [{ ...said, ...notice }, visit, { ...visit, about: '150722100200010002' }],
    TREE,
    '2023-06-03',
  );
  expect(rows.map(({ number: shown, do: verb }) => [shown, verb])).toEqual([
    ['100200-2023-P1', 'petition notice'],
    ['', 'report missed --standard'],
  ]);
  expect(rows.map(({ what }) => what)).toEqual([
    { zh: '养老保险：受理告知', en: '养老保险: notice' },
    { zh: '应入户 2 户', en: '2 households to visit' },
  ]);
  const elsewhere = { ...said, ...notice, about: '150722101-2023-1', unit: 3 };
  expect(briefRows([{ ...said, ...notice }, elsewhere], TREE, '2023-06-03').map(({ what }) => what)).toEqual([
    { zh: '养老保险（西博荣村）：受理告知', en: '养老保险 (西博荣村): notice' },
    { zh: '养老保险（红彦镇）：受理告知', en: '养老保险 (红彦镇): notice' },
  ]);
});

test('of a cadre’s households those come first in which something waits, then who was not visited for longest', () => {
  const waits = [{ zh: '应入户', en: 'visit due' }];
  const ordered = [
    { code: 'C', last_on: '2023-06-01', waits, dueOn: '2023-06-10' },
    { code: 'D', last_on: null, waits, dueOn: '9999-12-31' },
    { code: 'A', last_on: null, waits: [], dueOn: '9999-12-31' },
    { code: 'B', last_on: '2023-05-01', waits: [], dueOn: '9999-12-31' },
  ];
  expect([...ordered].reverse().sort(byNeed)).toEqual(ordered);
});
