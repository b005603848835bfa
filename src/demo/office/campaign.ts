import type { BenefitRow } from '../../benefits/benefit.ts';
import type { GroupRow, GroupUnitRow } from '../../guidance/records.ts';
import { addDays } from '../../kernel/day.ts';
import type { LinkedLeaderRow } from '../../linked-leaders/linked-leader.ts';
import type { NeedRow } from '../../needs/need.ts';
import type { OutreachRow } from '../../outreach/outreach-record.ts';
import type { VillageRuleRow } from '../../village-rules/village-rule.ts';
import { CAMPAIGN, workdayFrom } from '../calendar.ts';
import { numbered } from '../codes.ts';
import type { Division } from '../divisions.ts';
import { personName } from '../names.ts';
import { phrases } from '../phrases.ts';
import { between, pick, randomFrom } from '../random.ts';
import type { Team } from '../team.ts';
import { guidanceVisitsOf } from './guidance-visits.ts';
import { ruleStepsOf } from './rule-steps.ts';

/** The township whose urban communities have a guidance group of their own. */
const URBAN = '150722100';
/** Policies that households are told of, and subsidies with their amount in yuan. */
const PROGRAMMES = [
  ['城乡居民医疗保险', ''],
  ['耕地地力保护补贴', '864.00'],
  ['高龄津贴', '1200.00'],
  ['临时救助', '2000.00'],
] as const;
/** The departments of the banner that most needs are for, and the share of needs that they have. */
const NEED_DEPARTMENTS = ['MZJ', 'NMJ', 'ZJJ', 'RSJ'] as const;
const FOR_DEPARTMENTS = 0.35;
const SATISFIED = ['satisfied', 'satisfied', 'satisfied', 'basically'] as const;
const WAYS = ['home', 'notice', 'meeting', 'leaflet'] as const;
const KINDS = ['lecture', 'leaflet', 'broadcast', 'online'] as const;
/** Villages whose first rules were replaced by new ones: their old versions are no longer in force. */
const REPEALED = 5;

/** The campaign's records in the divisions of a scale. */
export function campaignOf(
  divisions: readonly Division[],
  teams: readonly Team[],
  leaders: readonly LinkedLeaderRow[],
) {
  const guided = guidanceOf(divisions, leaders);
  const rules = rulesOf(divisions);
  return {
    ...guided,
    ...guidanceVisitsOf(guided.guidance, guided['guidance-units'], divisions),
    'village-rules': rules,
    'village-rule-steps': ruleStepsOf(rules),
    needs: teams.filter((_, index) => index % 5 === 0).map(needOf),
    benefits: teams.filter((_, index) => index % 3 === 0).flatMap(benefitsOf),
    outreach: [...teams.filter((_, index) => index % 4 === 0).map(outreachOf), ...teams.map(agencyOutreachOf)],
  };
}

/**
 * A guidance group for each township, and a sixteenth for the urban communities; groups are no tier. The linked leader of a
 * township is that of its groups, too.
 */
function guidanceOf(
  divisions: readonly Division[],
  leaders: readonly LinkedLeaderRow[],
): { guidance: GroupRow[]; 'guidance-units': GroupUnitRow[] } {
  const townships = divisions.filter(division => division.level === 'township');
  const urban = divisions.filter(division => division.level === 'community' && division.code.startsWith(URBAN));
  const parts = [
    ...townships.map(division => ({ name: `${division.name}调研指导组`, units: [division.code] })),
    ...(urban.length > 0 ? [{ name: '尼尔基镇社区调研指导组', units: urban.map(division => division.code) }] : []),
  ].map((part, index) => ({ ...part, code: numbered('ZD', index) }));
  const random = randomFrom('guidance');
  return {
    guidance: parts.map(({ code, name, units: [first = ''] }) => ({
      code,
      name,
      head: personName(random, ''),
      linked_leader: leaders.find(({ unit_code }) => first.startsWith(unit_code))?.name,
    })),
    'guidance-units': parts.flatMap(({ code, units }) =>
      units.map((unit_code, index) => ({ code: numbered(`${code}-`, index), group_code: code, unit_code })),
    ),
  };
}

/** A set of rules in each village, a compact in each community; five villages had earlier rules. */
function rulesOf(divisions: readonly Division[]): VillageRuleRow[] {
  const bodies = divisions.filter(({ level }) => level === 'village' || level === 'community');
  const replaced = bodies.filter(({ level }, index) => level === 'village' && index % 9 === 0).slice(0, REPEALED);
  return bodies.flatMap((division, index) => versionsOf(division, index, replaced.includes(division)));
}

function versionsOf({ code, name, level }: Division, index: number, replaced: boolean): VillageRuleRow[] {
  const isVillage = level === 'village';
  const adopted = workdayFrom(addDays('2023-05-15', (index * 7) % 150), 1);
  const kind = isVillage ? 'rule' : 'compact';
  const title = `${name}${isVillage ? '村规民约' : '居民公约'}`;
  const common = { unit_code: code, kind, title, text: clausesOf(code) } as const;
  const current = { ...common, adopted_on: adopted, filed_on: workdayFrom(addDays(adopted, 10), 1), from_on: adopted };
  if (!replaced) return [{ ...current, code: `${code}-G1`, version: 1 }];
  const old = { adopted_on: '2019-06-10', filed_on: '2019-06-25', from_on: '2019-06-10', to_on: adopted };
  return [
    { ...common, ...old, code: `${code}-G1`, version: 1 },
    { ...current, code: `${code}-G2`, version: 2 },
  ];
}

/** What rules say: five clauses, numbered. */
function clausesOf(code: string): string {
  const random = randomFrom(`clauses ${code}`);
  const clauses = phrases('village rules');
  const first = between(random, 0, clauses.length - 1);
  const chosen = NUMERALS.map((_, index) => clauses[(first + index * 2) % clauses.length]);
  return chosen.map((clause, index) => `${NUMERALS[index]}、${clause}。`).join('');
}

const NUMERALS = [...'一二三四五'];

function needOf({ village, households, cadres }: Team): NeedRow {
  const random = randomFrom(`needs ${village.code}`);
  const raised = workdayFrom(addDays(CAMPAIGN.from, between(random, 5, 180)), 1);
  const done = random() < 0.7;
  return {
    code: `${village.code}-X1`,
    household_code: pick(random, households).code,
    category: '生产生活',
    content: pick(random, phrases('needs')),
    raised_on: raised,
    owner_code: random() < FOR_DEPARTMENTS ? pick(random, NEED_DEPARTMENTS) : pick(random, cadres).code,
    due_on: addDays(raised, 60),
    result: done ? '已办结并告知' : '',
    feedback_on: done ? addDays(raised, between(random, 10, 45)) : null,
    satisfaction: done ? pick(random, SATISFIED) : '',
  };
}

function benefitsOf({ village, households }: Team): BenefitRow[] {
  const random = randomFrom(`benefits ${village.code}`);
  return PROGRAMMES.map(([programme, amount], index) => ({
    code: `${village.code}-H${index + 1}`,
    household_code: pick(random, households).code,
    programme,
    kind: amount === '' ? 'told' : 'paid',
    amount,
    given_on: workdayFrom(addDays(CAMPAIGN.from, between(random, 5, 200)), 1),
  }));
}

/** Every village and community was told that petitions can be carried by an agent, free of charge. */
function agencyOutreachOf({ village }: Team): OutreachRow {
  const random = randomFrom(`agency ${village.code}`);
  const kind = pick(random, WAYS);
  return {
    code: `${village.code}-D1`,
    unit_code: village.code,
    subject: 'agency',
    topic: '信访代办不收费，代办员姓名、电话公示',
    kind,
    held_on: workdayFrom(addDays(CAMPAIGN.from, between(random, 8, 70)), 1),
    people: kind === 'notice' ? null : between(random, 20, 120),
    place: kind === 'home' ? '入户' : '党群服务中心',
  };
}

function outreachOf({ village }: Team): OutreachRow {
  const random = randomFrom(`outreach ${village.code}`);
  return {
    code: `${village.code}-P1`,
    unit_code: village.code,
    subject: 'law',
    topic: pick(random, phrases('topics')),
    kind: pick(random, KINDS),
    held_on: workdayFrom(addDays(CAMPAIGN.from, between(random, 5, 220)), 1),
    people: between(random, 12, 90),
    place: '党群服务中心',
  };
}
