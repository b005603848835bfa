import type { TitleReader } from '../intake/header.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type TitledUnit, titledUnit } from './titled-unit-rules.ts';

// SQL by hand: the thread that reads visits has no need of the query builder.

/** Reads the unit that the lines above a header name; the units are looked up once a file needs them. */
export function unitTitles(db: Db): TitleReader {
  let units: readonly TitledUnit[] | undefined;
  return titles => {
    units ??= titledUnits(db);
    const found = titledUnit(units, titles);
    if (!found) return [];
    const { code, name } = found;
    return [
      { column: 'unit_code', text: code, said: { zh: `表头上方写的是${name}`, en: `above the header: ${name}` } },
    ];
  };
}

/** All units by every name that they have or had. */
function titledUnits(db: Db): TitledUnit[] {
  const query = 'select unit_id, code, name, parent_id from unit_term order by from_on';
  const terms = db.prepare(query).all() as { unit_id: number; code: string; name: string; parent_id: number | null }[];
  const present = new Map(terms.map(({ unit_id, code }) => [unit_id, code]));
  const parents = new Map<number, Set<number>>();
  for (const { unit_id, parent_id } of terms)
    if (parent_id !== null) parents.set(unit_id, (parents.get(unit_id) ?? new Set()).add(parent_id));
  const named = new Map(terms.map(({ unit_id, name }) => [`${unit_id} ${name}`, { id: unit_id, name }]));
  return [...named.values()].map(({ id, name }) => ({
    ...{ id, name, code: present.get(id) ?? '' },
    parents: [...(parents.get(id) ?? [])],
  }));
}
