import type { Day } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Grade } from './dispute.ts';
import type { Status } from './transitions.ts';

/** What is known of a dispute that came from an old ledger: how its row stood in the file. */
export interface TakenOver {
  readonly id: number;
  readonly unit_code: string;
  readonly registered_on: Day;
  readonly grade: Grade;
  readonly title: string;
  readonly number: string;
  readonly status: Status;
  /** How the row stood in the file: its status, and marks of its values by column. */
  readonly taken: { readonly status: Status; readonly marks: Readonly<Record<string, string>> };
}

/** The disputes that came from old ledgers, by their old number. */
export function oldDisputes(db: Db): Map<string, TakenOver> {
  const rows = db
    .prepare(
      `select m.id, m.number, m.status, m.old_number, t.code as unit_code, m.registered_on, v.details, d.title from cases m
       join dispute d on d.id = m.id join unit_term t on t.unit_id = m.unit_id
       join move v on v.id = (select min(id) from move where case_id = m.id)
       where m.kind = 'dispute' and m.old_number is not null order by t.from_on`,
    )
    .all() as (Omit<TakenOver, 'grade' | 'taken'> & { old_number: string; details: string })[];
  return new Map(
    rows.map(({ old_number, details, ...row }) => {
      const { grade, taken } = JSON.parse(details) as Pick<TakenOver, 'grade' | 'taken'>;
      return [old_number, { ...row, grade, taken }];
    }),
  );
}
