import type { Grade, Risk } from '../disputes/dispute.ts';
import type { OldDispute } from '../disputes/old-ledger.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { VisitRow } from '../visits/visit.ts';
import { type Planned, plannedDisputes } from './dispute-plan.ts';
import { writeQuarrel } from './dispute-words.ts';
import { pick, type Random, randomFrom } from './random.ts';
import type { Team } from './team.ts';

const RISKS_OF: Readonly<Record<Grade, readonly (Risk | null)[]>> = {
  simple: [null, null, null, null, null, null, null, null, 'green', 'blue'],
  complex: [null, null, null, 'blue', 'blue', 'yellow'],
  major: [null, 'blue', 'yellow', 'yellow', 'red'],
};
/** A dispute is registered at most this many days after the visit in which it was found. */
const FOUND_WITHIN = 10;

/** The disputes of the old ledger and those entered by hand, of these units, with people of these teams' households as parties. */
export function disputesOf(
  units: ReadonlySet<string>,
  teams: readonly Team[],
  visits: ReadonlyMap<string, readonly VisitRow[]>,
) {
  const teamAt = new Map(teams.map(team => [team.village.code, team]));
  const own = plannedDisputes().filter(({ unit_code }) => units.has(unit_code));
  return {
    disputes: own
      .filter(({ byHand }) => !byHand)
      .map(planned => disputeRow(planned, teamAt.get(planned.unit_code), randomOf(planned))),
    handDisputes: own
      .filter(({ byHand }) => byHand)
      .map(planned => handDispute(planned, teamAt.get(planned.unit_code) as Team, visits.get(planned.unit_code) ?? [])),
  };
}

/** A duplicate draws the same quarrel and people as the dispute that it repeats. */
function randomOf({ merged_into, old_number }: Planned): Random {
  return randomFrom(`dispute ${merged_into ?? old_number}`);
}

/** A dispute that is entered by single commands, with the visit in which it was found. */
function handDispute(planned: Planned, team: Team, visits: readonly VisitRow[]) {
  const random = randomOf(planned);
  const { household_code: household, visited_on: day } = pick(random, visitsBefore(planned.registered_on, visits));
  const house = team.households.findIndex(({ code }) => code === household);
  return { row: disputeRow(planned, team, random, house), found: { household, day } };
}

/** The home visits of the days before, those about quarrels if there are any. */
function visitsBefore(day: Day, visits: readonly VisitRow[]): readonly VisitRow[] {
  const first = addDays(day, -FOUND_WITHIN);
  const recent = visits.filter(visit => visit.mode === 'home' && first <= visit.visited_on && visit.visited_on <= day);
  const talked = recent.filter(visit => visit.domains.includes('mediation'));
  return talked.length > 0 ? talked : recent;
}

function disputeRow(planned: Planned, team: Team | undefined, random: Random, house?: number | undefined): OldDispute {
  const risk = pick(random, RISKS_OF[planned.grade]);
  return { ...planned, ...writeQuarrel(random, planned, team, house), risk };
}
