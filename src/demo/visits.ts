import type { Day } from '../kernel/day.ts';
import type { PairRow } from '../teams/pair.ts';
import type { Mode, VisitRow } from '../visits/visit.ts';
import { outings } from './calendar.ts';
import { carelessly } from './careless-visits.ts';
import { type Occasion, writeDiary } from './diary.ts';
import { calledBy } from './names.ts';
import { between, pick, type Random, randomFrom } from './random.ts';
import { pairIndex, type Team } from './team.ts';

const LEAST_VISITS = 2;
const FEWEST_OUTINGS = 44;
const MOST_OUTINGS = 60;
/** Phone and absent calls of a village, beside its home visits. */
const MOST_CALLS = 2;

/** All visits to a team's households; a substitute comes from the other team if there is one, otherwise from another pair. */
export function visitsOf(team: Team, other: Team | undefined): VisitRow[] {
  const random = randomFrom(`visits ${team.village.code}`);
  const days = team.pairs.map(() => outings(random, between(random, FEWEST_OUTINGS, MOST_OUTINGS)));
  const planned = visitCounts(random, team).flatMap((count, household) =>
    spread(random, days[pairIndex(household)] ?? [], count).map(day => ({ household, day })),
  );
  const standIn = team.village.standIn ? between(random, 0, planned.length - 1) : -1;
  const home = planned.map(({ household, day }, index) => {
    const substitute = index === standIn ? substituteFor(random, team, household, other) : undefined;
    return visit(random, team, household, day, 'home', substitute);
  });
  return [
    ...carelessly(team, home),
    ...calls(random, team, days, 'phone', 0),
    ...calls(random, team, days, 'absent', 1),
  ];
}

/** How often each household is visited: at least twice, the remaining visits at random. */
function visitCounts(random: Random, { village, households }: Team): number[] {
  const counts = households.map(() => LEAST_VISITS);
  for (let rest = village.homeVisits - households.length * LEAST_VISITS; rest > 0; rest--) {
    const household = between(random, 0, counts.length - 1);
    counts[household] = (counts[household] ?? 0) + 1;
  }
  return counts;
}

/** `count` different days of the pair's outings, spread evenly over the campaign. */
function spread(random: Random, days: readonly Day[], count: number): Day[] {
  return Array.from({ length: count }, (_, part) => {
    const first = Math.floor((part * days.length) / count);
    const next = Math.floor(((part + 1) * days.length) / count);
    return days[between(random, first, next - 1)] as Day;
  });
}

function calls(random: Random, team: Team, days: readonly (readonly Day[])[], mode: Mode, least: number): VisitRow[] {
  const start = between(random, 0, team.households.length - 1);
  return Array.from({ length: between(random, least, MOST_CALLS) }, (_, call) => {
    const household = (start + call * 97) % team.households.length;
    return visit(random, team, household, pick(random, days[pairIndex(household)] ?? []), mode);
  });
}

function substituteFor(random: Random, team: Team, household: number, other: Team | undefined): PairRow {
  if (other && random() < 0.5) return pick(random, other.pairs);
  return team.pairs[(pairIndex(household) + 1) % team.pairs.length] as PairRow;
}

function visit(
  random: Random,
  team: Team,
  household: number,
  day: Day,
  mode: Mode,
  substitute?: PairRow | undefined,
): VisitRow {
  const visited = team.households[household];
  const pair = substitute ?? (team.pairs[pairIndex(household)] as PairRow);
  const occasion: Occasion = {
    called: calledBy(visited?.head_name ?? ''),
    month: Number(day.slice(5, 7)),
    community: team.village.community,
    mode,
    standIn: substitute !== undefined,
  };
  const turned = random() < 0.2;
  return {
    visited_on: day,
    household_code: visited?.code ?? '',
    cadre_a: turned ? pair.cadre_b : pair.cadre_a,
    cadre_b: turned ? pair.cadre_a : pair.cadre_b,
    ...writeDiary(random, occasion),
    mode,
    substitute: substitute ? 'yes' : 'no',
    diary_by: random() < 0.5 ? pair.cadre_a : pair.cadre_b,
  };
}
