import type { CaseArea } from '../../src/cases/area.ts';
import { type Case, type CaseAct, VOID } from '../../src/cases/case.ts';
import { findCase } from '../../src/cases/case-store.ts';
import { factsAfter } from '../../src/cases/facts.ts';
import { decide, moverOf, type Rules } from '../../src/cases/life.ts';
import { type MoveRow, movesOf, offersOf } from '../../src/cases/move-store.ts';
import { staysOf } from '../../src/cases/stay.ts';
import { tierIn } from '../../src/cases/stay-store.ts';
import type { Db } from '../../src/ledger/sqlite.ts';
import { loadTree } from '../../src/units/store.ts';
import type { UnitTerm } from '../../src/units/tree.ts';

interface Replayable<C extends Case, A extends CaseAct> {
  readonly area: CaseArea<C, A>;
  readonly rules: Rules;
  /** Fills in the deadlines that the rules look at, as running on the day of a move. */
  running(state: C, move: MoveRow): C;
}

/** A case as its moves lead to it, decided again one after the other, with the stays that follow from them. */
export function replayed<C extends Case, A extends CaseAct>(
  { area, rules, running }: Replayable<C, A>,
  db: Db,
  number: string,
  today: string,
) {
  const { life } = area;
  const tree = loadTree(db, today);
  const unitOf = (id: number) => tree.units.get(id) as UnitTerm;
  const { id, unit_id: unit, registered_on: on } = findCase(db, area.kind, number, area.title);
  const [first, ...moves] = movesOf(db, id) as [MoveRow, ...MoveRow[]];
  const [made] = offersOf(db, id).filter(offer => offer.kind === 'register');
  const offer = made && {
    ...{ kind: made.kind, from: made.from_unit, to: made.to_unit, offeredOn: on, dueOn: on, answerBy: null },
  };
  let state: C = { ...life.begin({ id, number, unit, on }, JSON.parse(first.details)), offer };
  const stock = [{ ...stockOf(area, first), returned: false }];
  const misfits: string[] = [];
  for (const row of moves) {
    const act = area.decode(db, row);
    const actor = unitOf(moverOf(life, state, row.name, tree));
    const step = decide(life, running(state, row), act, { actor, tree, today }, rules);
    stock.push({ ...stockOf(area, row), returned: state.offer?.kind === 'return' });
    state = factsAfter(life.facts, state, act, step);
    const fits = row.unit_id === actor.unit_id && row.status === state.status && row.holder_id === state.holder;
    if (!fits) misfits.push(`${row.id} ${row.name}`);
  }
  return { state, misfits, stays: staysOf(stock, tierIn(tree)) };
}

function stockOf<C extends Case, A extends CaseAct>(
  { life }: CaseArea<C, A>,
  { on_day: on, holder_id: holder, status }: MoveRow,
) {
  const isVoid = status === VOID;
  return { on, holder, inStock: life.inStock.has(status as C['status']), settled: status === life.settled, isVoid };
}

/** The facts that follow from the moves alone: without deadlines and parties, which are looked up. */
export function comparable({ offer, ...facts }: Case): object {
  const { mediationDue, parties, handleDue, objectDue, applyDue, departmentDues, isSuggestion, ...rest } =
    facts as Record<string, unknown>;
  const open = offer && { kind: offer.kind, from: offer.from, to: offer.to, on: offer.offeredOn, by: offer.answerBy };
  return { ...rest, offer: open };
}
