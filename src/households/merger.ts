import type { Day } from '../kernel/day.ts';
import { recordChanges } from '../ledger/events.ts';
import { rows } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { endPair, pairsAtMerger, succeedPair, transferPair } from '../teams/pair-store.ts';
import type { Merger, MergerPart } from '../units/merger.ts';
import { lastingAssignments, reassign } from './assignment-store.ts';
import { updateHousehold } from './household-store.ts';
import { placeHousehold, withLastTerm } from './term-store.ts';

/**
 * The households of a village that is merged are the other one's from that day on, under their own codes; each stays with
 * the two cadres who looked after it, who are a pair of the other team now.
 */
export const householdMerger: readonly MergerPart[] = [
  { what: { zh: '在册户', en: 'households' }, fate: 'moves', carry: moveHouseholds },
  { what: { zh: '结对（连同包户）', en: 'pairs, with their households' }, fate: 'moves', carry: movePairs },
];

function moveHouseholds(db: Db, { from, into, stamp }: Merger): string[] {
  const { unit_id } = into;
  const there = withLastTerm()
    .select(['h.id', 'h.code', 't.from_on', 't.to_on'])
    .where('t.unit_id', '=', from.unit_id)
    .where('t.to_on', '>', stamp.on)
    .orderBy('h.code');
  return rows(db, there).map(({ id, code, from_on, to_on }) => {
    const begins = later(from_on, stamp.on);
    placeHousehold(db, id, { unit_id, from_on: begins, to_on });
    const since = begins === from_on ? [] : [{ field: 'from_on', old: from_on, new: begins }];
    updateHousehold(db, id, [{ field: 'unit_code', old: from.code, new: into.code }, ...since], stamp);
    return code;
  });
}

/** A pair that had begun goes on as its successor in the other team; one that begins later is of that team from the start. */
function movePairs(db: Db, { from, into, stamp }: Merger): string[] {
  return pairsAtMerger(db, from.unit_id, stamp.on).map(pair => {
    if (pair.from_on >= stamp.on) {
      transferPair(db, pair.id, into.unit_id);
      recordChanges(db, 'pair', pair.id, [{ field: 'unit_code', old: from.code, new: into.code }], stamp);
      return pair.code;
    }
    const { cadre_a, cadre_b } = pair;
    const successor = succeedPair(db, { ...pair, unit_id: into.unit_id }, [cadre_a, cadre_b], stamp.on);
    for (const assignment of lastingAssignments(db, 'pair_id', pair.id, stamp.on)) {
      const responsible = { id: assignment.responsible_id, code: assignment.responsible_cadre };
      reassign(db, assignment, successor, responsible, stamp);
    }
    endPair(db, pair, stamp);
    return `${pair.code} → ${successor.code}`;
  });
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
