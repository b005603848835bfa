import { areaOf, codeOf, FILES } from './source.ts';
import { TABLES_OF } from './table-owners.ts';

const OWNER = new Map(
  Object.entries(TABLES_OF).flatMap(([area, tables]) => tables.map(table => [table, area] as const)),
);

/** Tables named in Kysely's calls: `selectFrom('pair')`, `leftJoin('unit as u', …)`, `inserter(db, 'visit', …)`. */
const CALLS = /(?:selectFrom|[jJ]oin|insertInto|updateTable|deleteFrom|inserter)\(\s*(?:\w+,\s*)?(\[[^\]]*\]|'[^']*')/g;
/** Tables named in SQL by hand: after FROM, JOIN, INTO and UPDATE. */
const SQL = new RegExp(
  `\\b(?:from|join|into|update)\\s+(?:main\\.)?"?(${[...OWNER.keys()].join('|')})\\b(?!['.])`,
  'g',
);

export interface TableUse {
  readonly file: string;
  readonly table: string;
  readonly owner: string;
}

/** The tables that a file reads or writes. */
function tablesIn(file: string): string[] {
  const code = codeOf(file);
  const called = [...code.matchAll(CALLS)].flatMap(([, names]) => [...(names ?? '').matchAll(/'(\w+)/g)]);
  const names = [...called, ...code.matchAll(SQL)].map(([, name]) => name ?? '');
  return [...new Set(names)].filter(name => OWNER.has(name)).sort();
}

/** Every use of a table by a file outside the area that keeps it. */
export const FOREIGN_USES: readonly TableUse[] = FILES.flatMap(file =>
  tablesIn(file)
    .map(table => ({ file, table, owner: OWNER.get(table) ?? '' }))
    .filter(({ owner }) => owner !== areaOf(file)),
);
