import type { PairRow } from '../teams/pair.ts';
import type { VisitRow } from '../visits/visit.ts';
import type { Team } from './team.ts';

type Repetition = { readonly pair: number; readonly times: number; readonly diary: string };

/** What `report quality` should find: a few pairs of the banner write the same diary again and again, and one pair rushes. */
const SAME: Readonly<Record<string, Repetition>> = {
  '150722100203': { pair: 2, times: 5, diary: '入户走访，了解情况，宣传政策，没有新的诉求。' },
  '150722106204': { pair: 4, times: 4, diary: '已走访，户内一切正常。' },
  '150722110207': { pair: 0, times: 3, diary: '入户宣传政策，群众表示满意。' },
};
/** This pair visited all its households on one day, and stood in at some of another pair's. */
const RUSH = { village: '150722100204', pair: 3, day: '2023-11-28', standIns: 6 } as const;
const RUSH_DIARY = '走访了解情况，登记签字，已告知联系电话。';

/** What careless pairs write: nothing was found in such a visit. */
export const CARELESS_DIARIES: ReadonlySet<string> = new Set([
  RUSH_DIARY,
  ...Object.values(SAME).map(({ diary }) => diary),
]);

/** The home visits of a team, as careless pairs recorded them; the number of visits to each household does not change. */
export function carelessly(team: Team, visits: readonly VisitRow[]): VisitRow[] {
  const same = SAME[team.village.code];
  if (same) return repeating(team, visits, same);
  return team.village.code === RUSH.village ? rushing(team, visits) : [...visits];
}

function repeating({ pairs }: Team, visits: readonly VisitRow[], { pair, times, diary }: Repetition): VisitRow[] {
  const own = visits.filter(visit => isBy(visit, pairs[pair]));
  const chosen = new Set(Array.from({ length: times }, (_, index) => own[index * 3]));
  return visits.map(visit => (chosen.has(visit) ? { ...visit, diary } : visit));
}

/** Moves the last visit of each of the pair's households to the same day, and with it some of the next pair's. */
function rushing({ pairs, assignments }: Team, visits: readonly VisitRow[]): VisitRow[] {
  const [rushed, next] = [pairs[RUSH.pair], pairs[RUSH.pair + 1]];
  const householdsOf = (pair: PairRow | undefined) =>
    assignments.filter(assignment => assignment.pair_code === pair?.code).map(assignment => assignment.household_code);
  const others = new Set(householdsOf(next).slice(0, RUSH.standIns));
  const moving = new Set([...householdsOf(rushed), ...others]);
  const last = new Map<string, VisitRow>();
  for (const visit of visits.filter(({ household_code }) => moving.has(household_code))) {
    const before = last.get(visit.household_code);
    if (!before || visit.visited_on > before.visited_on) last.set(visit.household_code, visit);
  }
  const moved = new Set(last.values());
  return visits.map(visit =>
    moved.has(visit) && rushed ? onTheDay(visit, rushed, others.has(visit.household_code)) : visit,
  );
}

function onTheDay(visit: VisitRow, { cadre_a, cadre_b }: PairRow, standsIn: boolean): VisitRow {
  const written = { diary: RUSH_DIARY, diary_by: cadre_a };
  return { ...visit, visited_on: RUSH.day, cadre_a, cadre_b, ...written, substitute: standsIn ? 'yes' : 'no' };
}

function isBy({ cadre_a, cadre_b }: VisitRow, pair: PairRow | undefined): boolean {
  return pair !== undefined && [cadre_a, cadre_b].sort().join() === [pair.cadre_a, pair.cadre_b].sort().join();
}
