import { createHash } from 'node:crypto';
import { FACT_TABLES, type FactKind, type FactTable } from '../facts/tables.ts';

/** The tables of facts, in the order in which they are loaded. */
export const FACTS = Object.keys(FACT_TABLES) as FactTable[];

/** The columns of a table of facts with their kinds, without the county. */
export function columnsOf(fact: FactTable): (readonly [name: string, kind: FactKind])[] {
  return Object.entries(FACT_TABLES[fact]);
}

/** What the facts of this program are known by: with other tables or columns it is another version. */
export const FACTS_VERSION = createHash('sha256').update(JSON.stringify(FACT_TABLES)).digest('hex').slice(0, 16);
