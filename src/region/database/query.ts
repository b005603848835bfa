import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCreator,
} from 'kysely';
import type { RegionSchema } from './schema.ts';

/** Kysely writes the SQL of PostgreSQL; a connection runs it. */
const kysely = new Kysely<RegionSchema>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

type Queries = QueryCreator<RegionSchema>;
export const selectFrom: Queries['selectFrom'] = kysely.selectFrom.bind(kysely);
export const insertInto: Queries['insertInto'] = kysely.insertInto.bind(kysely);
export const updateTable: Queries['updateTable'] = kysely.updateTable.bind(kysely);
export const deleteFrom: Queries['deleteFrom'] = kysely.deleteFrom.bind(kysely);
