import { byCase } from '../../cases/move-store.ts';
import { replay } from '../../cases/replay.ts';
import { DISPUTE_LIFE } from '../../disputes/life.ts';
import { decodeDisputeAct } from '../../disputes/store.ts';
import type { Day } from '../../kernel/day.ts';
import type { Period } from '../../kernel/period.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';

/**
 * The disputes that were settled or closed in a period, by their numbers, with everything that decides about their allowance:
 * a few queries, however many disputes there are.
 */
export function disputesOf(db: Db, { from, to }: Period) {
  const which = selectFrom('move')
    .select('move.case_id')
    .where('move.name', 'in', ['settle', 'close'])
    .where(eb => eb.between('move.on_day', from, to));
  const ofDisputes = selectFrom('cases').selectAll().where('kind', '=', 'dispute').where('id', 'in', which);
  const moves = byCase(rows(db, selectFrom('move').selectAll().where('case_id', 'in', which).orderBy('id')));
  const offers = byCase(rows(db, selectFrom('offer').selectAll().where('case_id', 'in', which).orderBy('id')));
  const present = selectFrom('party').selectAll().where('case_id', 'in', which).where('removed_on', 'is', null);
  const parties = byCase(rows(db, present.orderBy('id')));
  const described = rows(db, selectFrom('dispute').selectAll().where('id', 'in', which));
  const own = new Map(described.map(row => [row.id, row]));
  return rows(db, ofDisputes.orderBy('number')).flatMap(row => {
    const cover = own.get(row.id);
    const history = { moves: moves.get(row.id) ?? [], offers: offers.get(row.id) ?? [] };
    if (!cover) return [];
    const dispute = replay(DISPUTE_LIFE, row, history, move => decodeDisputeAct(db, move));
    return [{ dispute, cover, moves: history.moves, parties: parties.get(row.id) ?? [] }];
  });
}

export type SettledDispute = ReturnType<typeof disputesOf>[number];

/** The code of the mediator of a committee with a name, who is in office on a day. */
export function mediatorCodes(db: Db): (unit: number, name: string, day: Day) => string {
  const all = rows(db, selectFrom('mediator').select(['code', 'name', 'unit_id', 'from_on', 'to_on']).orderBy('code'));
  return (unit, name, day) =>
    all.find(one => one.unit_id === unit && one.name === name && one.from_on <= day && day < one.to_on)?.code ?? '';
}
