import { cleanedName } from '../../kernel/clean.ts';
import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../ledger/sqlite.ts';
import type { Belonging, NamedRecord, Names } from './names.ts';

/*
 * SQL by hand as in ../lookups.ts, and for the same reasons. Loaded only for files that name people or villages in words.
 */

/** Loads the names of all units, households and cadres. */
export function loadNames(db: Db): Names {
  const households = recordsOf(
    db,
    `select h.code, h.head_name, t.unit_id, t.from_on, t.to_on from household h
     join household_term t on t.household_id = h.id order by h.id, t.from_on`,
  );
  const cadres = recordsOf(
    db,
    `select c.code, c.name, m.unit_id, m.from_on, m.to_on from cadre c
     join team_member m on m.cadre_id = c.id order by c.id, m.from_on`,
  );
  return {
    units: db
      .prepare('select unit_id as id, code, name from unit_term order by from_on desc')
      .all() as Names['units'][number][],
    households: byName(households),
    cadres: byName(cadres),
    cadreCodes: new Map(cadres.map(({ code }) => [code.toUpperCase(), code])),
    householdUnits: new Map(households.map(({ code, belongs }) => [code, belongs])),
  };
}

type Line = [code: string, name: string, unit: number, from: Day, to: Day];

function recordsOf(db: Db, query: string): NamedRecord[] {
  const records: NamedRecord[] = [];
  let belongs: Belonging[] = [];
  for (const [code, name, unit, from_on, to_on] of db.prepare(query).raw().iterate() as IterableIterator<Line>) {
    if (records.at(-1)?.code !== code) {
      belongs = [];
      records.push({ code, name, belongs });
    }
    belongs.push({ unit, from_on, to_on });
  }
  return records;
}

function byName(records: readonly NamedRecord[]): Map<string, NamedRecord[]> {
  const named = new Map<string, NamedRecord[]>();
  for (const record of records) {
    const name = cleanedName(record.name);
    const same = named.get(name);
    if (same) same.push(record);
    else named.set(name, [record]);
  }
  return named;
}
