import type { Day } from '../kernel/day.ts';
import { counted, type Text, type Word, wordList } from '../kernel/text.ts';
import { type DeadlineCode, isRight } from './codes.ts';
import { currentPause, daysOff, type Pause } from './pause.ts';
import { type DeadlineRule, lengthText, pausesFor } from './rules.ts';
import { firstMissingYear, type WorkCalendar } from './work-calendar.ts';

/** A deadline of a case as it is kept. */
export interface KeptDeadline {
  readonly code: DeadlineCode;
  readonly start_on: Day;
  readonly due_on: Day;
  /** Where holidays are not announced yet: the last day that it can be due. */
  readonly due_latest: Day | null;
  readonly extended_by: number;
  readonly done: '' | 'met' | 'moot' | 'extended';
  readonly done_on: Day | null;
  /** The move that ended it. */
  readonly ended_name: string | null;
}

const STATES = wordList({
  running: { zh: '进行中', en: 'running' },
  met: { zh: '已完成', en: 'done' },
  moot: { zh: '不再适用', en: 'without object' },
  extended: { zh: '已延长', en: 'extended' },
  met_late: { zh: '逾期完成', en: 'done late' },
  not_bound: { zh: '不受此限', en: 'not bound' },
  interrupted: { zh: '中止，不计', en: 'interrupted' },
  lapsed: { zh: '已届满', en: 'lapsed' },
  overdue: { zh: '已逾期', en: 'overdue' },
  not_fixed: { zh: '进行中，日期待核定', en: 'running, day not fixed' },
});

/** How a deadline stands on a day. It is overdue only after the last day that it can be due. */
export function stateOf(kept: KeptDeadline, rule: DeadlineRule, pauses: readonly Pause[], today: Day): Word {
  const { code, due_on, due_latest, done, done_on } = kept;
  const isLate = (due_latest ?? due_on) < (done_on ?? today);
  if (done === 'met' && isLate) return STATES.met_late;
  if (isReleased(kept)) return STATES.not_bound;
  if (done !== '') return STATES[done];
  if (isPaused(kept, rule, pauses)) return STATES.interrupted;
  if (isOpenCourtDay(kept, rule)) return { zh: `不早于 ${due_on}`, en: `not before ${due_on}`, code: 'not_before' };
  if (isLate) return isRight(code) ? STATES.lapsed : STATES.overdue;
  return due_latest === null ? STATES.running : STATES.not_fixed;
}

/** Whether a suspension that lasts interrupts a deadline: its days are not counted, so it does not become overdue. */
function isPaused({ due_on }: KeptDeadline, rule: DeadlineRule, pauses: readonly Pause[]): boolean {
  return currentPause(due_on, pausesFor(rule, pauses)) !== undefined;
}

/** A court counts on to a worked day: before the announcement is known nobody may call the time over. */
function isOpenCourtDay({ due_latest }: KeptDeadline, { roll }: DeadlineRule): boolean {
  return roll === 'next_workday' && due_latest !== null;
}

/** The day on which a deadline is due, for a sentence: one day, two between which it lies, or the earliest for a court. */
export function dueText({ due_on, due_latest }: Days, { roll }: Pick<DeadlineRule, 'roll'>): Text {
  if (due_latest === null) return { zh: `到期 ${due_on}`, en: `due ${due_on}` };
  if (roll === 'next_workday') return { zh: `到期不早于 ${due_on}`, en: `due not before ${due_on}` };
  if (due_latest === due_on) return { zh: `预计 ${due_on} 到期`, en: `due ${due_on} as far as is known` };
  return { zh: `最早 ${due_on}、最迟 ${due_latest} 到期`, en: `due between ${due_on} and ${due_latest}` };
}

/** The day that a deadline is due, and the last that it can be. */
export type Days = Pick<KeptDeadline, 'due_on' | 'due_latest'>;

/** Why a day is not fixed, where it is not. */
export function openDayText(
  { start_on, due_latest }: Pick<KeptDeadline, 'start_on' | 'due_latest'>,
  calendar: WorkCalendar,
): Text | undefined {
  const year = due_latest === null ? undefined : firstMissingYear(calendar, start_on, due_latest);
  if (year === undefined) return undefined;
  return {
    zh: `${year} 年放假安排尚未导入，导入后核定`,
    en: `the holidays of ${year} have not been imported; the day is fixed once they are`,
  };
}

/** Both parties agreed to more time: then they are not bound by a court's 30 days (在线调解规则 Art. 24). */
function isReleased({ code, done, ended_name }: KeptDeadline): boolean {
  return code === 'ODR_30' && done === 'moot' && ended_name === 'extend';
}

/** Since when the parties are not bound by a court's 30 days, where they are not. */
export function releaseTexts(kept: KeptDeadline): Text[] {
  if (!isReleased(kept)) return [];
  return [
    {
      zh: `${kept.done_on} 双方当事人同意延长，不再受此限`,
      en: `not bound by it since ${kept.done_on}, when both parties agreed to more time`,
    },
  ];
}

/** The days that were not counted, and since when the time stands still. */
export function pauseTexts(kept: KeptDeadline, rule: DeadlineRule, all: readonly Pause[]): Text[] {
  const pauses = pausesFor(rule, all);
  const { due_on, start_on, done } = kept;
  // A last day has been moved on by the suspensions that began by then.
  const days = pauses.filter(({ from }) => from <= due_on).reduce((sum, pause) => sum + daysOff(pause, start_on), 0);
  const current = done === '' ? currentPause(due_on, pauses) : undefined;
  return [
    ...(days > 0 ? [notCounted(days, pauses)] : []),
    ...(current
      ? [
          {
            zh: `自 ${current.from} 起中止，恢复前不计`,
            en: `suspended since ${current.from}, not counted until resumed`,
          },
        ]
      : []),
  ];
}

/** Only a petition is heard, and only a dispute suspended. */
function notCounted(days: number, pauses: readonly Pause[]): Text {
  return pauses.some(({ kind }) => kind === 'hearing')
    ? { zh: `听证 ${days} 天不计`, en: `${counted(days, 'day')} of hearing, not counted` }
    : { zh: `中止 ${days} 天不计`, en: `suspended ${days} days, not counted` };
}

/** The length of a deadline with its extension: 60 + 30 days. */
export function fullLength(rule: DeadlineRule, extendedBy: number): Text {
  if (extendedBy === 0) return lengthText(rule);
  const { zh, en } = lengthText({ length: extendedBy, unit: rule.extension.unit });
  if (rule.unit !== rule.extension.unit) {
    const own = lengthText(rule);
    return { zh: `${own.zh} + ${zh}`, en: `${own.en} + ${en}` };
  }
  return { zh: `${rule.length} + ${zh}`, en: `${rule.length} + ${en}` };
}

const BASES = wordList({
  law: { zh: '法定', en: 'law' },
  practice: { zh: '惯例', en: 'practice' },
  extension_practice: { zh: '延长部分为惯例', en: 'extension: practice' },
});

/** Whether a deadline is law or the office's own practice; its extension may be practice where the rest is law. */
export function basisText(
  { isLaw, extension }: { readonly isLaw: boolean; readonly extension: { readonly isLaw: boolean } },
  extendedBy: number,
): Word {
  if (!isLaw) return BASES.practice;
  return extendedBy > 0 && !extension.isLaw ? BASES.extension_practice : BASES.law;
}

/** The article of a deadline; what only practice extends is not ascribed to it. */
export function citationText({ citation, isLaw, extension }: DeadlineRule, extendedBy: number): Text {
  if (!isLaw || extension.isLaw || extendedBy === 0) return citation;
  return {
    zh: `${citation.zh}；延长部分为本单位工作惯例（非法定）`,
    en: `${citation.en}; the extension is office practice, not law`,
  };
}
