import type { Period } from '../../kernel/period.ts';
import { counted } from '../../kernel/text.ts';
import type { Db } from '../../ledger/sqlite.ts';
import type { Evidence, Finding } from './findings.ts';

/** From how many home visits on one text is worth a look: by one pair, and by several pairs in one village. */
const BY_A_PAIR = 3;
const IN_A_VILLAGE = 5;
/** Shorter ones are what anybody writes: 无人, 一切正常. */
const CHARACTERS = 6;

const HOME = `v.mode = 'home' and v.visited_on >= @from and v.visited_on <= @to`;

/** The same diary of home visits three times or more by one pair. */
export function diariesOfPairs(db: Db, period: Period): Finding[] {
  const rows = db
    .prepare(
      `select v.pair_id, p.code as pair, p.unit_id as unit, v.diary, count(*) as count from visit v join pair p on p.id = v.pair_id
       where ${HOME} and v.diary <> ''
       group by v.pair_id, v.diary having count(*) >= ${BY_A_PAIR} order by count(*) desc, p.code, v.diary`,
    )
    .all(period) as { pair_id: number; pair: string; unit: number; diary: string; count: number }[];
  const behind = db.prepare(
    `select v.id as record, v.visited_on as on_day from visit v
     where v.pair_id = @pair_id and v.diary = @diary and ${HOME} order by v.visited_on, v.id`,
  );
  return rows.map(({ pair_id, pair, unit, diary, count }) => ({
    kind: 'same_diary',
    unit,
    who: pair,
    what: diary,
    count,
    records: () => behind.all({ pair_id, diary, ...period }) as Evidence[],
  }));
}

/** The same diary of five home visits or more in one village by more than one pair: copied from each other. */
export function diariesOfVillages(db: Db, period: Period): Finding[] {
  const rows = db
    .prepare(
      `select h.unit_id as unit, trim(v.diary) as diary, count(*) as count, count(distinct v.pair_id) as pairs
       from visit v join household h on h.id = v.household_id
       where ${HOME} and length(trim(v.diary)) >= ${CHARACTERS}
       group by h.unit_id, trim(v.diary) having count(*) >= ${IN_A_VILLAGE} and count(distinct v.pair_id) > 1
       order by count(*) desc, h.unit_id, 2`,
    )
    .all(period) as { unit: number; diary: string; count: number; pairs: number }[];
  const behind = db.prepare(
    `select v.id as record, v.visited_on as on_day from visit v join household h on h.id = v.household_id
     where h.unit_id = @unit and trim(v.diary) = @diary and ${HOME} order by v.visited_on, v.id`,
  );
  return rows.map(({ unit, diary, count, pairs }) => ({
    kind: 'shared_diary',
    unit,
    who: { zh: `${pairs} 组结对`, en: counted(pairs, 'pair') },
    what: diary,
    count,
    records: () => behind.all({ unit, diary, ...period }) as Evidence[],
  }));
}
