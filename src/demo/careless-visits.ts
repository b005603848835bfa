import type { Day } from '../kernel/day.ts';
import type { PairRow } from '../teams/pair.ts';
import type { VisitRow } from '../visits/visit.ts';
import type { Team } from './team.ts';

/** What `report quality` should find: a few pairs of the banner write the same diary again and again, and one pair rushes. */
const SAME: Readonly<Record<string, { readonly pair: number; readonly times: number; readonly diary: string }>> = {
  '150722100203': { pair: 2, times: 5, diary: '入户走访，了解情况，宣传政策，没有新的诉求。' },
  '150722106204': { pair: 4, times: 4, diary: '已走访，户内一切正常。' },
  '150722110207': { pair: 0, times: 3, diary: '入户宣传政策，群众表示满意。' },
};
/** This pair visited all its households on one day, and stood in at some of another pair's. */
const RUSH = { village: '150722100204', pair: 3, day: '2023-11-28', standIns: 6 } as const;
const RUSH_DIARY = '走访了解情况，登记签字，已告知联系电话。';

/** The home visits of a team, as careless pairs recorded them; the number of visits to each household does not change. */
export function carelessly(team: Team, visits: readonly VisitRow[]): VisitRow[] {
  const same = SAME[team.village.code];
  if (same) return repeating(team, visits, same.pair, same.times, same.diary);
  return team.village.code === RUSH.village ? rushing(team, visits) : [...visits];
}

function repeating(
  { pairs }: Team,
  visits: readonly VisitRow[],
  pair: number,
  times: number,
  diary: string,
): VisitRow[] {
  const own = visits.filter(visit => isBy(visit, pairs[pair]));
  const chosen = new Set(Array.from({ length: times }, (_, index) => own[index * 3]));
  return visits.map(visit => (chosen.has(visit) ? { ...visit, diary } : visit));
}

/** Moves the last visit of each of the pair's households to the same day, and with it some of the next pair's. */
function rushing({ pairs, assignments }: Team, visits: readonly VisitRow[]): VisitRow[] {
  const [rushed, next] = [pairs[RUSH.pair], pairs[RUSH.pair + 1]];
  const of = (pair: PairRow | undefined) =>
    assignments.filter(assignment => assignment.pair_code === pair?.code).map(assignment => assignment.household_code);
  const own = new Set(of(rushed));
  const others = new Set(of(next).slice(0, RUSH.standIns));
  const last = new Map<string, VisitRow>();
  for (const visit of visits)
    if (own.has(visit.household_code) || others.has(visit.household_code))
      if (isLater(visit, last.get(visit.household_code))) last.set(visit.household_code, visit);
  const moved = new Set(last.values());
  return visits.map(visit =>
    moved.has(visit) && rushed ? onTheDay(visit, rushed, others.has(visit.household_code)) : visit,
  );
}

function onTheDay(visit: VisitRow, { cadre_a, cadre_b }: PairRow, standsIn: boolean): VisitRow {
  const on: Day = RUSH.day;
  return {
    ...visit,
    visited_on: on,
    cadre_a,
    cadre_b,
    diary: RUSH_DIARY,
    diary_by: cadre_a,
    substitute: standsIn ? 'yes' : 'no',
  };
}

function isLater(visit: VisitRow, other: VisitRow | undefined): boolean {
  return other === undefined || visit.visited_on > other.visited_on;
}

function isBy({ cadre_a, cadre_b }: VisitRow, pair: PairRow | undefined): boolean {
  return pair !== undefined && [cadre_a, cadre_b].sort().join() === [pair.cadre_a, pair.cadre_b].sort().join();
}
