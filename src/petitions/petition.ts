import type { Case } from '../cases/case.ts';
import { cleanedLine } from '../kernel/clean.ts';
import type { Day } from '../kernel/day.ts';
import { type Noun, wordList } from '../kernel/text.ts';
import { shortenedTo } from '../output/shorten.ts';
import type { Classified } from './classes.ts';
import type { Notice } from './notice.ts';
import type { DepartmentDues, Task } from './tasks.ts';
import type { Status } from './transitions.ts';

export const PETITION_TITLE: Noun = { zh: '信访', en: 'petitions', one: 'petition', list: 'petition list' };

export const CHANNELS = wordList({
  visit: { zh: '来访', en: 'visit' },
  letter: { zh: '来信', en: 'letter' },
  call: { zh: '来电', en: 'call' },
  online: { zh: '网上', en: 'online' },
});

/** What a petition is; accusations and matters of litigation are turned away and not stored (信访工作条例 Art. 22). */
export const KINDS = wordList({
  claim: { zh: '申诉求决', en: 'claim' },
  suggestion: { zh: '建议意见', en: 'suggestion' },
  accusation: { zh: '检举控告', en: 'accusation' },
  litigation: { zh: '涉法涉诉', en: 'litigation' },
});

export type Kind = keyof typeof KINDS;
export type StoredKind = 'claim' | 'suggestion';

/** The outcomes of a handling opinion (信访工作条例 Art. 32). */
export const OUTCOMES = wordList({
  support: { zh: '支持', en: 'supported' },
  explain: { zh: '合理而无依据，已解释', en: 'explained' },
  not_supported: { zh: '不予支持', en: 'not supported' },
});

export const RATINGS = wordList({
  satisfied: { zh: '满意', en: 'satisfied' },
  basically: { zh: '基本满意', en: 'basically satisfied' },
  not: { zh: '不满意', en: 'not satisfied' },
  none: { zh: '未评价', en: 'did not rate' },
});

export type Rating = keyof typeof RATINGS;

/** What a review or re-examination came to. */
export const OPINIONS = wordList({
  upheld: { zh: '维持', en: 'upheld' },
  changed: { zh: '变更', en: 'changed' },
});

/** At most so many representatives come for a joint petition (信访工作条例 Art. 20). */
export const MOST_REPRESENTATIVES = 5;

/** The facts of a petition: everything that the rules look at. Agents and departments are ids of their tables. */
export interface Petition extends Case<Status>, Classified {
  readonly agent: number | undefined;
  /** Whether a conference is on record since the holder accepted the petition. */
  readonly conferred: boolean;
  readonly tasks: readonly Task[];
  readonly handler: number | undefined;
  /** When that unit, or the first such unit, accepted it. */
  readonly handledOn: Day | null;
  readonly acceptedOn: Day | null;
  readonly extended: boolean;
  readonly concludedOn: Day | null;
  readonly outcome: keyof typeof OUTCOMES | '';
  readonly notices: readonly Notice[];
  /** When the latest reply or opinion reached the petitioner. */
  readonly notifiedOn: Day | null;
  readonly rating: Rating | '';
  /** The organ above the ledger that decides a review, once it is named. */
  readonly reviewOrgan: string | undefined;
  /** What it is under review for. */
  readonly stage: 'review' | 're-examine' | undefined;
  /** When what it is under review for was asked for, and the last day on which it was heard since. */
  readonly stageOn: Day | null;
  readonly heardUntil: Day | null;
  /** Whether it has been reviewed; then only a re-examination is left, which is the last. */
  readonly reviewed: boolean;
  readonly examined: boolean;
  /** The dispute as which it went to mediation. */
  readonly disputeId: number | null;
  readonly closedOn: Day | null;
  /** Looked up: the end of handling, of the time to object to the open offer, of the time to ask for a review. */
  readonly handleDue: Day | undefined;
  readonly objectDue: Day | undefined;
  readonly applyDue: Day | undefined;
  /** Looked up: the last days of the departments whose tasks are awaited. */
  readonly departmentDues: ReadonlyMap<number, DepartmentDues>;
}

/** So much of a demand stands for a petition, which has no title. */
const TITLE_WIDTH = 30;

/** What a petition is called: the beginning of its demand, in one line. */
export const demandTitle = (demand: string): string => shortenedTo(TITLE_WIDTH, cleanedLine(demand));
