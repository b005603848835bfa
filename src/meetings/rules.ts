import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { type Level, TIER } from '../units/level.ts';

/** The kinds of dispatch meeting (S-42 to S-44). */
export const KINDS = {
  half_month: { zh: '半月调度', en: 'half-monthly' },
  month: { zh: '月调度', en: 'monthly' },
  quarter: { zh: '季度汇报', en: 'quarterly' },
} as const satisfies Record<string, Text>;

export type MeetingKind = keyof typeof KINDS;

/** The tier that holds each kind: townships every half month and month, the banner every quarter (S-42 to S-44). */
export const HOLDER_TIER = { half_month: 2, month: 2, quarter: 1 } as const satisfies Record<MeetingKind, number>;

/** Townships dispatch every half month and month, the banner hears the groups every quarter (S-42 to S-44). */
export function holderProblem(kind: MeetingKind, level: Level): Text | undefined {
  if (TIER[level] === HOLDER_TIER[kind]) return undefined;
  const holder = HOLDER_TIER[kind] === 1 ? { zh: '旗', en: 'the banner does' } : { zh: '乡镇', en: 'townships do' };
  return {
    zh: `不召开${KINDS[kind].zh}，应由${holder.zh}召开`,
    en: `does not hold ${KINDS[kind].en} meetings: ${holder.en}`,
  };
}

/** What a meeting decides is due on its day or later (S-45). */
export function itemDueProblem(heldOn: Day, dueOn: Day): Text | undefined {
  if (dueOn >= heldOn) return undefined;
  return {
    zh: `办结期限 ${dueOn} 早于会议日期 ${heldOn}`,
    en: `The item would be due on ${dueOn}, before its meeting on ${heldOn}`,
  };
}

/** An item is done once, on a day between its meeting and today (S-45). */
export function itemDoneProblem(item: ItemState, on: Day, today: Day): Text | undefined {
  const { code, held_on, done_on } = item;
  if (done_on !== null) return { zh: `${code} 已于 ${done_on} 办结`, en: `${code} was done on ${done_on}` };
  if (on < held_on)
    return {
      zh: `${code} 不能在 ${held_on} 的会议之前办结`,
      en: `${code} cannot be done before its meeting on ${held_on}`,
    };
  if (on > today)
    return { zh: `${on} 还没有到，不能登记为办结`, en: `${code} cannot be done on ${on}: that day has not come` };
  return undefined;
}

/** What the rule needs of an item. */
export interface ItemState {
  readonly code: string;
  readonly held_on: Day;
  readonly done_on: Day | null;
}
