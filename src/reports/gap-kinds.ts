import { isYearKnown, type WorkCalendar } from '../deadlines/work-calendar.ts';
import type { Day } from '../kernel/day.ts';
import { same, type Text } from '../kernel/text.ts';
import { ROOM_KINDS } from '../sites/room.ts';
import { dutyProblem, STATION_ROOMS } from '../sites/rules.ts';
import { SITE_KINDS, type SiteKind } from '../sites/site.ts';
import { everyUnit, isOpen, type UnitTerm, type UnitTree } from '../units/tree.ts';
import type { SiteFact } from './gap-facts.ts';

/** Something that the office has yet to set up: where, what, and the command that enters it: what the command still needs it asks for on a terminal. */
export interface Gap {
  readonly kind: Text;
  readonly unit: UnitTerm;
  readonly missing: Text;
  readonly mend: Text;
}

export interface GapFacts {
  readonly tree: UnitTree;
  readonly sites: readonly SiteFact[];
  readonly calendar: WorkCalendar;
  /** The villages with rules in force. */
  readonly ruled: ReadonlySet<number>;
}

const KINDS = {
  site: { zh: '场所', en: 'site' },
  head: { zh: '负责人', en: 'head' },
  room: { zh: '功能室', en: 'room' },
  holidays: { zh: '节假日', en: 'holidays' },
  rules: { zh: '村规民约', en: 'village rules' },
} as const satisfies Record<string, Text>;

/** All gaps of a day, the banner's first, then unit by unit in order of the tree. */
export function gapsOn({ tree, sites, calendar, ruled }: GapFacts): Gap[] {
  return everyUnit(tree)
    .filter(unit => isOpen(tree, unit))
    .flatMap(unit => {
      const own = sites.filter(site => site.unit_id === unit.unit_id);
      if (unit.level === 'banner')
        return [...siteGaps(unit, own, 'command_centre'), ...holidayGaps(unit, calendar, tree.day)];
      if (unit.level === 'township') return siteGaps(unit, own, 'work_station');
      const rules = unit.level === 'community' || ruled.has(unit.unit_id) ? [] : [ruleGap(unit)];
      return [...siteGaps(unit, own, 'working_group'), ...rules];
    });
}

/** The sites that the office must have, as `site add` takes their kinds. */
const NEEDED = {
  command_centre: { zh: '指挥中心', en: 'centre' },
  work_station: { zh: '工作站', en: 'station' },
  working_group: { zh: '工作小组', en: 'group' },
} as const satisfies Partial<Record<SiteKind, Text>>;

type Needed = keyof typeof NEEDED;

/** One site of the kind that the unit's level has (S-05, S-11, S-15), with its head (S-12, S-16) and its rooms (S-14). */
function siteGaps(unit: UnitTerm, own: readonly SiteFact[], kind: Needed): Gap[] {
  const [site, ...more] = own.filter(one => one.kind === kind);
  const { zh, en } = SITE_KINDS[kind];
  const gap = (missing: Text, mend: Text) => ({ kind: KINDS.site, unit, missing, mend });
  if (!site) {
    const add = (word: string) => `tiaochu site add --kind ${word} --unit-code ${unit.code}`;
    return [gap({ zh: `没有${zh}`, en: `no ${en}` }, { zh: add(NEEDED[kind].zh), en: add(NEEDED[kind].en) })];
  }
  const surplus = more.map(one =>
    gap(
      { zh: `${zh}多于一个：${site.code}、${one.code}`, en: `more than one ${en}: ${site.code}, ${one.code}` },
      same(`tiaochu site close ${one.code}`),
    ),
  );
  if (kind === 'command_centre') return surplus;
  return [...surplus, ...headGaps(unit, site, kind), ...(kind === 'work_station' ? roomGaps(unit, site) : [])];
}

const NO_HEAD = {
  work_station: { missing: { zh: '工作站没有站长', en: 'the work station has no head' }, duty: '党委书记' },
  working_group: { missing: { zh: '工作小组没有组长', en: 'the working group has no head' }, duty: '村书记' },
} as const;

function headGaps(unit: UnitTerm, { code, heads }: SiteFact, kind: keyof typeof NO_HEAD): Gap[] {
  const gap = (missing: Text, mend: string) => ({ kind: KINDS.head, unit, missing, mend: same(mend) });
  const { missing, duty } = NO_HEAD[kind];
  if (heads.length === 0)
    return [gap(missing, `tiaochu post add --site-code ${code} --role head --duty-title ${duty}`)];
  return heads.flatMap(head => {
    const wrong = dutyProblem(kind, head.duty_title);
    if (!wrong) return [];
    return [gap({ zh: `${head.code} ${wrong.zh}`, en: `${head.code} ${wrong.en}` }, `tiaochu post close ${head.code}`)];
  });
}

function roomGaps(unit: UnitTerm, { code, rooms }: SiteFact): Gap[] {
  return STATION_ROOMS.filter(kind => !rooms.has(kind)).map(kind => ({
    kind: KINDS.room,
    unit,
    missing: { zh: `工作站没有${ROOM_KINDS[kind].zh}`, en: `the work station has no ${ROOM_KINDS[kind].en}` },
    mend: same(`tiaochu room add --site-code ${code} --kind ${kind}`),
  }));
}

/** This year's free days must be in the calendar, and the next year's from October on, when they are about to be announced. */
function holidayGaps(unit: UnitTerm, calendar: WorkCalendar, day: Day): Gap[] {
  const year = Number(day.slice(0, 4));
  const years = day.slice(5) >= '10-01' ? [year, year + 1] : [year];
  return years
    .filter(one => !isYearKnown(calendar, `${one}-01-01`))
    .map(one => ({
      kind: KINDS.holidays,
      unit,
      missing: { zh: `没有 ${one} 年的放假安排`, en: `no free days for ${one}` },
      mend: { zh: 'tiaochu holiday import 文件', en: 'tiaochu holiday import FILE' },
    }));
}

/** Each of the 220 villages has rules (S-35); a community has a compact instead, and may do without. */
function ruleGap(unit: UnitTerm): Gap {
  const mend = same(`tiaochu village-rule add --unit-code ${unit.code}`);
  return { kind: KINDS.rules, unit, missing: { zh: '没有村规民约', en: 'no village rules' }, mend };
}
