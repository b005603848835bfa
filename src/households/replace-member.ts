import { covers, type Day, endsTooEarly, overlaps } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { endPair, membershipsOf, pairRows } from '../teams/store.ts';
import { visitedLater } from './rules.ts';
import { assignmentsOfPair, lastVisitBy, reassign, succeedPair } from './store.ts';

interface Person {
  readonly id: number;
  readonly code: string;
}

interface Pair {
  readonly id: number;
  readonly code: string;
  readonly unit_id: number;
  readonly cadre_a: number;
  readonly cadre_b: number;
  readonly from_on: Day;
  readonly to_on: Day;
}

/** What became of one pair when one of its two was replaced. */
export interface Replacement {
  readonly old_pair: string;
  readonly new_pair: string;
  readonly households: number;
}

/**
 * Replaces one of a pair from a day on: the pair ends, the two who go on become a pair (or already are one), and every
 * open assignment moves to it. Visits before that day stay with the old pair.
 */
export async function replaceMember(db: Db, pair: Pair, from: Person, to: Person, stamp: Stamp): Promise<Replacement> {
  const { on } = stamp;
  const partner = pair.cadre_a === from.id ? pair.cadre_b : pair.cadre_a;
  if (to.id === partner)
    refuse(
      {
        zh: `${to.code} 本来就是结对 ${pair.code} 的另一名队员，一组须是两名不同的干部`,
        en: `${to.code} is the other one of pair ${pair.code}; a pair is two different cadres`,
      },
      { zh: '请另选一名干部', en: 'Choose a third cadre' },
    );
  const late = visitedLater(lastVisitBy(db, pair.id), on);
  if (late) refuse(late, { zh: '请把交接日期定在最后一次走访之后', en: 'Hand over after the last visit' });
  if (on <= pair.from_on) refuse(endsTooEarly(pair.code, on));
  const successor = await successorOf(db, pair, [to, from, partner], on);
  const assigned = assignmentsOfPair(db, pair.id, on);
  for (const assignment of assigned) {
    const responsible = assignment.responsible_id === from.id ? to.id : assignment.responsible_id;
    reassign(db, assignment, successor.id, responsible, on, stamp);
  }
  endPair(db, pair, on, stamp);
  return { old_pair: pair.code, new_pair: successor.code, households: assigned.length };
}

/** The pair that the two who go on are already, or a new one; it must last as long as the old one would have. */
async function successorOf(
  db: Db,
  pair: Pair,
  [to, from, partner]: readonly [Person, Person, number],
  on: Day,
): Promise<{ readonly id: number; readonly code: string }> {
  const together = pairRows(db).filter(
    p => [p.cadre_a, p.cadre_b].includes(to.id) && [p.cadre_a, p.cadre_b].includes(partner),
  );
  const clash = together.find(p => overlaps(p, { from_on: on, to_on: pair.to_on }));
  if (clash && clash.unit_id === pair.unit_id && covers(clash, on) && clash.to_on >= pair.to_on) return clash;
  if (clash)
    refuse(
      {
        zh: `${to.code} 与另一名队员已有结对 ${clash.code}，但并不从 ${on} 起一直有效`,
        en: `${to.code} is in pair ${clash.code} with the other one, which does not last from ${on} on`,
      },
      { zh: '请先停用那个结对，或另选日期或干部', en: 'End that pair first, or choose another day or cadre' },
    );
  await inTeam(db, to, pair, on);
  const [a, b] = pair.cadre_a === from.id ? [to.id, partner] : [partner, to.id];
  return succeedPair(db, pair, a, b, on);
}

/** Who takes over must be in the pair's own team on that day and after it. */
async function inTeam(db: Db, cadre: Person, pair: Pair, on: Day): Promise<void> {
  const memberships = await membershipsOf(db, cadre.id);
  if (memberships.some(m => m.unit_id === pair.unit_id && covers(m, on) && m.to_on >= pair.to_on)) return;
  refuse(
    {
      zh: `${cadre.code} 在 ${on} 不是结对 ${pair.code} 所在服务队的队员`,
      en: `${cadre.code} is not in the team of pair ${pair.code} on ${on}`,
    },
    {
      zh: '先用 cadre change --unit-code 把他调入这支服务队',
      en: 'Move them into that team first: cadre change --unit-code',
    },
  );
}
