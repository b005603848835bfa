import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { everyVersion } from '../register/simple-store.ts';
import { postRecord } from './simple-records.ts';

/** Every holder that a post has or had, with the kind of its site and the unit that the site belongs to. */
export function placedPosts(db: Db) {
  const sites = rows(db, selectFrom('site').select(['code', 'kind', 'unit_id']));
  const places = new Map(sites.map(({ code, kind, unit_id }) => [code, { kind, unit_id }]));
  return everyVersion(db, postRecord).flatMap(post => {
    const place = places.get(post.site_code);
    return place ? [{ ...post, ...place }] : [];
  });
}
