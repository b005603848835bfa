import type { AgentRow } from '../agents/agent-record.ts';
import { defaultRows } from '../assessment/scheme/default-scheme.ts';
import type { DepartmentRow } from '../departments/department-record.ts';
import type { OldDispute } from '../disputes/old-ledger.ts';
import type { AssignmentRow } from '../households/assignment.ts';
import type { HouseholdRow } from '../households/household.ts';
import type { MeetingRow } from '../meetings/meeting-record.ts';
import type { OldPetition } from '../petitions/old-ledger.ts';
import type { CadreRow } from '../teams/cadre.ts';
import type { PairRow } from '../teams/pair.ts';
import type { VisitRow } from '../visits/visit.ts';
import { agentsOf } from './agents.ts';
import { DEPARTMENTS } from './departments.ts';
import { disputesOf, type HandDispute } from './disputes.ts';
import { divisionsIn, type Scale, unitsText } from './divisions.ts';
import { type Campaign, campaignOf } from './office/campaign.ts';
import { type Centre, centre } from './office/centre.ts';
import { meetingsOf } from './office/meetings.ts';
import { type Sites, sitesOf } from './office/sites.ts';
import { type VisitedNeed, visitedNeedsOf } from './office/visited-needs.ts';
import { type PetitionOnItsWay, petitionsOf } from './petitions.ts';
import { type Team, teamOf } from './team.ts';
import { type Village, villagesAmong } from './villages.ts';
import { visitsOf } from './visits.ts';

/** Everything that the demo's files hold; the units come as the text of their file. */
export interface Dataset extends Sites, Centre, Campaign {
  readonly units: string;
  readonly cadres: readonly CadreRow[];
  readonly pairs: readonly PairRow[];
  readonly households: readonly HouseholdRow[];
  readonly assignments: readonly AssignmentRow[];
  readonly visits: readonly VisitRow[];
  readonly departments: readonly DepartmentRow[];
  readonly agents: readonly AgentRow[];
  readonly disputes: readonly OldDispute[];
  readonly petitions: readonly OldPetition[];
  readonly meetings: readonly MeetingRow[];
  /** Disputes that no file holds: they are entered by single commands. */
  readonly handDisputes: readonly HandDispute[];
  readonly handPetitions: readonly PetitionOnItsWay[];
  /** Petitions of the file that continue by single commands. */
  readonly openPetitions: readonly PetitionOnItsWay[];
  readonly visitedNeeds: readonly VisitedNeed[];
  /** The scheme that every ledger begins with, for an office to edit. */
  readonly assessment: readonly object[];
}

/** The demo's data at a scale: always the same, since it depends on nothing but the list of divisions. */
export function datasetOf(scale: Scale): Dataset {
  const units = unitsText(scale);
  const divisions = divisionsIn(units);
  const teams = teamsOf(villagesAmong(divisions));
  const agents = agentsOf(divisions, teams);
  const visits = new Map(teams.map((team, index) => [team.village.code, visitsOf(team, teams[index - 1])]));
  return {
    units,
    cadres: teams.flatMap(team => team.cadres),
    pairs: teams.flatMap(team => team.pairs),
    households: teams.flatMap(team => team.households),
    assignments: teams.flatMap(team => team.assignments),
    visits: byDay([...visits.values()].flat()),
    departments: DEPARTMENTS,
    agents: [...agents.values()].flat(),
    ...disputesOf(new Set(divisions.map(({ code }) => code)), teams, visits),
    ...petitionsOf(agents, teams),
    visitedNeeds: visitedNeedsOf(teams, visits),
    ...sitesOf(divisions),
    ...centre(),
    ...campaignOf(divisions, teams),
    meetings: meetingsOf(divisions),
    assessment: defaultRows('zh'),
  };
}

function teamsOf(villages: readonly Village[]): Team[] {
  let cadres = 0;
  return villages.map(village => {
    const team = teamOf(village, cadres);
    cadres += team.cadres.length;
    return team;
  });
}

/** Ordered by day, as a log is kept; a day's visits stay village by village. */
function byDay(visits: readonly VisitRow[]): VisitRow[] {
  const days = new Map<string, VisitRow[]>();
  for (const visit of visits) {
    const day = days.get(visit.visited_on);
    if (day) day.push(visit);
    else days.set(visit.visited_on, [visit]);
  }
  return [...days.keys()].sort().flatMap(day => days.get(day) ?? []);
}
