import type { DeadlineCode } from '../deadlines/codes.ts';
import type { Pause, PauseKind } from '../deadlines/pause.ts';
import type { Day } from '../kernel/day.ts';
import { wordList } from '../kernel/text.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';

export type CaseKind = 'dispute' | 'petition';

/** The move and the status of a case that was entered by mistake: it counts nowhere, and its number stays used. */
export const VOID = 'void';

/** The move by which the unit into which a case's holder was merged takes its place. */
export const SUCCEED = 'succeed';

/** How a case came to be offered to another unit: the move that offered it. */
export const OFFER_KINDS = wordList({
  register: { zh: '登记移交', en: 'offered at registration' },
  escalate: { zh: '上报', en: 'escalated' },
  'hand-down': { zh: '交办', en: 'handed down' },
  return: { zh: '退回', en: 'returned' },
});

export type OfferKind = keyof typeof OFFER_KINDS;

/** How an offer ended: `lapsed` where the case itself ended first. */
export type OfferEnding = 'accepted' | 'returned' | 'recalled' | 'lapsed';

/** A case offered to another unit: a fact of its own beside the status, since the holder changes only on acceptance. */
export interface Offer {
  readonly kind: OfferKind;
  readonly from: number;
  readonly to: number;
  readonly offeredOn: Day;
  readonly dueOn: Day;
  /** For what was handed down: the day by which the result is wanted. */
  readonly answerBy: Day | null;
}

/** The facts of a case that disputes and petitions share. Units are numbers of `unit`. */
export interface Case<S extends string = string> {
  readonly kind: CaseKind;
  readonly id: number;
  readonly number: string;
  readonly status: S;
  readonly holder: number;
  /** The unit that registered it. */
  readonly unit: number;
  readonly registeredOn: Day;
  /** The day of its last act: no act is dated earlier. */
  readonly lastOn: Day;
  readonly offer: Offer | undefined;
  /** The unit that the holder received it from, where it did. */
  readonly sender: number | undefined;
  /** Whether another unit than the one that registered it has acted on it. */
  readonly isShared: boolean;
  /** Of a petition: the unit that accepted it as an organ; none while villages only carry it. */
  readonly handler?: number | undefined;
}

/** A deadline that an act starts: its rule, who is bound, and the days where they are not the act's own. */
export interface DeadlineStart {
  readonly code: DeadlineCode;
  readonly unit: number;
  /** The department that it binds, where it binds no unit; then `unit` is the holder. */
  readonly department?: number;
  readonly start?: Day;
  /** The last day itself, for rules whose length the act names. */
  readonly named?: Day;
}

/**
 * What becomes of deadlines that are running: done (in time or late), or without object. Codes are those of units, or of the
 * one department that is named; `all` are those of departments, too.
 */
export interface DeadlineEnd {
  readonly codes: readonly DeadlineCode[] | 'all';
  readonly how: 'met' | 'moot';
  /** Of several with one code, that which is due on this day. */
  readonly due?: Day;
  readonly department?: number;
}

/** An offer that an act makes, or the end of the open one. */
type OfferChange =
  | { readonly make: { readonly kind: OfferKind; readonly to: number; readonly answerBy?: Day | null } }
  | { readonly end: OfferEnding };

/** What one act makes of a case. */
export interface Step<S extends string = string> {
  readonly status: S;
  readonly holder?: number;
  readonly offer?: OfferChange;
  readonly starts?: readonly DeadlineStart[];
  readonly ends?: readonly DeadlineEnd[];
  /** A deadline that runs on, by a length in the unit of its rule's extension. */
  readonly extends?: { readonly code: DeadlineCode; readonly by: number; readonly department?: number | undefined };
  /** A suspension that begins, the end of the one that lasts, or a time that is over. */
  readonly pause?: PauseKind | 'ended' | Pause;
  /** Whether the new holder only carries the case: what binds the organ stays with it. */
  readonly carried?: boolean;
}

/** What a person does when making a move. Each kind of move says more: see `disputes/acts.ts`, `petitions/acts.ts`. */
export interface CaseAct<M extends string = string> {
  readonly move: M;
  readonly on: Day;
  readonly reason: string;
}

/** The act of one move, out of all acts on a kind of case. */
export type ActOf<A extends CaseAct, M extends A['move']> = Extract<A, { readonly move: M }>;

/** Where and when an act is made: by which unit, in which tree of units, on which day it is entered. */
export interface Scene {
  readonly actor: UnitTerm;
  readonly tree: UnitTree;
  readonly today: Day;
}

/** What an act says, as the history keeps it beside move, day and reason. */
export function detailsOf({ move: _, on: __, reason: ___, ...details }: CaseAct): Readonly<Record<string, unknown>> {
  return details;
}
