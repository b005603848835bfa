import { mapped } from '../kernel/mapped.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** A pair by its code, with its two cadres. */
export interface Visitors {
  readonly pair_code: string;
  readonly name_a: string;
  readonly name_b: string;
  readonly cadres: readonly [first: string, second: string];
}

/** Those who visit: the pairs, and the codes of the cadres, by their numbers. They are few, and households that they go to many. */
export function loadVisitors(db: Db) {
  const cadres = new Map(
    rows(db, selectFrom('cadre').select(['id', 'code', 'name'])).map(cadre => [cadre.id, cadre] as const),
  );
  const pairs = rows(db, selectFrom('pair').select(['id', 'code', 'cadre_a', 'cadre_b'])).map(pair => {
    const [a, b] = [mapped(cadres, pair.cadre_a), mapped(cadres, pair.cadre_b)];
    return [
      pair.id,
      { pair_code: pair.code, name_a: a.name, name_b: b.name, cadres: [a.code, b.code] } as const,
    ] as const;
  });
  return { cadres, pairs: new Map<number, Visitors>(pairs) };
}
