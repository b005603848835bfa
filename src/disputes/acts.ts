import type { Slot } from '../appointments/appointment.ts';
import type { CaseAct } from '../cases/case.ts';
import type { MoveRow } from '../cases/move-store.ts';
import type { Day } from '../kernel/day.ts';
import type { EXTENTS, FORMS, Grade, HELD, OUTCOMES, SATISFACTIONS } from './dispute.ts';
import type { Move, Status } from './transitions.ts';

/** When the parties were informed of their rights and duties (2002 rules Art. 30). */
interface RightsNotice {
  readonly rightsNotified?: Day | undefined;
}

/** A mediation session; the lead mediator comes first. */
interface Mediation extends RightsNotice {
  readonly mediator: readonly string[];
  readonly outcome: keyof typeof OUTCOMES;
  readonly record: string;
  readonly place?: string | undefined;
  /** The room of a site, or the window, in or at which it was held. */
  readonly roomId?: number | undefined;
  readonly windowId?: number | undefined;
  readonly present?: string | undefined;
  /** From when to when: 09:00-11:30. */
  readonly hours?: string | undefined;
  readonly held?: keyof typeof HELD | undefined;
  readonly recorder?: string | undefined;
  /** Whether a party clearly refuses mediation. */
  readonly refused?: boolean | undefined;
}

/** An inquiry: who asked whom, where and when, and what was said (调查笔录). */
interface Inquiry {
  readonly investigator: readonly string[];
  readonly asked: string;
  readonly record: string;
  readonly place?: string | undefined;
  readonly hours?: string | undefined;
  readonly present?: string | undefined;
  readonly recorder?: string | undefined;
}

/** A part of what is owed: the day on which it is due, in fen. */
type InstalmentWords = readonly [dueOn: Day, amountFen: number];

/** An agreement. What an old ledger says was settled needs no notice and no follow-up. */
interface Settlement extends RightsNotice {
  readonly form: keyof typeof FORMS;
  readonly content: string;
  readonly amountFen?: number | undefined;
  readonly performBy?: Day | undefined;
  readonly instalments?: readonly InstalmentWords[] | undefined;
  readonly facts?: string | undefined;
  readonly issues?: string | undefined;
  readonly manner?: string | undefined;
  readonly place?: string | undefined;
  readonly recorder?: string | undefined;
  readonly copies?: number | undefined;
  readonly preventedCrime?: boolean | undefined;
  readonly takenOver?: boolean | undefined;
}

/** Dates of a written agreement: as they were given, who signed by them, and the day of its effect if they complete it. */
export interface Signing {
  /** The day on which all parties signed that had not signed yet. */
  readonly parties?: Day | undefined;
  readonly party?: Signatures | undefined;
  readonly mediatorOn?: Day | undefined;
  readonly committeeOn?: Day | undefined;
  /** Every signature that these dates bring, by the party's id. */
  readonly signed: Signatures;
  readonly effectiveOn?: Day | undefined;
}

export type Signatures = readonly (readonly [party: number, on: Day])[];

/** What a move on a dispute says, besides its day and its reason; the others say nothing else. */
interface Words {
  accept: RightsNotice;
  mediate: Mediation;
  investigate: Inquiry;
  /** `direct` says why it is escalated without a mediation on record. */
  escalate: { readonly direct?: string | undefined };
  /** To a unit's code, with the day by which the result is wanted. */
  'hand-down': { readonly to: string; readonly due: Day };
  /** Earlier versions wrote a department's name only. */
  refer: {
    readonly department: string;
    readonly departmentId?: number | undefined;
    readonly due?: Day | undefined;
  };
  report: { readonly department: string; readonly departmentId: number; readonly answer: string };
  'report-to-police': { readonly note?: string | undefined };
  /** By a unit above, by its id. */
  supervise: {
    readonly byId: number;
    readonly due: Day;
    readonly note?: string | undefined;
  };
  'supervision-reply': { readonly reply: string };
  appoint: Slot & {
    readonly place: string;
    readonly roomId: number | null;
    readonly mediator: readonly string[];
  };
  joint: { readonly with: readonly string[] };
  regrade: { readonly grade: Grade };
  settle: Settlement;
  sign: Signing;
  /** `instalment` is its number; without it the whole agreement is meant. */
  perform: {
    readonly extent: keyof typeof EXTENTS;
    readonly instalment?: number | undefined;
    readonly note?: string | undefined;
  };
  'follow-up': {
    readonly satisfaction: keyof typeof SATISFACTIONS;
    readonly by?: string | undefined;
    readonly note?: string | undefined;
  };
  /** Whether it waits for an appraisal, whose time a court's 30 days do not count (在线调解规则 Art. 26). */
  suspend: { readonly appraisal?: boolean | undefined };
  extend: { readonly consented: boolean };
  terminate: { readonly remediesTold?: boolean | undefined; readonly takenOver?: boolean | undefined };
  /** Old ledgers, and earlier versions, do not say which grade the other one had. */
  merge: { readonly into: string; readonly intoStatus: Status; readonly intoGrade?: Grade | undefined };
  sponsor: { readonly leader: string };
}

export type DisputeAct = { readonly [M in Move]: CaseAct<M> & (M extends keyof Words ? Words[M] : unknown) }[Move];

/** The dates of a signing that an earlier version wrote without saying who signed by them. */
export type FindSignatures = (row: MoveRow) => Pick<Signing, 'signed' | 'effectiveOn'>;

/** Reads an act from the history; earlier versions called the dates of a signing otherwise. */
export function decodeAct(row: MoveRow, signaturesOf: FindSignatures): DisputeAct {
  const { name: move, on_day: on, reason, details } = row;
  const said = JSON.parse(details);
  const isOldSigning = move === 'sign' && said.signed === undefined;
  if (!isOldSigning) return { move, on, reason, ...said };
  const { mediator: mediatorOn, committee: committeeOn, ...rest } = said;
  return { move, on, reason, ...rest, mediatorOn, committeeOn, ...signaturesOf(row) };
}
