import type { Db } from '../../src/ledger/sqlite.ts';
import { TABLES_OF } from './table-owners.ts';

/**
 * The files of `src/ledger/schema/` for a ledger, by name: the types of each area's tables, read from SQLite itself. A
 * closed list of a CHECK becomes a union, a column with a default or a row id is generated, a column named `…_on` holds a day.
 */
export function schemaFiles(db: Db): Map<string, string> {
  const tables = db
    .prepare("select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .all() as { name: string; sql: string }[];
  const sqlOf = new Map(tables.map(({ name, sql }) => [name, sql]));
  const owned = Object.values(TABLES_OF).flat();
  const stray = tables.map(({ name }) => name).filter(name => !owned.includes(name));
  if (stray.length > 0) throw new Error(`no area owns the table ${stray.join(', ')}: see table-owners.ts`);
  return new Map(
    Object.entries(TABLES_OF).map(([area, names]) => {
      const interfaces = names.map(name => {
        const columns = db.pragma(`table_xinfo(${name})`) as Column[];
        const properties = columns.map(column => wrapped(`  ${property(column, sqlOf.get(name) ?? '')};`));
        return `export interface ${interfaceName(name)} {\n${properties.join('\n')}\n}`;
      });
      return [`${area}.ts`, `${header(interfaces.join())}\n${interfaces.join('\n\n')}\n`];
    }),
  );
}

/** A long union, a line for each member, as the formatter writes it. */
const wrapped = (line: string) =>
  line.length <= 120 ? line : line.replace(': ', ' | ').replaceAll(' | ', '\n    | ').replace('\n', ':\n');

const header = (text: string) =>
  [
    '// Written by `npm run schema` from the migrated database; a test compares the two.',
    ...(text.includes('Generated<') ? ["import type { Generated } from 'kysely';"] : []),
    ...(/\bDay\b/.test(text) ? ["import type { Day } from '../../kernel/day.ts';"] : []),
    '',
  ].join('\n');

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
  readonly dflt_value: string | null;
  readonly pk: number;
}

const TYPES: Readonly<Record<string, string>> = {
  INTEGER: 'number',
  REAL: 'number',
  TEXT: 'string',
  BLOB: 'Uint8Array',
  ANY: 'string | number | null',
};

function interfaceName(table: string): string {
  const words = table === 'cases' ? ['case'] : table.split('_');
  return `${words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Table`;
}

function property({ name, type, notnull, dflt_value, pk }: Column, sql: string): string {
  const isRowId = pk === 1 && type === 'INTEGER' && new RegExp(`\\b${name} integer primary key`, 'i').test(sql);
  const whole = listOf(name, sql) ?? (/(^|_)on$/.test(name) || name === 'on_day' ? 'Day' : (TYPES[type] ?? 'unknown'));
  const nullable = notnull === 0 && pk === 0 && type !== 'ANY' ? `${whole} | null` : whole;
  return `${name}: ${isRowId || dflt_value !== null ? `Generated<${nullable}>` : nullable}`;
}

/** The values that a CHECK on one column allows, as a union. */
function listOf(column: string, sql: string): string | undefined {
  const list = new RegExp(`check \\(\\s*"?${column}"? in \\(([^)]*)\\)\\s*\\)`, 'i').exec(sql)?.[1];
  return list
    ?.split(',')
    .map(value => value.trim())
    .join(' | ');
}
