import { describe, expect, test } from 'vitest';
import { serviceRecord } from '../../src/centre/records.ts';
import { openWindowProblem, stationedTwice } from '../../src/centre/rules.ts';
import { BEGINNING, OPEN_END } from '../../src/kernel/day.ts';

const from = (from_on: string, to_on = OPEN_END) => ({ from_on, to_on });

describe('a department is not stationed twice at one window at the same time', () => {
  const stationing = (code: string, window_code: string, department_code: string, span = from('2023-05-01')) => ({
    code,
    window_code,
    department_code,
    ...span,
  });
  const existing = [stationing('A', 'CK01', 'XFJ', from('2023-05-01', '2023-12-01'))];

  test.each([
    ['the same time', stationing('B', 'CK01', 'XFJ'), 1],
    ['its last day', stationing('B', 'CK01', 'XFJ', from('2023-11-30')), 1],
    ['the day after its last', stationing('B', 'CK01', 'XFJ', from('2023-12-01')), 0],
    ['until the day before its first', stationing('B', 'CK01', 'XFJ', from(BEGINNING, '2023-05-01')), 0],
    ['until its first day', stationing('B', 'CK01', 'XFJ', from(BEGINNING, '2023-05-02')), 1],
    ['another window', stationing('B', 'CK02', 'XFJ'), 0],
    ['another department', stationing('B', 'CK01', 'SFJ'), 0],
  ])('%s', (_, row, count) => {
    expect(stationedTwice(row, existing)).toHaveLength(count);
  });
});

describe('a window is closed', () => {
  const DAY = '2024-01-01';
  test.each([
    ['without stationings and services', [], [], 0, undefined],
    ['on the day on which a stationing ends', [from('2023-05-01', DAY)], [], 0, undefined],
    ['not before a stationing ends', [from('2023-05-01', '2024-01-02')], [], 0, 'has 1 stationing after'],
    ['the day after the last service', [], ['2023-12-31'], 0, undefined],
    ['not on the day of a service', [], [DAY], 0, 'has 1 service on or after'],
    ['not before services', [], ['2024-01-02', '2024-03-01'], 0, 'has 2 services'],
    ['not before what it received', [], [], 3, 'received or mediated 3 cases'],
  ])('%s', (_, stationings, days, received, problem) => {
    const found = openWindowProblem(
      stationings,
      days.map(served_on => ({ served_on })),
      received,
      DAY,
    )?.en;
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(problem);
  });
});

test('a service is to one person at least', () => {
  const { people } = serviceRecord.sheet;
  expect(people.read('1')).toBe(1);
  for (const text of ['0', '', '-1', 'two']) expect(() => people.read(text)).toThrow();
});
