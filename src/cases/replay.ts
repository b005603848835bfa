import type { Db } from '../ledger/sqlite.ts';
import type { Case, CaseAct, Offer } from './case.ts';
import type { CaseRow } from './case-store.ts';
import { factsAfter } from './facts.ts';
import type { Life } from './life.ts';
import { type MoveRow, movesOf, type OfferRow, offersOf } from './move-store.ts';

/** A case's own history: its moves and the offers that they made, oldest first. */
export interface History {
  readonly moves: readonly MoveRow[];
  readonly offers: readonly OfferRow[];
}

export function historyOf(db: Db, caseId: number): History {
  return { moves: movesOf(db, caseId), offers: offersOf(db, caseId) };
}

/** The facts to which a case's moves lead: the fold over its history. Without its last move, those of before it. */
export function replay<C extends Case, A extends CaseAct>(
  life: Life<C, A>,
  { id, number, unit_id: unit, registered_on: on }: CaseRow,
  { moves, offers }: History,
  decode: (move: MoveRow) => A,
): C {
  const [first, ...later] = moves;
  if (!first) throw new Error(`${number} has no moves`);
  const made = [...offers];
  let facts: C = { ...life.begin({ id, number, unit, on }, JSON.parse(first.details)), offer: madeBy(first, made) };
  for (const move of later) {
    const step = { status: move.status as C['status'], holder: move.holder_id };
    const offer = facts.offer ? (endsOffer(life, facts, move) ? undefined : facts.offer) : madeBy(move, made);
    facts = { ...factsAfter(life.facts, facts, decode(move), step), offer };
  }
  return facts;
}

/** The offer that a move made while none was open: the next one, which carries the move's name. */
function madeBy({ name }: MoveRow, offers: OfferRow[]): Offer | undefined {
  const [next] = offers;
  if (next?.kind !== name) return undefined;
  offers.shift();
  const { kind, from_unit: from, to_unit: to, offered_on: offeredOn, due_on: dueOn, answer_by: answerBy } = next;
  return { kind, from, to, offeredOn, dueOn, answerBy };
}

const ANSWERS: readonly string[] = ['return', 'object', 'recall'];

/** An open offer ends by acceptance, by an answer or a recall, and where the case leaves the stock. */
function endsOffer({ inStock }: { readonly inStock: ReadonlySet<string> }, { holder }: Case, move: MoveRow): boolean {
  return move.holder_id !== holder || ANSWERS.includes(move.name) || !inStock.has(move.status);
}
