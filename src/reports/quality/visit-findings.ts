import type { Day } from '../../kernel/day.ts';
import { counted, type Text } from '../../kernel/text.ts';
import { IN_PERIOD } from '../days.ts';
import type { Scope } from '../scope.ts';
import type { Evidence, Finding } from './finding.ts';

/** A group of home visits that have something in common. */
interface Group {
  readonly unit: number;
  readonly count: number;
  /** How many pairs made them. */
  readonly pairs: number;
  /** The pair's code; empty where a village is meant. */
  readonly code: string;
  readonly diary: string;
  readonly day: Day;
}

interface Kind {
  readonly kind: Finding['kind'];
  /** What the visits of a group have in common. */
  readonly common: readonly string[];
  /** Whose unit is meant. */
  readonly of: keyof typeof UNIT_OF;
  readonly condition: string;
  /** From when on a group is worth a look. */
  readonly having: string;
  readonly order: string;
  readonly who: (group: Group) => Text | string;
  readonly what: (group: Group) => Text | string;
}

/** A visit's unit: of the pair that went, or the village in which the household was on that day. */
const UNIT_OF = {
  pair: 'join (select id, unit_id, code from pair) x on x.id = v.pair_id',
  village: `join (select household_id, unit_id, from_on, to_on, '' as code from household_term) x
      on x.household_id = v.household_id and x.from_on <= v.visited_on and x.to_on > v.visited_on`,
} as const;

const VISIT_KINDS: readonly Kind[] = [
  {
    kind: 'same_diary',
    common: ['v.pair_id', 'v.diary'],
    of: 'pair',
    condition: `v.diary <> ''`,
    having: 'count(*) >= 3',
    order: 'x.code, v.diary',
    who: ({ code }) => code,
    what: ({ diary }) => diary,
  },
  {
    // Copied from each other; diaries of fewer characters are what anybody writes: 无人, 一切正常.
    kind: 'shared_diary',
    common: ['x.unit_id', 'trim(v.diary)'],
    of: 'village',
    condition: 'length(trim(v.diary)) >= 6',
    having: 'count(*) >= 5 and count(distinct v.pair_id) > 1',
    order: 'x.unit_id, trim(v.diary)',
    who: ({ pairs }) => ({ zh: `${pairs} 组结对`, en: counted(pairs, 'pair') }),
    what: ({ diary }) => diary,
  },
  {
    kind: 'busy_day',
    common: ['v.pair_id', 'v.visited_on'],
    of: 'pair',
    condition: 'true',
    having: 'count(*) >= 60',
    order: 'x.code, v.visited_on',
    who: ({ code }) => code,
    what: ({ day, count }) => ({ zh: `${day} 入户 ${count} 户次`, en: `${counted(count, 'home visit')} on ${day}` }),
  },
];

/** Home visits that look copied or too many, most first within each kind. */
export function visitFindings({ db, period }: Scope): Finding[] {
  return VISIT_KINDS.flatMap(({ kind, common, of, condition, having, order, who, what }) => {
    const homeVisits = `from visit v ${UNIT_OF[of]}
      where v.mode = 'home' and v.visited_on ${IN_PERIOD} and ${condition}`;
    const keys = common.map((expression, i) => `${expression} as key${i}`).join(', ');
    const groups = db.prepare(`
      select x.unit_id as unit, x.code, trim(v.diary) as diary, v.visited_on as day, ${keys}, count(*) as count,
        count(distinct v.pair_id) as pairs ${homeVisits}
      group by ${common.join(', ')} having ${having} order by count(*) desc, ${order}`);
    const sameKeys = common.map((expression, i) => `${expression} = @key${i}`).join(' and ');
    const behind = db.prepare(
      `select v.id as record, v.visited_on as on_day ${homeVisits} and ${sameKeys} order by v.visited_on, v.id`,
    );
    return (groups.all(period) as Group[]).map(group => ({
      ...{ kind, unit: group.unit, who: who(group), what: what(group), count: group.count },
      records: () => behind.all({ ...group, ...period }) as Evidence[],
    }));
  });
}
