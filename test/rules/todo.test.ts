import { expect, test } from 'vitest';
import { byUrgency, commandFor, daysLeftText, lastDay, type TodoLine, waitFor } from '../../src/desk/todo/rules.ts';

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
