import type { ActOf } from '../cases/case.ts';
import type { Condition } from '../cases/life.ts';
import type { DisputeAct } from './acts.ts';
import type { Dispute } from './dispute.ts';
import type { Move } from './transitions.ts';

/** A rule about the dispute itself. */
export type OfCase = Condition<Dispute, { readonly move: string }>;

/** The same about a settlement; what an old ledger says was settled is accepted as it is. */
export type OfSettling = Condition<Dispute, { readonly move: string; readonly takenOver?: boolean | undefined }>;

/** A rule about what the act of a move says. */
export type OfAct<M extends Move> = Condition<Dispute, ActOf<DisputeAct, M>>;
