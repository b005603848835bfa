import type { Grade, Risk } from '../disputes/dispute.ts';
import type { OldDispute } from '../disputes/old-ledger.ts';
import type { VisitRow } from '../visits/visit.ts';
import { type Planned, plannedDisputes } from './dispute-plan.ts';
import { writeQuarrel } from './dispute-words.ts';
import { type Finding, findingsOf, namedIn, withFinding } from './findings.ts';
import { windowOfDispute } from './office/centre.ts';
import { pick, type Random, randomFrom } from './random.ts';
import type { Team } from './team.ts';

const RISKS_OF: Readonly<Record<Grade, readonly (Risk | null)[]>> = {
  simple: [null, null, null, null, null, null, null, null, 'green', 'blue'],
  complex: [null, null, null, 'blue', 'blue', 'yellow'],
  major: [null, 'blue', 'yellow', 'yellow', 'red'],
};

/** A dispute as a file has it, with how the visit that found it goes on. */
interface Told {
  readonly planned: Planned;
  readonly row: OldDispute;
  readonly found: { readonly household: string; readonly day: string } | undefined;
  readonly visited: readonly (readonly [visit: VisitRow, withFinding: VisitRow])[];
}

/**
 * The disputes of the old ledger and those entered by hand, of these units, with people of these teams' households as
 * parties; `findings` has the visits in which they were found, each with the diary that says so.
 */
export function disputesOf(
  units: ReadonlySet<string>,
  teams: readonly Team[],
  visits: ReadonlyMap<string, readonly VisitRow[]>,
) {
  const teamAt = new Map(teams.map(team => [team.village.code, team]));
  const own = plannedDisputes().filter(({ unit_code }) => units.has(unit_code));
  const findings = findingsOf(own, teamAt, visits);
  const told = own.map(planned => toldOf(planned, teamAt.get(planned.unit_code), findings));
  return {
    disputes: told.filter(({ planned }) => !planned.byHand).map(({ row }) => row),
    handDisputes: told.flatMap(({ planned, row, found }) => (planned.byHand && found ? [{ row, found }] : [])),
    findings: new Map(told.flatMap(({ visited }) => visited)),
  };
}

/** A duplicate draws the same quarrel and people as the dispute that it repeats, but was heard of elsewhere. */
function toldOf(planned: Planned, team: Team | undefined, findings: ReadonlyMap<string, Finding>): Told {
  const { merged_into, old_number, status, settled_on } = planned;
  const random: Random = randomFrom(`dispute ${merged_into ?? old_number}`);
  const house = findings.get(merged_into ?? old_number)?.house;
  const finding = findings.get(old_number);
  const { said, agreement, ...words } = writeQuarrel(random, planned, team, house);
  const row: OldDispute = {
    ...planned,
    ...words,
    risk: pick(random, RISKS_OF[planned.grade]),
    window: windowOfDispute({ source: planned.source, category: words.category }),
    agreement: settled_on === null || status === 'merged' ? '' : agreement,
    ...(finding && namedIn(finding)),
  };
  if (!finding || !team) return { planned, row, found: undefined, visited: [] };
  const { visit } = finding;
  const found = { household: visit.household_code, day: visit.visited_on };
  return { planned, row, found, visited: [[visit, withFinding(finding, said, team)]] };
}
