import type { OldDispute } from '../disputes/old-ledger.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { VisitRow } from '../visits/visit.ts';
import { CARELESS_DIARIES } from './careless-visits.ts';
import { type Occasion, writeFinding } from './diary.ts';
import type { Planned } from './dispute-plan.ts';
import { calledBy } from './names.ts';
import { pick, randomFrom } from './random.ts';
import type { Team } from './team.ts';

/** A dispute is registered at most this many days after the visit in which it was found. */
const FOUND_WITHIN = 10;
/** The others were heard of by grid workers or at the village office. */
const FOUND_SHARE = 0.93;

/** The visit in which a dispute was found: its household, by its place among the team's, is the first applicant's. */
export interface Finding {
  readonly visit: VisitRow;
  readonly house: number;
}

/**
 * The visits in which the disputes of these teams were found, each the only one that it found: of those found proactively
 * in a village most, of those entered by hand all. A careless diary found nothing.
 */
export function findingsOf(
  planned: readonly Planned[],
  teamAt: ReadonlyMap<string, Team>,
  visits: ReadonlyMap<string, readonly VisitRow[]>,
): ReadonlyMap<string, Finding> {
  const taken = new Set<VisitRow>();
  const findings = new Map<string, Finding>();
  for (const { old_number, unit_code, source, merged_into, byHand, registered_on } of planned) {
    const team = teamAt.get(unit_code);
    const random = randomFrom(`found ${old_number}`);
    if (!team || source !== 'proactive' || merged_into || (random() >= FOUND_SHARE && !byHand)) continue;
    const possible = visitsBefore(registered_on, visits.get(unit_code) ?? []).filter(visit => !taken.has(visit));
    if (possible.length === 0) continue;
    const visit = pick(random, possible);
    taken.add(visit);
    const house = team.households.findIndex(({ code }) => code === visit.household_code);
    findings.set(old_number, { visit, house });
  }
  return findings;
}

/** The home visits of the days before, whatever was talked of: which they are is the same at every scale. */
function visitsBefore(day: Day, visits: readonly VisitRow[]): readonly VisitRow[] {
  const first = addDays(day, -FOUND_WITHIN);
  return visits.filter(
    ({ mode, visited_on, diary }) =>
      mode === 'home' && first <= visited_on && visited_on <= day && !CARELESS_DIARIES.has(diary ?? ''),
  );
}

/** How a file names the visit. */
export function namedIn({ visit }: Finding): Pick<OldDispute, 'visit_household' | 'visited_on'> {
  return { visit_household: visit.household_code, visited_on: visit.visited_on };
}

/** The same visit with a diary that says what was found. */
export function withFinding({ visit, house }: Finding, said: string, team: Team): VisitRow {
  const occasion: Occasion = {
    called: calledBy(team.households[house]?.head_name ?? ''),
    month: Number(visit.visited_on.slice(5, 7)),
    community: team.village.community,
    mode: 'home',
    standIn: visit.substitute === 'yes',
  };
  const random = randomFrom(`finding ${visit.household_code} ${visit.visited_on}`);
  return { ...visit, ...writeFinding(random, occasion, said) };
}
