import { isDeepStrictEqual } from 'node:util';
import { rows, selectFrom, value } from '../ledger/query.ts';
import type { Schema } from '../ledger/schema.ts';
import type { Db } from '../ledger/sqlite.ts';
import { byCase } from './move-store.ts';

export type TableName = keyof Schema & string;

/** A row that a move wrote, without its own number: what it says, and the days that were counted for it. */
interface Said {
  readonly case_id: number;
  /** The version of the rule by which its days were counted. */
  readonly rule?: number;
  readonly text: string;
  /** Nothing where the calendar has changed since they were counted for the last time. */
  readonly days: readonly unknown[] | undefined;
}

type SaidByCase = ReadonlyMap<number, readonly Said[]>;

/** The rows of a table that moves write, by their cases, in an order that what they say gives them. */
export function rowsSaid(db: Db, table: TableName): SaidByCase {
  const found = table === 'signature' ? signatures(db) : table === 'deadline' ? deadlines(db) : others(db, table);
  return byCase([...found].sort((a, b) => (a.text < b.text ? -1 : 1)));
}

/** Whether the rows of a case say the same as other ones; days that another version of a rule gave are left as they are. */
export function isSaidAlike(some: readonly Said[] = [], others: readonly Said[] = []): boolean {
  return (
    some.length === others.length &&
    some.every((one, i) => {
      const other = others[i] as Said;
      if (one.text !== other.text) return false;
      const isComparable = one.rule === other.rule && one.days !== undefined && other.days !== undefined;
      return !isComparable || isDeepStrictEqual(one.days, other.days);
    })
  );
}

function deadlines(db: Db): Said[] {
  const changedAt = calendarChangedAt(db);
  const found = selectFrom('deadline')
    .innerJoin('deadline_rule', 'deadline_rule.id', 'deadline.rule_id')
    .leftJoin('move as ender', 'ender.id', 'deadline.ended_by')
    .selectAll('deadline')
    .select(['deadline_rule.code', 'ender.at as ended_at']);
  return rows(db, found).map(({ id: _, case_id, rule_id: rule, ended_at, due_on, due_latest, unit_id, ...said }) => ({
    // What binds a department binds no unit.
    ...{ case_id, rule, text: JSON.stringify({ ...said, unit: said.department_id === null ? unit_id : null }) },
    // What runs is counted anew with each change of the calendar.
    days: ended_at === null || ended_at > changedAt ? [due_on, due_latest] : undefined,
  }));
}

function signatures(db: Db): Said[] {
  const found = selectFrom('signature').innerJoin('agreement', 'agreement.id', 'signature.agreement_id');
  return rows(db, found.select(['case_id', 'move_id', 'party_id', 'signed_on'])).map(({ case_id, ...said }) => ({
    ...{ case_id, text: JSON.stringify(said), days: [] },
  }));
}

function others(db: Db, table: TableName): Said[] {
  // Every table that moves write has the columns of this one; days are counted for offers alone.
  const found = rows(db, selectFrom(table as 'offer').selectAll());
  return found.map(({ id: _, case_id, due_on, ...said }) => ({
    ...{ case_id, text: JSON.stringify(table === 'offer' ? said : { ...said, due_on }), days: undefined },
  }));
}

/** When holidays were imported last. */
function calendarChangedAt(db: Db): string {
  const imports = selectFrom('import')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('noun', '=', 'holiday');
  return value(db, imports) ?? '';
}
