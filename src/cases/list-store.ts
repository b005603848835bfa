import { sql } from 'kysely';
import { RIGHTS } from '../deadlines/codes.ts';
import type { Day } from '../kernel/day.ts';

/** The earliest deadline of a case in a list that is still running; rights only lapse. */
export const nextDue = sql<Day | null>`(select min(due_on) from deadline
  join deadline_rule on deadline_rule.id = deadline.rule_id
  where deadline.case_id = cases.id and deadline.done = '' and deadline_rule.code not in (${sql.join(RIGHTS)}))`;
