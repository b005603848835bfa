import { isYearKnown, type WorkCalendar } from '../../deadlines/work-calendar.ts';
import type { Day } from '../../kernel/day.ts';
import { committeeProblems } from '../../mediators/committee-rules.ts';
import { ROOM_KINDS } from '../../sites/room.ts';
import { dutyProblem, STATION_ROOMS } from '../../sites/rules.ts';
import { SITE_KINDS } from '../../sites/site.ts';
import { everyUnit, isOpen, type UnitTerm, type UnitTree } from '../../units/tree.ts';
import { agencyGaps, leaderGaps, mainTaskGaps, vacancyGaps } from './campaign-rules.ts';
import type { CitationGap } from './citation-rules.ts';
import type { CommitteeFact, MainTask, RuleFact, SiteFact, StepFact, Vacancy } from './facts.ts';
import { type Gap, gap } from './gap.ts';
import { addHead, addMediator, addRoom, addSite, freshCodes } from './next-step.ts';
import { ruleGaps } from './village-rule-rules.ts';

export interface GapFacts {
  readonly tree: UnitTree;
  readonly sites: readonly SiteFact[];
  readonly calendar: WorkCalendar;
  /** The rules and compacts in force. */
  readonly rules: readonly RuleFact[];
  readonly steps: readonly StepFact[];
  readonly committees: readonly CommitteeFact[];
  readonly vacancies: readonly Vacancy[];
  /** The names of the main tasks in force, in Chinese. */
  readonly mainTasks: readonly MainTask[];
  /** The units whose teams have no leader. */
  readonly leaderless: ReadonlySet<number>;
  /** The units whose people were told about the petition agency. */
  readonly told: ReadonlySet<number>;
  /** Articles of deadlines that nobody has confirmed for a year. */
  readonly citations: readonly CitationGap[];
  /** The codes that sites, posts, rooms, rules and mediators have already. */
  readonly codes: readonly string[];
}

type FreshCodes = ReturnType<typeof freshCodes>;

/** All gaps of a day, the banner's first, then unit by unit in order of the tree. */
export function gapsOn(facts: GapFacts): Gap[] {
  const { tree } = facts;
  const fresh = freshCodes(facts.codes);
  return everyUnit(tree)
    .filter(unit => isOpen(tree, unit))
    .flatMap(unit => [
      ...ownGaps(unit, facts, fresh),
      ...leaderGaps(unit, facts.leaderless),
      ...vacancyGaps(unit, facts, fresh),
      ...(unit.level === 'banner' ? mainTaskGaps(unit, facts.mainTasks) : agencyGaps(unit, facts.told, fresh)),
      ...committeeGaps(unit, facts.committees, fresh),
    ]);
}

/** What a unit of its level has. */
function ownGaps(
  unit: UnitTerm,
  { tree, sites, calendar, rules, steps, citations }: GapFacts,
  fresh: FreshCodes,
): Gap[] {
  const own = sites.filter(site => site.unit_id === unit.unit_id);
  if (unit.level === 'banner')
    return [
      ...siteGaps(unit, own, 'command_centre', fresh),
      ...holidayGaps(unit, calendar, tree.day),
      ...citations.map(({ missing, command }) => gap('citation', unit, missing.zh, missing.en, command)),
    ];
  if (unit.level === 'township') return siteGaps(unit, own, 'work_station', fresh);
  const adopted = rules.filter(rule => rule.unit_id === unit.unit_id);
  const taken = steps.filter(step => step.unit_id === unit.unit_id);
  return [
    ...siteGaps(unit, own, 'working_group', fresh),
    ...ruleGaps(unit, { adopted, steps: taken, day: tree.day }, fresh),
  ];
}

type Needed = keyof typeof NO_HEAD | 'command_centre';

/** One site of the kind that the unit's level has (S-05, S-11, S-15), with its head (S-12, S-16) and its rooms (S-14). */
function siteGaps(unit: UnitTerm, own: readonly SiteFact[], kind: Needed, fresh: FreshCodes): Gap[] {
  const [site, ...more] = own.filter(site => site.kind === kind);
  const { zh, en } = SITE_KINDS[kind];
  if (!site) return [gap('site', unit, `没有${zh}`, `no ${en}`, addSite(unit, kind, fresh(`${unit.code}-S`)))];
  const surplus = more.map(({ code }) => {
    const missing = [`${zh}多于一个：${site.code}、${code}`, `more than one ${en}: ${site.code}, ${code}`] as const;
    return gap('site', unit, ...missing, `tiaochu site close ${code}`);
  });
  if (kind === 'command_centre') return surplus;
  const rooms = kind === 'work_station' ? roomGaps(unit, site, fresh) : [];
  return [...surplus, ...headGaps(unit, site, kind, fresh), ...rooms];
}

const NO_HEAD = {
  work_station: { zh: '工作站没有站长', en: 'the work station has no head', duty: '党委书记' },
  working_group: { zh: '工作小组没有组长', en: 'the working group has no head', duty: '村书记' },
} as const;

function headGaps(unit: UnitTerm, { code, heads }: SiteFact, kind: keyof typeof NO_HEAD, fresh: FreshCodes): Gap[] {
  const { zh, en, duty } = NO_HEAD[kind];
  if (heads.length === 0) return [gap('head', unit, zh, en, addHead(code, duty, fresh(`${code}-P`)))];
  return heads.flatMap(head => {
    const wrong = dutyProblem(kind, head.duty_title);
    const close = `tiaochu post close ${head.code}`;
    return wrong ? [gap('head', unit, `${head.code} ${wrong.zh}`, `${head.code} ${wrong.en}`, close)] : [];
  });
}

function roomGaps(unit: UnitTerm, { code, rooms }: SiteFact, fresh: FreshCodes): Gap[] {
  return STATION_ROOMS.filter(kind => !rooms.has(kind)).map(kind => {
    const { zh, en } = ROOM_KINDS[kind];
    const add = addRoom(code, kind, fresh(`${code}-R`));
    return gap('room', unit, `工作站没有${zh}`, `the work station has no ${en}`, add);
  });
}

/** This year's free days must be in the calendar, and the next year's from October on, when they are about to be announced. */
function holidayGaps(unit: UnitTerm, calendar: WorkCalendar, day: Day): Gap[] {
  const year = Number(day.slice(0, 4));
  const years = day.slice(5) >= '10-01' ? [year, year + 1] : [year];
  const command = { zh: 'tiaochu holiday import 文件', en: 'tiaochu holiday import FILE' };
  return years
    .filter(missing => !isYearKnown(calendar, `${missing}-01-01`))
    .map(missing => gap('holidays', unit, `没有 ${missing} 年的放假安排`, `no free days for ${missing}`, command));
}

/** A unit that keeps a roster has a committee that is composed as the law has it. */
function committeeGaps(unit: UnitTerm, committees: readonly CommitteeFact[], fresh: FreshCodes): Gap[] {
  const own = committees.find(({ unit_id }) => unit_id === unit.unit_id);
  return committeeProblems(own?.members ?? [])
    .filter(() => own !== undefined)
    .map(({ zh, en, wants }) => {
      const list = `tiaochu mediator list --unit ${unit.code}`;
      return gap('committee', unit, zh, en, wants === 'fewer' ? list : addMediator(unit, fresh(`${unit.code}-T`)));
    });
}
