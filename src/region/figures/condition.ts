import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Condition } from '../../kernel/condition.ts';
import type { Period } from '../../kernel/period.ts';

/** A condition of a report as SQL over facts, whose columns are called as the report's, with words between underscores. */
export function said<C extends string>(condition: Condition<C>, period: Period): RawBuilder<SqlBool> {
  const { from, to } = period;
  if ('all' in condition) return joined(condition.all, sql` and `, period);
  if ('any' in condition) return joined(condition.any, sql` or `, period);
  if ('not' in condition) return sql`not ${said(condition.not, period)}`;
  if ('within' in condition) return sql`(${ref(condition.within)} >= ${from} and ${ref(condition.within)} <= ${to})`;
  if ('before' in condition) return sql`(${ref(condition.before)} <> '' and ${ref(condition.before)} < ${from})`;
  if ('after' in condition) return sql`${ref(condition.after)} > ${to}`;
  if ('passed' in condition) return sql`(${ref(condition.passed)} <> '' and ${ref(condition.passed)} < ${to})`;
  if ('given' in condition) return sql`${ref(condition.given)} <> ''`;
  if ('marked' in condition) return sql`${ref(condition.marked)} = 1`;
  if ('is' in condition) {
    const [column, ...values] = condition.is;
    return sql`${ref(column)} in (${sql.join(values)})`;
  }
  const [day, due] = condition.inTime.map(ref);
  return sql`(${day} <> '' and ${due} <> '' and ${day} <= ${due})`;
}

function joined<C extends string>(conditions: readonly Condition<C>[], by: RawBuilder<unknown>, period: Period) {
  return sql<SqlBool>`(${sql.join(
    conditions.map(condition => said(condition, period)),
    by,
  )})`;
}

/** `acceptedOn` is the column accepted_on. */
const ref = (column: string) => sql.ref(column.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`));
