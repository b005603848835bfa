import { decideBy } from '../../src/cases/life.ts';
import { actorOf } from '../../src/cases/offer.ts';
import { staysOf } from '../../src/cases/stay.ts';
import { type MoveRow, movesOf } from '../../src/cases/store.ts';
import type { Db } from '../../src/ledger/sqlite.ts';
import { after } from '../../src/petitions/after.ts';
import { PETITION_LIFE } from '../../src/petitions/life.ts';
import type { Petition } from '../../src/petitions/petition.ts';
import { loadPetition } from '../../src/petitions/store.ts';
import { IN_STOCK, type Move } from '../../src/petitions/transitions.ts';
import { TIER } from '../../src/units/level.ts';
import { loadTree } from '../../src/units/store.ts';
import { type UnitTerm, unitNamed } from '../../src/units/tree.ts';
import { petition, ruleOf } from './petitions.ts';

/** What two states are compared by: everything but the days that are looked up. */
export function comparable({ offer, handleDue: _h, objectDue: _o, applyDue: _a, ...rest }: Petition) {
  const open = offer && { kind: offer.kind, from: offer.from, to: offer.to, on: offer.offeredOn, by: offer.answerBy };
  return { ...rest, awaited: [...rest.awaited].sort(), offer: open };
}

/** A petition as its moves lead to it, one after the other through the rules, with the stays that follow from them. */
export function replayed(db: Db, number: string, today: string) {
  const tree = loadTree(db, today);
  const unitOf = (id: number) => tree.units.get(id) as UnitTerm;
  const { id, unit } = loadPetition(db, number);
  const [first, ...moves] = movesOf(db, id) as [MoveRow, ...MoveRow[]];
  const days = { registeredOn: first.on_day, lastOn: first.on_day } as const;
  const bare = { agent: undefined, sender: undefined, conferred: false, handleDue: undefined } as const;
  let state = petition({ id, number, unit, holder: unit, status: 'lodged', ...days, ...bare });
  const stock = [stockOf(first, false)];
  const misfits: string[] = [];
  for (const row of moves) {
    const details = JSON.parse(row.details);
    const named = details.to ? { to: unitNamed(tree, details.to) } : {};
    const said = { move: row.name as Move, on: row.on_day, today, reason: row.reason, details, tree, ...named };
    const actor = unitOf(actorOf(state, row.name));
    const next = decideBy(PETITION_LIFE, { ...state, handleDue: row.on_day }, { ...said, actor }, ruleOf);
    stock.push(stockOf(row, state.offer?.kind === 'return'));
    state = after(state, said, next);
    const fits = row.unit_id === actor.unit_id && row.status === state.status && row.holder_id === state.holder;
    if (!fits) misfits.push(`${row.id} ${row.name}`);
  }
  return { state, misfits, stays: staysOf(stock, unitId => TIER[unitOf(unitId).level]) };
}

function stockOf({ name, on_day: on, holder_id: holder, status }: MoveRow, returned: boolean) {
  const inStock = (IN_STOCK as ReadonlySet<string>).has(status);
  return { name, on, holder, inStock, settled: status === 'concluded', returned };
}
