import { describe, expect, test } from 'vitest';
import type { Pause } from '../../src/deadlines/pause.ts';
import { currentPause, delayed, interrupts } from '../../src/deadlines/pause.ts';
import { type DeadlineRule, dueDay, pausesFor } from '../../src/deadlines/rules.ts';
import {
  basisText,
  citationText,
  dueText,
  fullLength,
  type KeptDeadline,
  openDayText,
  pauseTexts,
  releaseTexts,
  stateOf,
} from '../../src/deadlines/state.ts';
import { shippedCalendar } from '../support/calendars.ts';

const RULE: DeadlineRule = {
  id: 1,
  code: 'TJ_1M',
  name: { zh: '调解期限', en: 'mediate' },
  starts: { zh: '受理', en: 'acceptance' },
  length: 1,
  unit: 'month',
  roll: 'none',
  extension: { length: 1, unit: 'month', by: { zh: '双方同意', en: 'both' }, isLaw: false },
  pauses: 'suspension',
  citation: { zh: '第三十三条', en: 'Art. 33' },
  isLaw: true,
  from_on: '0001-01-01',
  to_on: '9999-12-31',
};
const KEPT: KeptDeadline = {
  ...{ code: 'TJ_1M', start_on: '2023-05-04', due_on: '2023-06-04', due_latest: null },
  ...{ extended_by: 0, done: '', done_on: null, ended_name: null },
};
const pause = (from: string, to: string | null, kind: Pause['kind'] = 'suspension'): Pause => ({ kind, from, to });

describe('days of a suspension', () => {
  test.each([
    [[pause('2023-05-10', '2023-06-10')], '2023-07-05', 31],
    [[pause('2023-05-10', '2023-05-20'), pause('2023-06-10', '2023-06-15')], '2023-06-19', 15],
    [[pause('2023-05-01', '2023-05-06')], '2023-06-06', 2],
    [[pause('2023-04-01', '2023-05-04')], '2023-06-04', 0],
    [[pause('2023-06-04', '2023-06-05')], '2023-06-05', 1],
    [[pause('2023-06-05', '2023-07-05')], '2023-06-04', 0],
    [[pause('2023-05-10', null)], '2023-06-04', 0],
    [[pause('2023-05-10', '2023-05-10')], '2023-06-04', 0],
  ])('%j: the last day moves to %s', (pauses, last, days) => {
    expect(delayed('2023-06-04', '2023-05-04', pauses)).toEqual({ last, days });
    expect(dueDay(RULE, '2023-05-04', shippedCalendar(), { pauses }).due).toBe(last);
    const [text] = pauseTexts({ ...KEPT, due_on: last, done: 'met' }, RULE, pauses);
    expect(text?.en).toBe(days === 0 ? undefined : `suspended ${days} days, not counted`);
  });

  test('are left out by what suspensions interrupt, and by what only an appraisal does', () => {
    expect(interrupts(pause('', null), 'suspension')).toBe(true);
    expect(interrupts(pause('', null, 'appraisal'), 'suspension')).toBe(true);
    expect(interrupts(pause('', null), 'appraisal')).toBe(false);
    expect(interrupts(pause('', null, 'appraisal'), 'appraisal')).toBe(true);
    expect(interrupts(pause('', null, 'appraisal'), '')).toBe(false);
    expect(pausesFor({}, [pause('2023-05-10', null)])).toEqual([]);
  });

  test('an extension is added before them, and a court’s day rolls after them', () => {
    const calendar = shippedCalendar();
    const pauses = [pause('2023-05-10', '2023-05-20', 'appraisal')];
    expect(dueDay(RULE, '2023-05-04', calendar, { extendedBy: 1, pauses }).due).toBe('2023-07-14');
    const court = { length: 30, unit: 'day', roll: 'next_workday', pauses: 'appraisal' } as const;
    expect(dueDay(court, '2023-05-04', calendar, { pauses })).toEqual({
      raw: '2023-06-13',
      due: '2023-06-13',
      latest: null,
    });
    expect(dueDay(court, '2023-05-04', calendar)).toMatchObject({ raw: '2023-06-03', due: '2023-06-05' });
  });
});

describe('a deadline', () => {
  const state = (more: Partial<KeptDeadline>, today: string, pauses: readonly Pause[] = [], rule = RULE) =>
    stateOf({ ...KEPT, ...more }, rule, pauses, today).en;

  test('is overdue from the day after its last one', () => {
    expect(state({}, '2023-06-04')).toBe('running');
    expect(state({}, '2023-06-05')).toBe('overdue');
    expect(state({ done: 'met', done_on: '2023-06-04' }, '2023-07-01')).toBe('done');
    expect(state({ done: 'met', done_on: '2023-06-05' }, '2023-07-01')).toBe('done late');
  });

  test('does not become overdue while it is interrupted; what was overdue before stays so', () => {
    expect(state({}, '2023-06-08', [pause('2023-05-10', null)])).toBe('interrupted');
    expect(state({}, '2023-06-08', [pause('2023-06-04', null)])).toBe('interrupted');
    expect(state({}, '2023-06-08', [pause('2023-06-05', null)])).toBe('overdue');
    expect(currentPause('2023-06-04', [pause('2023-05-10', '2023-05-11')])).toBeUndefined();
  });

  test('whose day is not fixed is overdue only after the last that it can be, and a right lapses then', () => {
    const open = { due_on: '2027-01-04', due_latest: '2027-01-08' };
    expect(state(open, '2027-01-08')).toBe('running, day not fixed');
    expect(state(open, '2027-01-09')).toBe('overdue');
    expect(state({ ...open, code: 'XF_OBJECT_5WD' }, '2027-01-09')).toBe('lapsed');
    expect(state({ ...open, done: 'met', done_on: '2027-01-08' }, '2027-01-09')).toBe('done');
  });

  test('of a court is not called over before the holidays are known', () => {
    const court = { ...RULE, roll: 'next_workday' } as const;
    const open = { code: 'SFQR_30', due_on: '2027-01-02', due_latest: '2027-01-04' } as const;
    expect(state(open, '2027-03-01', [], court)).toBe('not before 2027-01-02');
    expect(dueText({ ...KEPT, ...open }, court).en).toBe('due not before 2027-01-02');
  });

  test('says its day, or those between which it lies, and why', () => {
    const said = (due_on: string, due_latest: string | null) => dueText({ ...KEPT, due_on, due_latest }, RULE).en;
    expect(said('2023-06-04', null)).toBe('due 2023-06-04');
    expect(said('2027-01-04', '2027-01-08')).toBe('due between 2027-01-04 and 2027-01-08');
    expect(said('2027-07-12', '2027-07-12')).toBe('due 2027-07-12 as far as is known');
    const calendar = shippedCalendar();
    expect(openDayText({ start_on: '2026-12-29', due_latest: '2027-01-08' }, calendar)?.en).toContain(
      'holidays of 2027',
    );
    expect(openDayText({ start_on: '2026-12-29', due_latest: null }, calendar)).toBeUndefined();
  });

  test('shows its full length, and whether its extension is law', () => {
    expect(fullLength(RULE, 0).en).toBe('1 calendar month');
    expect(fullLength(RULE, 1).en).toBe('1 + 1 calendar month');
    expect(fullLength({ ...RULE, length: 60, unit: 'day', extension: { ...RULE.extension, unit: 'day' } }, 30).zh).toBe(
      '60 + 30 日',
    );
    expect(fullLength({ ...RULE, length: 5, unit: 'workday' }, 1).en).toBe('5 working days + 1 calendar month');
    expect([basisText(RULE, 0).en, basisText(RULE, 1).en]).toEqual(['law', 'extension: practice']);
    expect(basisText({ ...RULE, extension: { ...RULE.extension, isLaw: true } }, 1).en).toBe('law');
    expect(basisText({ ...RULE, isLaw: false }, 1).en).toBe('practice');
    expect(citationText(RULE, 0)).toBe(RULE.citation);
    expect(citationText(RULE, 1).en).toBe('Art. 33; the extension is office practice, not law');
    expect(citationText({ ...RULE, isLaw: false }, 1)).toBe(RULE.citation);
  });

  test('of a court’s delegation no longer binds where both parties agreed to more time', () => {
    const odr = { code: 'ODR_30', done: 'moot', done_on: '2023-06-01' } as const;
    expect(state({ ...odr, ended_name: 'extend' }, '2023-07-01')).toBe('not bound');
    expect(state({ ...odr, ended_name: 'terminate' }, '2023-07-01')).toBe('without object');
    expect(releaseTexts({ ...KEPT, ...odr, ended_name: 'extend' })[0]?.en).toContain('since 2023-06-01');
    expect(releaseTexts({ ...KEPT, ...odr, ended_name: 'terminate' })).toEqual([]);
  });
});
