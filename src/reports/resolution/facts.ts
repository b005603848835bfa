import type { Entry, Leaving } from '../../cases/stay.ts';
import type { Grade, SATISFACTIONS } from '../../disputes/dispute.ts';
import { type Day, OPEN_END } from '../../kernel/day.ts';
import { type Period, untilToday } from '../../kernel/period.ts';
import { rows, selectFrom, value, values } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { lateDisputes } from '../late-deadlines.ts';
import { among } from '../only.ts';
import type { Scope } from '../scope.ts';

/** One stay of a dispute in a unit's stock, with what the report counts of the dispute. Days after the period are left out. */
export interface StayFact {
  readonly id: number;
  readonly caseId: number;
  readonly number: string;
  readonly title: string;
  readonly unit: number;
  readonly enteredOn: Day;
  readonly entry: Entry;
  readonly from: number | null;
  readonly leftOn: Day;
  readonly leaving: Leaving | '';
  readonly to: number | null;
  readonly returned: 0 | 1;
  readonly registeredOn: Day;
  readonly grade: Grade;
  /** Codes. */
  readonly category: string;
  readonly source: string;
  readonly people: number;
  readonly amountFen: number;
  readonly prevented: 0 | 1;
}

/** What the resolution report counts from. */
export interface ResolutionFacts {
  readonly stays: readonly StayFact[];
  /** The settlements of which the parties were asked in the period, by the last answer in it. */
  readonly rated: readonly (StayFact & { readonly satisfaction: keyof typeof SATISFACTIONS })[];
  /** Disputes in stock on the period's last day with a deadline that is over and not met by then. */
  readonly overdue: ReadonlySet<number>;
}

/** Settlements that were said to keep a dispute from turning criminal; else the dispute's own mark counts. */
const FLAGGED = `select 1 from move v where v.case_id = m.id and v.name = 'settle'
  and json_extract(v.details, '$.preventedCrime')`;

const STAY = `select s.id, s.case_id as caseId, m.number, d.title, s.unit_id as unit, s.entered_on as enteredOn, s.entry,
    s.from_unit as "from", s.left_on as leftOn, s.leaving, s.to_unit as "to", s.returned,
    m.registered_on as registeredOn, d.grade, c.code as category, o.code as source, d.people,
    iif(s.leaving = 'settled', coalesce((select a.amount_fen from agreement a join move v on v.id = a.move_id
      where a.case_id = m.id and v.on_day = s.left_on order by a.id desc limit 1), 0), 0) as amountFen,
    iif(d.prevented_crime = 0 or s.leaving <> 'settled', 0,
      iif(exists (${FLAGGED}), exists (${FLAGGED} and v.on_day = s.left_on), 1)) as prevented
  from stay s join cases m on m.id = s.case_id join dispute d on d.id = s.case_id
  join category c on c.id = d.category_id join source o on o.id = d.source_id`;

type In = Pick<Scope, 'db' | 'period' | 'today'>;

/** What the report counts of a period; category, source and grade are those of its last day. */
export function resolutionFacts(scope: In): ResolutionFacts {
  const described = describedOn(scope);
  return { ...stockFacts(scope, undefined, described), rated: ratedIn(scope.db, scope.period).map(described) };
}

/** The stays that touch a period; of some disputes only, where they are named. */
export function stockFacts(
  scope: In,
  only?: readonly number[],
  described = describedOn(scope, only),
): Omit<ResolutionFacts, 'rated'> {
  const { db, period, today } = scope;
  return {
    stays: staysIn(db, period, only).map(stay => asOf(described(stay), period)),
    // What is due in days to come is not late yet.
    overdue: lateDisputes(db, untilToday(period, today).to, only),
  };
}

/** By hand, for speed: the stays are found by the index of days, then read in the order in which they lie in the file. */
function staysIn(db: Db, period: Period, only?: readonly number[]): StayFact[] {
  const among = only && 'and t.case_id in (select value from json_each(@only))';
  const inPeriod = `select t.id from stay t where t.left_on >= @from and t.entered_on <= @to ${among ?? ''}`;
  const values = only ? { ...period, only: JSON.stringify(only) } : period;
  return db.prepare(`${STAY} where s.id in (${inPeriod}) order by s.id`).all(values) as StayFact[];
}

/** Each dispute that was followed up in a period, with the last answer in it, in its last settlement by then. */
export function ratedIn(db: Db, period: Period) {
  const answers = `select v.case_id, max(v.id) as move_id from move v
    where v.name = 'follow-up' and v.on_day between @from and @to group by v.case_id`;
  const settlement = `select max(t.id) from stay t join move v on v.id = f.move_id
    where t.case_id = f.case_id and t.leaving = 'settled' and t.left_on <= v.on_day`;
  const found = db
    .prepare(
      `select f.case_id, (${settlement}) as stay_id, json_extract(v.details, '$.satisfaction') as satisfaction
       from (${answers}) f join move v on v.id = f.move_id`,
    )
    .all(period) as { case_id: number; stay_id: number | null; satisfaction: keyof typeof SATISFACTIONS }[];
  const read = db.prepare(`${STAY} where s.id = ?`);
  return found.flatMap(({ stay_id, satisfaction }) =>
    stay_id === null ? [] : [{ ...(read.get(stay_id) as StayFact), satisfaction }],
  );
}

/** A stay as it was known on the period's last day. */
function asOf(stay: StayFact, { to }: Period): StayFact {
  return stay.leftOn <= to ? stay : { ...stay, leftOn: OPEN_END, leaving: '', to: null, returned: 0 };
}

type Described = Partial<Pick<StayFact, 'grade' | 'category' | 'source'>>;

/** Gives stays the grade, category and source that their disputes had on a period's last day. */
function describedOn({ db, period }: In, only?: readonly number[]) {
  const changed = changedAfter(db, period.to, only);
  return <S extends StayFact>(stay: S): S => ({ ...stay, ...changed.get(stay.caseId) });
}

/** Grade, category and source, on a day, of the disputes of which they were changed later: few. */
function changedAfter(db: Db, day: Day, only?: readonly number[]): ReadonlyMap<number, Described> {
  const then = new Map<number, Described>();
  const [described, regraded] = [describedAfter(day), regradedAfter(day)];
  for (const { record_id, field, old_value } of rows(db, described.where(among('record_id', only))))
    then.set(record_id, { ...then.get(record_id), [field]: old_value });
  for (const id of values(db, regraded.where(among('case_id', only)))) {
    const details = value(db, gradedBy(id, day));
    if (details !== undefined) then.set(id, { ...then.get(id), grade: JSON.parse(details).grade });
  }
  return then;
}

const describedAfter = (day: Day) =>
  selectFrom('event')
    .select(['record_id', 'field', 'old_value'])
    .where('noun', '=', 'dispute')
    .where('field', 'in', ['category', 'source'])
    .where('on_day', '>', day)
    .orderBy('id', 'desc');

const regradedAfter = (day: Day) =>
  selectFrom('move').select('case_id').distinct().where('name', '=', 'regrade').where('on_day', '>', day);

/** The last move by a day that gave a dispute its grade. */
const gradedBy = (id: number, day: Day) =>
  selectFrom('move')
    .select('details')
    .where('case_id', '=', id)
    .where('name', 'in', ['register', 'regrade'])
    .where('on_day', '<=', day)
    .orderBy('id', 'desc')
    .limit(1);

/** The days on which a dispute was described anew: on others the category, grade and source of its stays do not change. */
export function daysOfDescription(db: Db) {
  const described = selectFrom('event')
    .select(['record_id as case_id', 'on_day as day'])
    .where('noun', '=', 'dispute')
    .where('field', 'in', ['category', 'source']);
  return rows(db, described);
}
