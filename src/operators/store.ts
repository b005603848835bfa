import type { Selectable } from 'kysely';
import type { Day } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import type { Noun } from '../kernel/text.ts';
import { type Change, changeRow, type Stamp } from '../ledger/events.ts';
import { insertInto, rows, run, selectFrom } from '../ledger/query.ts';
import type { OperatorTable } from '../ledger/schema/operators.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTerm } from '../units/tree.ts';
import type { Role } from './rules.ts';

export type Operator = Readonly<Selectable<OperatorTable>>;

export const OPERATOR_TITLE: Noun = { zh: '操作员', en: 'operators', one: 'operator', list: 'operator list' };

/** All operators, those who have retired too: a few hundred at most. */
export function allOperators(db: Db): Operator[] {
  return rows(db, selectFrom('operator').selectAll().orderBy('name'));
}

/** An operator by his name, also one who has retired. */
export function operatorNamed(db: Db, name: string): Operator {
  return allOperators(db).find(each => each.name === name) ?? notFound(OPERATOR_TITLE, name);
}

/** What a new operator is like; the passphrase as it is kept. */
export interface NewOperator {
  readonly name: string;
  readonly unit_id: number;
  readonly role: Role;
  readonly system_user: string | null;
  readonly passphrase: string | null;
}

export function insertOperator(db: Db, operator: NewOperator): void {
  run(db, insertInto('operator').values({ ...operator, retired_on: null }));
}

const TABLE = { table: 'operator', noun: 'operator' } as const;

/** What stands in the history in the place of a passphrase. */
const UNSAID = '…';

/** What changes of an operator. */
export interface OperatorChange {
  readonly unit?: { readonly from: UnitTerm | undefined; readonly to: UnitTerm } | undefined;
  readonly role?: Role | undefined;
  readonly systemUser?: string | null | undefined;
  readonly passphrase?: string | undefined;
  readonly retiredOn?: Day | undefined;
}

/** Writes changes with their history, which never holds a passphrase; returns how many there were. */
export function changeOperator(db: Db, operator: Operator, wanted: OperatorChange, stamp: Stamp): number {
  const { unit, role, systemUser, passphrase, retiredOn } = wanted;
  const changes: Change[] = [
    ...(unit && unit.to.unit_id !== operator.unit_id
      ? [{ field: 'unit_code', old: unit.from?.code ?? null, new: unit.to.code }]
      : []),
    ...(role && role !== operator.role ? [{ field: 'role', old: operator.role, new: role }] : []),
    ...(systemUser !== undefined && systemUser !== operator.system_user
      ? [{ field: 'system_user', old: operator.system_user, new: systemUser }]
      : []),
    ...(passphrase === undefined
      ? []
      : [{ field: 'passphrase', old: operator.passphrase === null ? null : UNSAID, new: UNSAID }]),
    ...(retiredOn === undefined ? [] : [{ field: 'retired_on', old: null, new: retiredOn }]),
  ];
  changeRow(db, TABLE, operator.id, changes, stamp, change => {
    if (change.field === 'unit_code') return [['unit_id', unit?.to.unit_id ?? operator.unit_id]];
    return [[change.field, change.field === 'passphrase' ? (passphrase ?? null) : change.new]];
  });
  return changes.length;
}
