import type { Grade, Risk } from '../disputes/dispute.ts';
import type { OldDispute } from '../disputes/old-ledger.ts';
import { type Planned, plannedDisputes } from './dispute-plan.ts';
import { writeQuarrel } from './dispute-words.ts';
import { pick, randomFrom } from './random.ts';
import type { Team } from './team.ts';

const RISKS_OF: Readonly<Record<Grade, readonly (Risk | null)[]>> = {
  simple: [null, null, null, null, null, null, null, null, 'green', 'blue'],
  complex: [null, null, null, 'blue', 'blue', 'yellow'],
  major: [null, 'blue', 'yellow', 'yellow', 'red'],
};

/** The disputes that were registered by these units, with people of these teams' households as parties. */
export function disputesOf(units: ReadonlySet<string>, teams: readonly Team[]): OldDispute[] {
  const teamAt = new Map(teams.map(team => [team.village.code, team]));
  return plannedDisputes()
    .filter(({ unit }) => units.has(unit))
    .map(planned => disputeRow(planned, teamAt.get(planned.unit)));
}

/** A duplicate tells the same quarrel of the same people as the dispute that it repeats. */
function disputeRow(planned: Planned, team: Team | undefined): OldDispute {
  const random = randomFrom(`dispute ${planned.repeats ?? planned.number}`);
  const risk = pick(random, RISKS_OF[planned.grade]);
  return {
    old_number: planned.number,
    unit_code: planned.unit,
    registered_on: planned.registered,
    grade: planned.grade,
    source: planned.source,
    ...writeQuarrel(random, planned, team),
    risk,
    status: planned.status,
    settled_on: planned.settled,
    closed_on: planned.closed,
    merged_into: planned.repeats ?? '',
  };
}
