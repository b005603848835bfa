import type { CaseAct } from '../cases/case.ts';
import type { MoveRow } from '../cases/move-store.ts';
import type { Day } from '../kernel/day.ts';
import type { ClaimClass } from './classes.ts';
import type { NoticeKind } from './notice.ts';
import type { OPINIONS, OUTCOMES, Rating } from './petition.ts';
import type { Screen } from './screen.ts';
import type { DepartmentTier } from './tasks.ts';
import type { Move } from './transitions.ts';

/** An agent by code and id; whether the agent is a petitioner (信访工作条例 Art. 28). */
export interface AgentNamed {
  readonly agent: string;
  readonly agentId: number;
  readonly interested?: boolean | undefined;
}

/** A department by name and id. */
export interface DepartmentNamed {
  readonly department: string;
  readonly departmentId: number;
}

interface Task {
  /** The day by which the department is to report. */
  readonly due?: Day | undefined;
}

/** A conference; it may assign an agent and route a task in the same step. */
interface Conference extends Task, Partial<AgentNamed>, Partial<DepartmentNamed> {
  readonly attendees: readonly string[];
  readonly analysis: string;
  readonly decision: string;
}

/** The request for a review, which says nothing, or the opinion that answers it. */
interface Review {
  /** The organ that decides, where it lies above the ledger. */
  readonly organ?: string | undefined;
  readonly outcome?: keyof typeof OPINIONS | undefined;
  readonly opinion?: string | undefined;
}

/** What a move on a petition says, besides its day and its reason; the others say nothing else. */
interface Words {
  /** `carries` where a village or a community accepts it: that carries a petition and handles none. */
  accept: { readonly carries?: true | undefined };
  confer: Conference;
  assign: AgentNamed;
  reassign: AgentNamed;
  route: Task & DepartmentNamed;
  /** A department accepts or objects to what it was routed; the holder enters it. */
  'task-accept': DepartmentNamed & { readonly tier: DepartmentTier };
  'task-object': DepartmentNamed;
  report: DepartmentNamed & { readonly answer: string };
  /** `direct` says why it is escalated without a conference on record. */
  escalate: { readonly direct?: string | undefined };
  /** To a unit's code, with the day by which the result is wanted. */
  'hand-down': { readonly to: string; readonly due: Day };
  /** Of the unit that handles it, or of the department that is named. */
  extend: Partial<DepartmentNamed> & { readonly days: number; readonly approver: string };
  /** Of a claim, which road it takes (信访工作条例 Art. 31). */
  classify: { readonly as: ClaimClass };
  /** Without an outcome where another road is taken and no opinion is given. */
  conclude: { readonly outcome?: keyof typeof OUTCOMES | undefined; readonly reply: string };
  /** A numbered notice; of a department that is named, which the holder enters. Those of old ledgers have no number. */
  notice: Partial<DepartmentNamed> & {
    readonly kind: NoticeKind;
    readonly how?: string | undefined;
    readonly number?: string;
    readonly serial?: number;
    /** The unit that issues it, where it is not the holder; an organ above the ledger by its name. */
    readonly unit?: number;
    readonly by?: string;
  };
  rate: { readonly satisfaction: Rating };
  review: Review;
  're-examine': Review;
  /** A hearing in a re-examination, with its first and its last day. */
  hear: { readonly from: Day; readonly until: Day; readonly record?: string | undefined };
  /** The dispute is registered once the act is decided. */
  'refer-to-mediation': {
    readonly screen: Screen;
    readonly dispute?: string | undefined;
    readonly disputeId?: number | undefined;
  };
  close: { readonly waived?: boolean | undefined };
}

export type PetitionAct = { readonly [M in Move]: CaseAct<M> & (M extends keyof Words ? Words[M] : unknown) }[Move];

export function decodeAct({ name: move, on_day: on, reason, details }: MoveRow): PetitionAct {
  return { move, on, reason, ...JSON.parse(details) };
}
