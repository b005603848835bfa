import type { Context } from '../cli/command.ts';
import type { Field } from '../intake/field.ts';
import { undecorated } from '../intake/header.ts';
import { keyNamed, keyOf, type NamedColumn } from '../intake/reading.ts';
import { columnNameRecord } from './column-name-record.ts';
import { registeredColumnNames } from './column-name-store.ts';
import { simpleRegister } from './simple-register.ts';

/**
 * Registers what the columns of a file are called, so that the next file is understood without being told. A name that is
 * registered for another column stays as it is.
 */
export function rememberColumns(
  context: Context,
  fields: readonly Field<unknown>[],
  map: readonly NamedColumn[],
): void {
  const { db, today } = context;
  const known = registeredColumnNames(db, today);
  const register = simpleRegister(columnNameRecord);
  const rows = map.flatMap(({ name, column }) => {
    const row = { name: undecorated(name), column_key: keyNamed(fields, column), from_on: today };
    const other = known.get(row.name);
    if (other !== undefined && keyOf(fields, other) !== row.column_key) context.remark(isKnownAs(row.name, other));
    return other === undefined ? [row] : [];
  });
  if (rows.length === 0) return;
  const book = register.load(context);
  const decisions = rows.map(row => ({ verdict: 'add' as const, row }));
  register.save(db, book, decisions, context.stamp());
  const names = rows.map(({ name }) => name);
  context.remark({
    zh: `已记住列名：${names.join('、')}（查看用 tiaochu column-name list）`,
    en: `Remembered: ${names.join(', ')} (tiaochu column-name list shows them)`,
  });
}

function isKnownAs(name: string, column: string) {
  return {
    zh: `「${name}」已登记为列 ${column}，没有改；要改用 tiaochu column-name change`,
    en: `"${name}" is registered as ${column} and stays so; tiaochu column-name change changes it`,
  };
}
