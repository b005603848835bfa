import { actorOf } from '../../src/cases/offer.ts';
import { type Stay, staysOf } from '../../src/cases/stay.ts';
import { type MoveRow, movesOf, offersOf } from '../../src/cases/store.ts';
import { after } from '../../src/disputes/after.ts';
import { decide } from '../../src/disputes/decide.ts';
import type { Dispute } from '../../src/disputes/dispute.ts';
import { registered } from '../../src/disputes/registering.ts';
import { loadDispute } from '../../src/disputes/store.ts';
import { IN_STOCK, type Move } from '../../src/disputes/transitions.ts';
import type { Db } from '../../src/ledger/sqlite.ts';
import { TIER } from '../../src/units/level.ts';
import { loadTree } from '../../src/units/store.ts';
import { type UnitTerm, unitNamed } from '../../src/units/tree.ts';
import { ruleOf } from './disputes.ts';

/** What two states are compared by: everything but row numbers and looked-up days. */
export function comparable({ agreement, offer, mediationDue: _, ...rest }: Dispute) {
  const { form, performBy, mediatorOn, committeeOn, effectiveOn, signed } = agreement ?? {};
  const dates = { form, performBy, mediatorOn, committeeOn, effectiveOn, signed: [...(signed ?? [])].sort() };
  const open = offer && { kind: offer.kind, from: offer.from, to: offer.to, on: offer.offeredOn, by: offer.answerBy };
  return { ...rest, agreement: agreement && dates, offer: open };
}

/** A dispute as its moves lead to it, one after the other through the rules, with the stays that follow from them. */
export function replayed(db: Db, number: string, today: string) {
  const tree = loadTree(db, today);
  const unitOf = (id: number) => tree.units.get(id) as UnitTerm;
  const { id, parties, unit } = loadDispute(db, number);
  const [first, ...moves] = movesOf(db, id) as [MoveRow, ...MoveRow[]];
  const { grade } = JSON.parse(first.details);
  const start = registered(id, number, { unit: unitOf(unit), on: first.on_day, grade }, parties);
  const [made] = offersOf(db, id).filter(one => one.kind === 'register');
  const days = { offeredOn: first.on_day, dueOn: first.on_day, answerBy: null };
  let state: Dispute = made
    ? { ...start, offer: { kind: 'register', from: made.from_unit, to: made.to_unit, ...days } }
    : start;
  const stock = [stockOf(first, false)];
  const misfits: string[] = [];
  for (const row of moves) {
    const details = JSON.parse(row.details);
    const named = details.to ? { to: unitNamed(tree, details.to) } : {};
    const said = { move: row.name as Move, on: row.on_day, today, reason: row.reason, details, tree, ...named };
    const before = { ...state, mediationDue: row.on_day };
    const actor = unitOf(actorOf(before, row.name));
    const next = decide(before, { ...said, actor }, ruleOf);
    stock.push(stockOf(row, state.offer?.kind === 'return'));
    state = after(state, said, next);
    const fits = row.unit_id === actor.unit_id && row.status === state.status && row.holder_id === state.holder;
    if (!fits) misfits.push(`${row.id} ${row.name}`);
  }
  return { state, misfits, stays: staysOf(stock, unitId => TIER[unitOf(unitId).level]) };
}

function stockOf({ name, on_day: on, holder_id: holder, status }: MoveRow, returned: boolean) {
  const inStock = (IN_STOCK as ReadonlySet<string>).has(status);
  return { name, on, holder, inStock, settled: status === 'settled', returned };
}

/** The stays of a case as the ledger has them. */
export function staysIn(db: Db, id: number): Stay[] {
  const rows = db
    .prepare(
      `select unit_id as unit, entered_on as enteredOn, entry, from_unit as "from", left_on as leftOn, leaving,
         to_unit as "to", returned from stay where case_id = ? order by id`,
    )
    .all(id) as (Omit<Stay, 'returned'> & { returned: number })[];
  return rows.map(({ returned, ...stay }) => ({ ...stay, returned: returned === 1 }));
}
