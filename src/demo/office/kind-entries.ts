import type { VisitRow } from '../../visits/visit.ts';
import type { Team } from '../team.ts';
import { type Entry, entry } from './entry.ts';

/** Every sixth village, beginning with the second, has a household in hardship. */
const EVERY = 6;
const FIRST = 1;
/** From this day on these households are visited every month. */
const FROM = '2023-11-01';
const MONTHS = ['2023-11', '2023-12'] as const;
/** Every third of these households was not called on in each month: it is below its standard. */
const BELOW = 3;

/** The households that were entered as ones in hardship: as a rule some that the pair did call on every month since. */
export function kindEntriesOf(teams: readonly Team[], visits: ReadonlyMap<string, readonly VisitRow[]>): Entry[] {
  return teams
    .filter((_, index) => index % EVERY === FIRST)
    .flatMap((team, index) => {
      const months = visitedMonths(visits.get(team.village.code) ?? []);
      const isMet = index % BELOW !== 0;
      const household = team.households.find(
        ({ code }) => MONTHS.every(month => months.get(code)?.has(month)) === isMet,
      );
      if (!household) return [];
      return [entry(['household', 'change', household.code], { kind: 'hardship', on: FROM, reason: '纳入低保' })];
    });
}

/** The months in which each household was visited at home. */
function visitedMonths(visits: readonly VisitRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const months = new Map<string, Set<string>>();
  for (const { household_code, visited_on, mode } of visits)
    if (mode === 'home') {
      const known = months.get(household_code) ?? new Set();
      months.set(household_code, known.add(visited_on.slice(0, 7)));
    }
  return months;
}
