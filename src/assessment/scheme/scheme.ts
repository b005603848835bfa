import type { Span } from '../../kernel/day.ts';
import { type Text, wordList } from '../../kernel/text.ts';

/** The figures that an indicator can take, per assessed unit and quarter; `manual` ones are entered by people. */
export const SOURCES = wordList({
  coverage: { zh: '走访覆盖率', en: 'visit coverage' },
  acceptance_rate: { zh: '及时受理率', en: 'on-time acceptance rate' },
  reply_rate: { zh: '按期答复率', en: 'on-time reply rate' },
  repeat: { zh: '重复信访件数', en: 'repeat petitions' },
  satisfaction_rate: { zh: '满意率', en: 'satisfaction rate' },
  response_rate: { zh: '参评率', en: 'response rate' },
  meetings_held: { zh: '调度会次数', en: 'meetings held' },
  settlement_rate: { zh: '化解率', en: 'settlement rate' },
  escalation_rate: { zh: '上行率', en: 'escalation rate' },
  overdue: { zh: '逾期件数', en: 'overdue cases' },
  needs_rate: { zh: '需求按时办结率', en: 'needs closed in time' },
  benefits: { zh: '惠民事项件数', en: 'benefits delivered' },
  hardship_rate: { zh: '困难户走访达标率', en: 'hardship households visited to standard' },
  village_rules_rate: { zh: '村规民约备案率', en: 'villages with filed rules' },
  manual: { zh: '人工录入', en: 'entered by hand' },
});

export type Source = keyof typeof SOURCES;
/** The figures that are computed from the ledger. */
export type LedgerSource = Exclude<Source, 'manual'>;

const COUNTED: readonly Source[] = ['repeat', 'meetings_held', 'overdue', 'benefits', 'manual'];

/** Whether a figure is a share from 0 to 1. */
export function isRate(source: Source): boolean {
  return !COUNTED.includes(source);
}

/** How a figure becomes points. */
export type Rule =
  | { readonly kind: 'share' }
  | { readonly kind: 'threshold'; readonly at: number; readonly lose: number }
  | { readonly kind: 'deduct'; readonly each: number }
  | { readonly kind: 'add'; readonly each: number; readonly most: number };

export interface Scheme extends Span {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** How the year's points come from its quarters'. */
  readonly annual: keyof typeof ANNUAL;
}

/** What a year's points can be. */
export const ANNUAL = {
  mean: { zh: '年度得分是各季度得分的平均', en: 'The year’s points are the mean of its quarters’.' },
} as const satisfies Record<string, Text>;

/** What is assessed, for how many points, and how: an indicator that a scheme has or shall have. */
export interface IndicatorSettings {
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly weight: number;
  readonly source: Source;
  readonly rule: Rule;
}

/** An indicator on a day; one without weight on that day is not in the scheme. */
export interface Indicator extends IndicatorSettings {
  readonly id: number;
}

/** A count, or a share with its part and its whole. */
export interface Figure {
  /** Null where there is nothing to count. */
  readonly value: number | null;
  readonly part: number | null;
  readonly whole: number | null;
  /** The numbers of the records that were counted; they are part of the hash. */
  readonly records: readonly string[];
}
