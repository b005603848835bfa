import type { Span } from '../../kernel/day.ts';
import type { Text } from '../../kernel/text.ts';

/** The figures that an indicator can take, per assessed unit and quarter; `manual` ones are entered by people. */
export const SOURCES = {
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
  manual: { zh: '人工录入', en: 'entered by hand' },
} as const satisfies Record<string, Text>;

export type Source = keyof typeof SOURCES;
/** What the ledger itself knows. */
export type LedgerSource = Exclude<Source, 'manual'>;

const COUNTED: readonly Source[] = ['repeat', 'meetings_held', 'overdue', 'manual'];

/** Whether a figure is a share from 0 to 1. */
export function isRate(source: Source): boolean {
  return !COUNTED.includes(source);
}

/** How a figure becomes points, as it stands in a scheme's row. */
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

/** What is assessed, for how much, and how: an indicator that a scheme has or is to have. */
export interface Wanted {
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly weight: number;
  readonly source: Source;
  readonly rule: Rule;
}

/** An indicator as it stands on a day; one that weighs nothing on that day is not in the scheme. */
export interface Indicator extends Wanted {
  readonly id: number;
}

/** What the ledger says for one source: a count, or a share with what it is a share of. */
export interface Figure {
  /** Null where there is nothing to share. */
  readonly value: number | null;
  readonly part: number | null;
  readonly whole: number | null;
  /** What was counted, by its numbers: it goes into the hash. */
  readonly records: readonly string[];
}
