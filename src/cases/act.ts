import type { Day } from '../kernel/day.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';

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
