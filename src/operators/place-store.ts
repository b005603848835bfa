import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { IMPORTED, PLACES } from './places.ts';

/** The units of the records of a noun that have one of these keys; none for a noun that belongs to the banner. */
export function unitsOfRecords(db: Db, noun: string, keys: readonly string[], banner: number): number[] {
  if (noun === 'import') return keys.flatMap(key => unitsOfImport(db, Number(key), banner));
  const place = PLACES[noun];
  if (!place) return [];
  const { table, key, unit } = place;
  const marks = keys.map(() => '?').join(', ');
  const found = db
    .prepare(`select distinct ${unit} from ${table} t where t.${key} in (${marks})`)
    .pluck()
    .all(...keys);
  const isGone = noun === 'visit' && found.length === 0;
  return isGone
    ? unitsOfRecords(db, 'withdrawn-visit', keys, banner)
    : (found as (number | null)[]).filter(id => id !== null);
}

/** The units of the rows that an import added or changed, and of those from which it moved records away. */
function unitsOfImport(db: Db, id: number, banner: number): number[] {
  const made = rows(db, selectFrom('import').select('noun').where('id', '=', id)).map(({ noun }) => noun);
  return made.flatMap(noun => {
    const place = IMPORTED[noun];
    if (!place) return [banner];
    const { table, unit } = place;
    const changed = `select record_id from event where noun = ?2 and import_id = ?1`;
    const query = `select distinct ${unit} from ${table} t where t.import_id = ?1 or t.id in (${changed})`;
    const left = `select distinct u.unit_id from event e join unit_term u on u.code = e.old_value
      where e.import_id = ?1 and e.noun = ?2 and e.field = 'unit_code'`;
    return [query, left]
      .flatMap(sql => db.prepare(sql).pluck().all({ 1: id, 2: noun }) as (number | null)[])
      .filter(unitId => unitId !== null);
  });
}

/** The unit of the office whose ledger it is; none in a ledger that is the only one. */
export function ownUnits(db: Db): number[] {
  return rows(db, selectFrom('office').select('unit_id').where('is_own', '=', 1)).map(({ unit_id }) => unit_id);
}
