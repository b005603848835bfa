import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Condition, type Judged, judgeOf } from '../src/kernel/condition.ts';
import { addDays } from '../src/kernel/day.ts';
import { selectFrom } from '../src/ledger/query.ts';
import { connectTo } from '../src/ledger/sqlite.ts';
import { said } from '../src/region/figures/condition.ts';

type Column = 'firstOn' | 'lastOn' | 'status' | 'isMarked';

const day = fc.integer({ min: 0, max: 12 }).map(days => addDays('2023-01-01', days));
const days = fc.constantFrom<'firstOn' | 'lastOn'>('firstOn', 'lastOn');
const STATUSES = ['open', 'settled', 'none'] as const;

/** A record, as a report has it; what is missing is null. */
const record = fc.record({
  firstOn: fc.option(day),
  lastOn: fc.option(day),
  status: fc.constantFrom('', ...STATUSES),
  isMarked: fc.boolean(),
});

const { condition } = fc.letrec<{ condition: Condition<Column> }>(tie => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    days.map(column => ({ within: column })),
    days.map(column => ({ before: column })),
    days.map(column => ({ after: column })),
    days.map(column => ({ passed: column })),
    fc.constantFrom<Column>('firstOn', 'lastOn', 'status').map(column => ({ given: column })),
    fc.constant({ marked: 'isMarked' as const }),
    fc.subarray([...STATUSES], { minLength: 1 }).map(values => ({ is: ['status', ...values] as const })),
    fc.tuple(days, days).map(([on, due]) => ({ inTime: [on, due] as const })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(all => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(any => ({ any })),
    tie('condition').map(not => ({ not })),
  ),
}));

const period = fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));

test('a condition says the same of a record in SQL as where it is judged, whatever is missing', () => {
  const db = connectTo();
  db.exec('create table fact (first_on text, last_on text, status text, is_marked integer) strict');
  const outcomes = { met: 0, unmet: 0 };
  fc.assert(
    fc.property(condition, period, record, (asked, when, one) => {
      const isMet = judgeOf(asked)(one as Judged<Column>, when);
      db.exec('delete from fact');
      const values = [one.firstOn ?? '', one.lastOn ?? '', one.status, Number(one.isMarked)];
      db.prepare('insert into fact values (?, ?, ?, ?)').run(values);
      const query = selectFrom(sql<object>`fact`.as('fact')).selectAll().where(said(asked, when)).compile();
      expect(db.prepare(query.sql).all(...query.parameters)).toHaveLength(isMet ? 1 : 0);
      outcomes[isMet ? 'met' : 'unmet']++;
    }),
    { numRuns: 2_000 },
  );
  expect(Math.min(outcomes.met, outcomes.unmet)).toBeGreaterThan(200);
});
