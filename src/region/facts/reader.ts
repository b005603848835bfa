import {
  type Compilable,
  DummyDriver,
  Kysely,
  type QueryCreator,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { RegionSchema } from './tables.ts';

/**
 * What answers queries over facts: the database of a region, or the file of one county. A query is compiled for SQLite;
 * another database compiles its tree (`query.compile().query`) anew for itself.
 */
export interface FactsReader {
  rows<R>(query: Compilable<R>): Promise<R[]>;
}

/** Kysely only writes the queries; whoever answers them runs them. */
const kysely = new Kysely<RegionSchema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

type Queries = QueryCreator<RegionSchema>;
export const factsFrom: Queries['selectFrom'] = kysely.selectFrom.bind(kysely);
