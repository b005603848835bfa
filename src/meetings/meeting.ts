import { type Noun, wordList } from '../kernel/text.ts';

/** The kinds of dispatch meeting (S-42 to S-44), and the meetings of the leading group (S-21), which no source sets a rhythm for. */
export const KINDS = wordList({
  half_month: { zh: '半月调度', en: 'half-monthly' },
  month: { zh: '月调度', en: 'monthly' },
  quarter: { zh: '季度汇报', en: 'quarterly' },
  leading_group: { zh: '领导小组会议', en: 'leading-group' },
});

export type MeetingKind = keyof typeof KINDS;
export const KIND_LIST = Object.keys(KINDS) as MeetingKind[];

/** The tier that holds each kind: townships every half month and month, the banner every quarter (S-42 to S-44), its leading group (S-21). */
export const HOLDER_TIER = { half_month: 2, month: 2, quarter: 1, leading_group: 1 } as const satisfies Record<
  MeetingKind,
  number
>;

export const MEETING_TITLE: Noun = { zh: '调度会', en: 'meetings', one: 'meeting', list: 'meeting list' };
export const ITEM_TITLE: Noun = {
  zh: '会议事项',
  en: 'action items',
  one: 'action item',
  list: 'meeting item list',
};
