import type { Case } from '../cases/case.ts';
import type { Day } from '../kernel/day.ts';
import { type Noun, wordList } from '../kernel/text.ts';
import type { Pending } from './pending.ts';
import type { Status } from './transitions.ts';

export const DISPUTE_TITLE: Noun = { zh: '纠纷', en: 'disputes', one: 'dispute', list: 'dispute list' };

/** What the lists of codes are called that a dispute is described with. */
export const CATEGORY_TITLE: Noun = { zh: '纠纷类别', en: 'categories', one: 'category', list: 'dispute categories' };
export const SOURCE_TITLE: Noun = { zh: '来源', en: 'sources', one: 'source', list: 'dispute sources' };

/** How hard a dispute is; the grade decides which tier handles it (S-04 简易村级调、复杂镇级处、重大旗级解). */
export const GRADES = wordList({
  simple: { zh: '简易', en: 'simple' },
  complex: { zh: '复杂', en: 'complex' },
  major: { zh: '重大', en: 'major' },
});

export type Grade = keyof typeof GRADES;
export const GRADE_LIST = Object.keys(GRADES) as Grade[];

/** The tier that handles a grade: village or community 3, township 2, banner 1. */
export const GRADE_TIER = { simple: 3, complex: 2, major: 1 } as const satisfies Record<Grade, number>;

/** Colours of risk belong to a dispute, never to a person. */
export const RISKS = wordList({
  red: { zh: '红', en: 'red' },
  yellow: { zh: '黄', en: 'yellow' },
  blue: { zh: '蓝', en: 'blue' },
  green: { zh: '绿', en: 'green' },
});

export type Risk = keyof typeof RISKS;

/** What a mediation session came to; any outcome counts as the attempt. */
export const OUTCOMES = wordList({
  unfinished: { zh: '未完成', en: 'unfinished' },
  agreed: { zh: '调解成功', en: 'agreed' },
  failed: { zh: '调解失败', en: 'failed' },
  suspended: { zh: '调解中止', en: 'suspended' },
});

/** Whether others may attend a mediation (2002 rules Art. 29). */
export const HELD = wordList({
  open: { zh: '公开', en: 'open' },
  private: { zh: '不公开', en: 'private' },
});

export const FORMS = wordList({
  oral: { zh: '口头', en: 'oral' },
  written: { zh: '书面', en: 'written' },
});

export const SATISFACTIONS = wordList({
  satisfied: { zh: '满意', en: 'satisfied' },
  basically: { zh: '基本满意', en: 'basically satisfied' },
  not: { zh: '不满意', en: 'not satisfied' },
});

/** How far an agreement was carried out. */
export const EXTENTS = wordList({
  full: { zh: '全部履行', en: 'in full' },
  part: { zh: '部分履行', en: 'in part' },
  refused: { zh: '拒不履行', en: 'refused' },
});

/** A part of what an agreement owes, and how far it was carried out. */
interface Instalment {
  readonly dueOn: Day;
  readonly amountFen: number;
  readonly extent: keyof typeof EXTENTS | '';
}

/** What an agreement may say besides its content (人民调解法 Art. 29, 2002 rules Art. 35). */
interface Terms {
  readonly facts: string;
  readonly issues: string;
  readonly manner: string;
  readonly place: string;
  readonly recorder: string;
  readonly copies: number | null;
}

/** An agreement; a written one without all its dates has no effect yet. */
export interface Agreement {
  readonly form: keyof typeof FORMS;
  readonly content: string;
  readonly amountFen: number | null;
  readonly performBy: Day | null;
  readonly terms: Terms;
  /** In the order of their days; none where it is performed at once. */
  readonly instalments: readonly Instalment[];
  readonly mediatorOn: Day | null;
  readonly committeeOn: Day | null;
  readonly effectiveOn: Day | null;
  /** When each party signed, by the party's id. */
  readonly signed: ReadonlyMap<number, Day>;
}

/** The facts of a dispute: everything that the rules look at. */
export interface Dispute extends Case<Status>, Pending {
  readonly grade: Grade;
  readonly rightsOn: Day | null;
  /** Whether a mediation, or a new grade, is on record since the holder accepted the case or it was reopened. */
  readonly attempted: boolean;
  readonly regraded: boolean;
  /** Whether a party refuses mediation by the holder (PML Art. 17); another unit asks anew. */
  readonly refused: boolean;
  /** The agreement of the latest settlement. */
  readonly agreement: Agreement | undefined;
  readonly settledOn: Day | null;
  readonly closedOn: Day | null;
  /** Ids of the present parties: looked up, no move changes them. */
  readonly parties: readonly number[];
  /** Whether its category wants a written agreement: looked up. */
  readonly writtenOnly: boolean;
  /** The day by which mediation is to end, while it runs (TJ_1M): looked up. */
  readonly mediationDue: Day | undefined;
  /** Whether a court delegated it, by its source: looked up. */
  readonly isDelegated: boolean;
}
