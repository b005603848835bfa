import { describe, expect, test } from 'vitest';
import { ALWAYS, addDays } from '../../src/kernel/day.ts';
import { missedPeriods } from '../../src/meetings/due.ts';
import { halfMonthBefore, halfMonthUntil, periodsDue } from '../../src/meetings/periods.ts';
import {
  holderProblem,
  itemChangeProblem,
  itemDoneProblem,
  itemDueProblem,
  repeatedReportProblem,
  reportedGroups,
  reportKindProblem,
} from '../../src/meetings/rules.ts';
import { BANNER, OTHER_TOWNSHIP, TOWNSHIP, VILLAGE } from '../support/disputes.ts';

const MAY_TO_DECEMBER = ['2023-05-01', '2023-12-31', '2024-01-10'] as const;

test('from May to December there are 16 half months, 8 months and 2 whole quarters', () => {
  expect(periodsDue('half_month', ...MAY_TO_DECEMBER)).toHaveLength(16);
  expect(periodsDue('month', ...MAY_TO_DECEMBER)).toHaveLength(8);
  expect(periodsDue('quarter', ...MAY_TO_DECEMBER)).toEqual([
    { from: '2023-07-01', to: '2023-09-30' },
    { from: '2023-10-01', to: '2023-12-31' },
  ]);
});

test('a half month ends on the 15th or with its month, in leap years too', () => {
  expect(periodsDue('half_month', '2024-02-01', '2024-02-29', '2024-03-01')).toEqual([
    { from: '2024-02-01', to: '2024-02-15' },
    { from: '2024-02-16', to: '2024-02-29' },
  ]);
});

test('only whole periods that have ended by today are due', () => {
  expect(periodsDue('half_month', '2023-05-02', '2023-06-14', '2023-12-31')).toEqual([
    { from: '2023-05-16', to: '2023-05-31' },
  ]);
  expect(periodsDue('month', '2023-05-01', '2023-12-31', '2023-06-29').at(-1)?.to).toBe('2023-05-31');
  expect(periodsDue('month', '2023-05-01', '2023-12-31', '2023-06-30').at(-1)?.to).toBe('2023-06-30');
  expect(periodsDue('quarter', '2024-01-01', '2024-12-31', '2023-12-31')).toEqual([]);
});

test('half months, months and quarters follow each other without a gap', () => {
  for (const kind of ['half_month', 'month', 'quarter'] as const) {
    const periods = periodsDue(kind, '2022-01-01', '2025-12-31', '2026-01-01');
    expect(periods[0]?.from).toBe('2022-01-01');
    expect(periods.at(-1)?.to).toBe('2025-12-31');
    for (const [i, period] of periods.slice(1).entries()) expect(period.from).toBe(addDays(periods[i]?.to ?? '', 1));
  }
});

test.each([
  ['2023-06-01', '2023-06-01', '2023-05-16', '2023-05-31'],
  ['2023-06-15', '2023-06-01', '2023-05-16', '2023-05-31'],
  ['2023-06-16', '2023-06-16', '2023-06-01', '2023-06-15'],
  ['2024-03-07', '2024-03-01', '2024-02-16', '2024-02-29'],
  ['2024-01-15', '2024-01-01', '2023-12-16', '2023-12-31'],
])('the half month up to %s begins on %s; the one before is %s to %s', (day, first, from, to) => {
  const now = halfMonthUntil(day);
  expect(now).toEqual({ from: first, to: day });
  expect(halfMonthBefore(now)).toEqual({ from, to });
});

const meeting = (kind: 'half_month' | 'month' | 'quarter', unit_id: number, held_on: string, id = 1) => ({
  id,
  code: `M-${id}`,
  kind,
  unit_id,
  held_on,
});
const MAY = { from: '2023-05-01', to: '2023-05-31' };
const nobody = { reports: [], groupsOn: () => [] };

test('a township misses the periods in which it held no meeting of the kind', () => {
  const meetings = [
    meeting('half_month', TOWNSHIP.unit_id, '2023-05-15'),
    meeting('month', TOWNSHIP.unit_id, '2023-05-31', 2),
    meeting('half_month', OTHER_TOWNSHIP.unit_id, '2023-05-20', 3),
  ];
  const missed = missedPeriods([BANNER, TOWNSHIP, VILLAGE], { ...nobody, meetings }, MAY, '2023-12-31');
  expect(missed.map(one => [one.unit.name, one.kind, one.period.from])).toEqual([
    ['尼尔基镇', 'half_month', '2023-05-16'],
  ]);
});

test('a township that began in the middle of a period has nothing due for it', () => {
  const young = { ...TOWNSHIP, ...ALWAYS, from_on: '2023-05-10' };
  const missed = missedPeriods([young], { ...nobody, meetings: [] }, MAY, '2023-12-31');
  expect(missed.map(one => one.period.from)).toEqual(['2023-05-16']);
});

test('a quarter is complete only with the reports of all groups in force when they were heard', () => {
  const quarter = { from: '2023-04-01', to: '2023-06-30' };
  const sixteen = Array.from({ length: 16 }, (_, i) => `ZD${i + 1}`);
  const missed = (reporting: readonly string[]) =>
    missedPeriods(
      [BANNER],
      {
        meetings: [meeting('quarter', BANNER.unit_id, '2023-06-20')],
        reports: reporting.map(group_code => ({ meeting_id: 1, group_code, summary: '走访全覆盖' })),
        groupsOn: () => sixteen,
      },
      quarter,
      '2023-12-31',
    );
  expect(missed(sixteen.slice(1))).toMatchObject([{ held: true, reported: 15, groups: 16 }]);
  expect(missed([...sixteen.slice(1), 'ZD2', 'ZD99'])).toHaveLength(1);
  expect(missed(sixteen)).toEqual([]);
});

test('townships hold half-monthly and monthly meetings, the banner quarterly ones', () => {
  expect(holderProblem('half_month', 'township')).toBeUndefined();
  expect(holderProblem('quarter', 'banner')).toBeUndefined();
  for (const level of ['banner', 'village', 'community'] as const) expect(holderProblem('month', level)).toBeDefined();
  for (const level of ['township', 'village'] as const)
    expect(holderProblem('quarter', level)?.en).toContain('the banner does');
  expect(holderProblem('half_month', 'banner')?.en).toContain('townships do');
});

test('an item is due on its meeting’s day or later, and done once between its meeting and today', () => {
  expect(itemDueProblem('2023-05-12', '2023-05-12')).toBeUndefined();
  expect(itemDueProblem('2023-05-12', '2023-05-11')).toBeDefined();
  const open = { code: 'M-1-1', held_on: '2023-05-12', done_on: null };
  expect(itemDoneProblem(open, '2023-05-12', '2023-05-12')).toBeUndefined();
  expect(itemDoneProblem(open, '2023-05-11', '2023-05-31')?.en).toContain('before its meeting');
  expect(itemDoneProblem(open, '2023-06-01', '2023-05-31')?.en).toContain('after today');
  expect(itemDoneProblem({ ...open, done_on: '2023-05-20' }, '2023-05-21', '2023-05-31')?.en).toContain('was done');
});

test('nothing that ended before the campaign’s start was due, what it began in was', () => {
  const missed = (start?: string) =>
    missedPeriods(
      [BANNER, TOWNSHIP],
      { ...nobody, meetings: [] },
      { from: '2023-01-01', to: '2023-12-31' },
      '2024-01-10',
      start,
    ).map(one => [one.kind, one.period.from]);
  const count = (kind: string, start?: string) => missed(start).filter(one => one[0] === kind).length;
  expect(['half_month', 'month', 'quarter'].map(kind => count(kind, '2023-05-01'))).toEqual([16, 8, 3]);
  expect(['half_month', 'month', 'quarter'].map(kind => count(kind))).toEqual([24, 12, 4]);
  expect(missed('2023-05-15')).toContainEqual(['half_month', '2023-05-01']);
  expect(missed('2023-05-16')).not.toContainEqual(['half_month', '2023-05-01']);
});

test('groups report at quarterly meetings only', () => {
  const problem = (kind: 'half_month' | 'month' | 'quarter') => reportKindProblem({ code: 'M-1', kind });
  expect(problem('quarter')).toBeUndefined();
  expect(problem('month')?.en).toContain('is a monthly meeting');
  expect(problem('half_month')?.en).toContain('is a half-monthly meeting');
});

test('a report is entered once; a group may add another one to it', () => {
  const report = { group_code: 'ZD01', summary: '走访全覆盖' };
  expect(repeatedReportProblem('Q-1', report, [report])?.en).toContain('already entered at Q-1');
  expect(repeatedReportProblem('Q-1', report, [{ ...report, summary: '化解两件' }])).toBeUndefined();
  expect(repeatedReportProblem('Q-1', report, [{ ...report, group_code: 'ZD02' }])).toBeUndefined();
  expect(repeatedReportProblem('Q-1', report, [{ ...report, group_code: 'ZD02' }, report])).toBeDefined();
  expect(repeatedReportProblem('Q-1', report, [])).toBeUndefined();
});

test('a group that reported twice has reported once, and one that is not in force does not count', () => {
  const reports = ['ZD01', 'ZD01', 'ZD09'].map(group_code => ({ group_code }));
  expect(reportedGroups(['ZD01', 'ZD02'], reports)).toBe(1);
});

test('an item that is done does not change any more', () => {
  const item = { code: 'M-1-1', held_on: '2023-05-12', done_on: null };
  expect(itemChangeProblem(item)).toBeUndefined();
  expect(itemChangeProblem({ ...item, done_on: '2023-05-20' })?.en).toContain('was done on 2023-05-20');
});

describe('a meeting counts for a period', () => {
  const HALF = { from: '2023-05-16', to: '2023-05-31' };
  const missed = (held_on: string, kind: 'half_month' | 'month' = 'half_month', unit = TOWNSHIP) =>
    missedPeriods([TOWNSHIP], { ...nobody, meetings: [meeting(kind, unit.unit_id, held_on)] }, HALF, '2023-12-31')
      .length;

  test.each([
    ['the day before its first', '2023-05-15', 1],
    ['its first day', '2023-05-16', 0],
    ['its last day', '2023-05-31', 0],
    ['the day after its last', '2023-06-01', 1],
  ])('held on %s', (_, held_on, count) => {
    expect(missed(held_on)).toBe(count);
  });

  test('only of its kind and its unit', () => {
    expect(missed('2023-05-20', 'month')).toBe(1);
    expect(missed('2023-05-20', 'half_month', OTHER_TOWNSHIP)).toBe(1);
  });
});

test('a unit has periods due that lie within its life, to the last day', () => {
  const missed = (from_on: string, to_on: string) =>
    missedPeriods([{ ...TOWNSHIP, from_on, to_on }], { ...nobody, meetings: [] }, MAY, '2023-12-31')
      .filter(one => one.kind === 'half_month')
      .map(one => one.period.from);
  expect(missed('2023-05-01', '2023-06-01')).toEqual(['2023-05-01', '2023-05-16']);
  expect(missed('2023-05-02', '2023-06-01')).toEqual(['2023-05-16']);
  expect(missed('2023-05-01', '2023-05-31')).toEqual(['2023-05-01']);
});

test('a quarter without groups is complete with its meeting, and the groups of the meeting’s day count', () => {
  const quarter = { from: '2023-04-01', to: '2023-06-30' };
  const held = (meetings: readonly ReturnType<typeof meeting>[], groupsOn: (day: string) => string[]) =>
    missedPeriods([BANNER], { meetings, reports: [], groupsOn }, quarter, '2023-12-31');
  expect(held([meeting('quarter', BANNER.unit_id, '2023-06-20')], () => [])).toEqual([]);
  expect(held([], day => [day])).toMatchObject([{ held: false, reported: 0, groups: 1 }]);
  const days: string[] = [];
  held([meeting('quarter', BANNER.unit_id, '2023-06-20')], day => {
    days.push(day);
    return [];
  });
  held([], day => {
    days.push(day);
    return [];
  });
  expect(days).toEqual(['2023-06-20', '2023-06-30']);
});
