import type { Field } from '../intake/field.ts';
import type { Cached } from './check.ts';
import type { SimpleRecord } from './simple-record.ts';
import { fileValue, WITHDRAWN } from './simple-store.ts';
import type { ImportUndo } from './undo.ts';

/** Where the present values of a plain record stand, for the replay of its history. */
export function simpleCached<R extends object>(record: SimpleRecord<R>): Cached {
  const fields = (Object.values(record.sheet) as Field<unknown>[]).map(({ key }) => [
    key,
    `select ${fileValue(record, key)} from ${record.table} t where t.id = ?`,
  ]);
  if (record.happened) fields.push([WITHDRAWN, `select ${WITHDRAWN} from ${record.table} where id = ?`]);
  return { noun: record.noun, fields: Object.fromEntries(fields) };
}

/** How an import of a plain record is taken back, while nothing refers to it. */
export function simpleUndo<R extends object>(
  { noun, table }: SimpleRecord<R>,
  blockers: ImportUndo['blockers'] = [],
): ImportUndo {
  return { noun, table, blockers, deletes: [`delete from ${table} where import_id = ?1`] };
}
