import type { GuidanceProblemRow } from '../../guidance/problem-record.ts';
import type { GroupRow, GroupUnitRow } from '../../guidance/records.ts';
import type { GuidanceVisitRow } from '../../guidance/visit-record.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { CAMPAIGN, workdayFrom } from '../calendar.ts';
import { numbered } from '../codes.ts';
import type { Division } from '../divisions.ts';
import { phrases } from '../phrases.ts';
import { between, pick, randomFrom } from '../random.ts';

/** The months in which the groups go out, and how long the units have for what was found. */
const ROUNDS = ['2023-06-05', '2023-10-16'] as const;
const DUE_DAYS = 30;
/** How many problems in a hundred are solved in time. */
const DONE_SHARE = 0.8;

/** Each group visits its township in June and a village in October (or its communities), and finds something each time. */
export function guidanceVisitsOf(
  groups: readonly GroupRow[],
  scopes: readonly GroupUnitRow[],
  divisions: readonly Division[],
): { 'guidance-visits': GuidanceVisitRow[]; 'guidance-problems': GuidanceProblemRow[] } {
  const guided = new Set(scopes.map(({ unit_code }) => unit_code));
  const visits = groups.flatMap(group => {
    const units = scopes.filter(({ group_code }) => group_code === group.code).map(({ unit_code }) => unit_code);
    const below = divisions.filter(({ code, level }) => level === 'village' && code.startsWith(units[0] ?? '-'));
    const places = [units[0] ?? '', below.find(({ code }) => !guided.has(code))?.code ?? units[1] ?? units[0] ?? ''];
    return ROUNDS.map((from, round) => visitOf(group, places[round] ?? '', from, round));
  });
  return { 'guidance-visits': visits, 'guidance-problems': visits.map(problemOf) };
}

function visitOf({ code, head }: GroupRow, unit_code: string, from: Day, round: number): GuidanceVisitRow {
  const random = randomFrom(`guidance ${code} ${from}`);
  return {
    code: `${code}-V${round + 1}`,
    group_code: code,
    unit_code,
    visited_on: workdayFrom(addDays(from, between(random, 0, 18)), 1),
    visitors: head,
    looked_at: pick(random, phrases('guidance looked at')),
  };
}

/** The township, one of its posts or a department answers for a problem, in turn; some wait beyond their day. */
function problemOf({ code, unit_code, visited_on }: GuidanceVisitRow, index: number): GuidanceProblemRow {
  const random = randomFrom(`guidance problem ${code}`);
  const due_on = addDays(visited_on, DUE_DAYS);
  const solved = workdayFrom(addDays(visited_on, between(random, 5, DUE_DAYS - 3)), -1);
  const isDone = random() < DONE_SHARE && solved <= CAMPAIGN.to;
  return {
    code: numbered(`${code}-W`, 0, 1),
    visit_code: code,
    unit_code,
    found_on: visited_on,
    content: pick(random, phrases('guidance problems')),
    ...ownerOf(unit_code.slice(0, 9), index),
    due_on,
    ...(isDone ? { result: pick(random, phrases('guidance results')), done_on: solved } : {}),
  };
}

function ownerOf(township: string, index: number) {
  if (index % 4 === 1) return { owner_post: `${township}-S01-P01` };
  return index % 8 === 6 ? { owner_department: 'SFJ' } : { owner_unit: township };
}
