import type { Day } from '../../kernel/day.ts';
import type { Period } from '../../kernel/period.ts';
import { counted, type Text } from '../../kernel/text.ts';
import type { Db } from '../../ledger/sqlite.ts';
import type { UnitTree } from '../../units/tree.ts';
import { divisionOf } from '../resolution/division.ts';
import { resolutionFacts } from '../resolution/facts.ts';
import { figuresOf, sortIntoRows } from '../resolution/figures.ts';
import { diariesOfPairs, diariesOfVillages } from './diaries.ts';

/** From how many on something is worth a look. */
const VISITS_A_DAY = 60;
const SECONDS = 60;
const CASES = 5;

/** What a supervisor may want to look into. */
export const KINDS = {
  same_diary: { zh: '日记雷同', en: 'same diary' },
  shared_diary: { zh: '多组日记雷同', en: 'same diary by several pairs' },
  busy_day: { zh: '一日走访过多', en: 'many visits on one day' },
  same_minute: { zh: '登记同时化解', en: 'settled as it was entered' },
  all_settled: { zh: '全部化解', en: 'all settled' },
} as const satisfies Record<string, Text>;

/** Something worth a look, with the records behind it: no proof of anything, and nothing follows from it by itself. */
export interface Finding {
  readonly kind: keyof typeof KINDS;
  readonly unit: number;
  readonly who: Text | string;
  readonly what: Text | string;
  readonly count: number;
  records(): readonly Evidence[];
}

/** A visit by its number or a dispute by its number. */
export interface Evidence {
  readonly record: string;
  readonly on_day: Day;
}

/** Everything of a period that is worth a look, most first within each kind. */
export function qualityFindings(db: Db, tree: UnitTree, period: Period): Finding[] {
  return [
    ...diariesOfPairs(db, period),
    ...diariesOfVillages(db, period),
    ...busyDays(db, period),
    ...sameMinute(db, period),
    ...allSettled(db, tree, period),
  ];
}

interface OfPair {
  readonly pair_id: number;
  readonly pair: string;
  readonly unit: number;
  readonly count: number;
}

/** Sixty home visits or more by one pair on one day. */
function busyDays(db: Db, period: Period): Finding[] {
  const rows = db
    .prepare(
      `select v.pair_id, p.code as pair, p.unit_id as unit, v.visited_on as day, count(*) as count
       from visit v join pair p on p.id = v.pair_id
       where v.mode = 'home' and v.visited_on >= @from and v.visited_on <= @to
       group by v.pair_id, v.visited_on having count(*) >= ${VISITS_A_DAY} order by count(*) desc, p.code, v.visited_on`,
    )
    .all(period) as (OfPair & { readonly day: Day })[];
  const behind = db.prepare(
    `select id as record, visited_on as on_day from visit
     where pair_id = @pair_id and mode = 'home' and visited_on = @day order by id`,
  );
  return rows.map(({ pair_id, pair, unit, day, count }) => ({
    kind: 'busy_day',
    unit,
    who: pair,
    what: { zh: `${day} 入户 ${count} 户次`, en: `${counted(count, 'home visit')} on ${day}` },
    count,
    records: () => behind.all({ pair_id, day }) as Evidence[],
  }));
}

/** Settled on the day of its registration, both entered by hand within one minute. */
function sameMinute(db: Db, period: Period): Finding[] {
  const rows = db
    .prepare(
      `select m.number, d.title, s.unit_id as unit, s.on_day as day,
         abs(unixepoch(s.at) - unixepoch(r.at)) as seconds
       from move s join move r on r.case_id = s.case_id and r.name = 'register' and r.on_day = s.on_day
       join cases m on m.id = s.case_id join dispute d on d.id = m.id
       where s.name = 'settle' and s.on_day >= @from and s.on_day <= @to and s.import_id is null and r.import_id is null
         and abs(unixepoch(s.at) - unixepoch(r.at)) <= ${SECONDS} order by m.number`,
    )
    .all(period) as { number: string; title: string; unit: number; day: Day; seconds: number }[];
  return rows.map(({ number, title, unit, day, seconds }) => ({
    kind: 'same_minute',
    unit,
    who: number,
    what: {
      zh: `${title}（${day}，两次录入相隔 ${seconds} 秒）`,
      en: `${title} (${day}, entered ${seconds} s apart)`,
    },
    count: 1,
    records: () => [{ record: number, on_day: day }],
  }));
}

/** Units that registered five disputes or more, every one of them settled at the period's end. */
function allSettled(db: Db, tree: UnitTree, period: Period): Finding[] {
  const { rows, rowOf } = divisionOf(db, tree, 'village', undefined);
  const behind = sortIntoRows(resolutionFacts(db, period, period.to), period, rowOf);
  return rows.flatMap(({ key }): Finding[] => {
    const own = behind.get(key);
    if (!own || own.registered.length < CASES || figuresOf(own, () => 0).settlement_rate !== 1) return [];
    const count = own.registered.length;
    return [
      {
        kind: 'all_settled',
        unit: Number(key),
        who: tree.units.get(Number(key))?.code ?? '',
        what: { zh: `登记 ${count} 件，全部化解`, en: `${count} registered, every one settled` },
        count,
        records: () => own.registered.map(stay => ({ record: stay.number, on_day: stay.registeredOn })),
      },
    ];
  });
}
