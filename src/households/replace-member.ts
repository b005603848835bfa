import { refuseIf } from '../kernel/failure.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { membershipsOf } from '../teams/cadre-store.ts';
import { endPair, type PairRecord, pairRows, succeedPair } from '../teams/pair-store.ts';
import { lastingAssignments, reassign } from './assignment-store.ts';
import { lastVisitBy } from './later-records.ts';
import {
  existingSuccessor,
  type Person,
  partnerOf,
  type ReplaceablePair,
  replacementProblem,
  teamProblem,
} from './replacement-rules.ts';

/**
 * Replaces one member of a pair from a day on: the pair ends, the two who go on become a pair (or already are one), and
 * every lasting assignment moves to it. Visits before that day stay with the old pair.
 */
export function replaceMember(db: Db, pair: ReplaceablePair, from: Person, to: Person, stamp: Stamp) {
  refuseIf(replacementProblem(pair, from, to, lastVisitBy(db, pair.id), stamp.on));
  const partner = partnerOf(pair, from);
  const successor = successorOf(db, pair, [to, from, partner], stamp);
  const assignments = lastingAssignments(db, 'pair_id', pair.id, stamp.on);
  for (const assignment of assignments) {
    const { responsible_id: id, responsible_cadre: code } = assignment;
    reassign(db, assignment, successor, id === from.id ? to : { id, code }, stamp);
  }
  endPair(db, pair, stamp);
  return { old_pair: pair.code, new_pair: successor.code, households: assignments.length };
}

/** The pair that the two who go on are already, or a new one with the new member in the place of the old. */
function successorOf(
  db: Db,
  pair: ReplaceablePair,
  [to, from, partner]: readonly [Person, Person, number],
  { on }: Stamp,
): Person {
  const isOf = (id: number) => (other: PairRecord) => [other.cadre_a, other.cadre_b].includes(id);
  const together = pairRows(db).filter(isOf(to.id)).filter(isOf(partner));
  const { successor, problem } = existingSuccessor(pair, to, together, on);
  if (successor) return successor;
  refuseIf(problem ?? teamProblem(pair, to, membershipsOf(db, to.id), on));
  return succeedPair(db, pair, pair.cadre_a === from.id ? [to.id, partner] : [partner, to.id], on);
}
