import { defaultRows } from '../assessment/scheme/default-scheme.ts';
import type { DepartmentRow } from '../departments/records.ts';
import type { ExpertRow } from '../experts/expert.ts';
import type { VisitRow } from '../visits/visit.ts';
import { agentsOf } from './agents.ts';
import { dataFile, rowsIn } from './data-file.ts';
import { disputesOf } from './disputes.ts';
import { divisionsIn, type Scale, unitsText } from './divisions.ts';
import { mediatorsOf } from './mediators.ts';
import { campaignOf } from './office/campaign.ts';
import { ESTABLISHMENTS } from './office/centre.ts';
import { diaryEntriesOf } from './office/diary-entries.ts';
import { kindEntriesOf } from './office/kind-entries.ts';
import { linkedLeadersOf } from './office/linked-leaders.ts';
import { meetingsOf } from './office/meetings.ts';
import { needEntriesOf } from './office/need-entries.ts';
import { receiptsOf } from './office/receipts.ts';
import { sitesOf } from './office/sites.ts';
import { petitionsOf } from './petitions.ts';
import { type Team, teamOf } from './team.ts';
import { type Village, villagesAmong } from './villages.ts';
import { visitsOf } from './visits.ts';

/** Everything that the demo's files hold, and what a clerk enters besides by single commands. */
export type Dataset = ReturnType<typeof datasetOf>;

/** The demo's data at a scale: always the same, since it depends on nothing but the list of divisions. */
export function datasetOf(scale: Scale) {
  const units = unitsText(scale);
  const divisions = divisionsIn(units);
  const teams = teamsOf(villagesAmong(divisions));
  const agents = agentsOf(divisions, teams);
  const sites = sitesOf(divisions);
  const leaders = linkedLeadersOf(divisions);
  const visits = new Map(teams.map((team, index) => [team.village.code, visitsOf(team, teams[index - 1])]));
  const { findings, ...disputes } = disputesOf(new Set(divisions.map(({ code }) => code)), teams, visits);
  return {
    /** The text of the file. */
    units,
    cadres: teams.flatMap(team => team.cadres),
    pairs: teams.flatMap(team => team.pairs),
    standards: rowsIn(dataFile('standards.csv')),
    households: teams.flatMap(team => team.households),
    assignments: teams.flatMap(team => team.assignments),
    visits: byDay([...visits.values()].flat().map(visit => findings.get(visit) ?? visit)),
    agents: [...agents.values()].flat(),
    ...disputes,
    ...petitionsOf(agents, teams),
    needEntries: needEntriesOf(teams, visits),
    diaryEntries: diaryEntriesOf(teams, visits, findings, sites.posts),
    kindEntries: kindEntriesOf(teams, visits),
    'allowance-rates': rowsIn(dataFile('allowance-rates.csv')),
    mediators: mediatorsOf(divisions),
    ...sites,
    'linked-leaders': leaders,
    ...commandCentre(),
    ...campaignOf(divisions, teams, leaders),
    establishments: ESTABLISHMENTS,
    meetings: meetingsOf(divisions, sites.posts, leaders),
    ...receiptsOf(divisions),
    /** From the last quarter on the scheme assesses rural revitalisation too; the quarters before are frozen without it. */
    assessment: defaultRows('zh', 'revitalisation'),
    'column-names': rowsIn(dataFile('column-names.csv')),
  };
}

/** What the banner's command centre has and did, the same at every scale: nine windows, ten departments, their experts. */
function commandCentre() {
  return {
    departments: rowsIn<DepartmentRow>(dataFile('departments.csv')),
    windows: rowsIn(dataFile('windows.csv')),
    stationings: rowsIn(dataFile('stationings.csv')),
    experts: rowsIn<ExpertRow>(dataFile('experts.csv')),
    services: rowsIn(dataFile('services.csv')),
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
