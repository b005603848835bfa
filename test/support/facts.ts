import type { Compilable } from 'kysely';
import { connectTo, type Db } from '../../src/ledger/sqlite.ts';
import { factsOf } from '../../src/region/facts/county.ts';
import type { FactsReader } from '../../src/region/facts/reader.ts';
import { FACT_TABLES, type FactTable } from '../../src/region/facts/tables.ts';

/** A file of facts in memory, to which the facts of ledgers are added. */
export interface MemoryFacts extends FactsReader {
  add(ledger: Db, today: string, county?: string): void;
  /** Every text that it holds, once. */
  texts(): string[];
}

const TABLES = Object.entries(FACT_TABLES) as [FactTable, Record<string, string>][];

export function factsInMemory(): MemoryFacts {
  const file = connectTo();
  for (const [table, columns] of TABLES) {
    const typed = Object.entries(columns).map(
      ([name, kind]) => `"${name}" ${kind === 'integer' ? 'integer' : 'text'} not null`,
    );
    file.exec(`create table ${table} (county text not null, ${typed.join(', ')}) strict`);
  }
  return {
    add(ledger, today, county) {
      const facts = factsOf(ledger, today);
      for (const [table, columns] of TABLES) {
        const names = Object.keys(columns);
        const insert = file.prepare(`insert into ${table} values (?${', ?'.repeat(names.length)})`);
        for (const row of facts.rows(table) as Iterable<Record<string, unknown>>)
          insert.run(county ?? facts.county, ...names.map(name => row[name]));
      }
    },
    rows: async <R>(query: Compilable<R>) => {
      const { sql, parameters } = query.compile();
      return file.prepare(sql).all(...parameters) as R[];
    },
    texts: () => {
      const all = TABLES.flatMap(([table, columns]) =>
        Object.entries(columns).flatMap(([name, kind]) =>
          kind === 'integer' ? [] : (file.prepare(`select distinct "${name}" from ${table}`).pluck().all() as string[]),
        ),
      );
      return [...new Set(all)];
    },
  };
}
