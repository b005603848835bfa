import type { Day } from '../kernel/day.ts';
import { counted, type Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Referent } from '../register/reference.ts';
import type { SiteKind } from './site.ts';

/** The day that an open beginning stands for: of a site its founding, and of what belongs to it the same. */
export const FOUNDED = 't.founded_on';
export const SITE_FOUNDED = '(select founded_on from site where id = t.site_id)';

/** What kind each site is, by its code. */
export function siteKinds(db: Db): Map<string, SiteKind> {
  return new Map(db.prepare('select code, kind from site').raw().all() as [string, SiteKind][]);
}

/** Sites by their codes, each with its kind. */
export const SITES: Referent = {
  all: 'select id, code, kind as level, from_on, to_on from site',
  code: '(select code from site where id = %)',
};

/** The code of each site's unit, by the site's code. */
export function siteUnits(db: Db): Map<string, string> {
  const rows = db
    .prepare(
      `select s.code, (select code from unit_term where unit_id = s.unit_id order by from_on desc limit 1) from site s`,
    )
    .raw()
    .all() as [string, string][];
  return new Map(rows);
}

/** What a site still has on a day: it is closed after its posts and rooms. */
export function openHere(db: Db, siteId: number, on: Day): (Text & { readonly hint: Text }) | undefined {
  const count = (table: 'post' | 'room') =>
    db.prepare(`select count(*) from ${table} where site_id = ? and to_on > ?`).pluck().get(siteId, on) as number;
  const [posts, rooms] = [count('post'), count('room')];
  if (posts + rooms === 0) return undefined;
  return {
    zh: `${on} 时还有 ${posts} 个职务、${rooms} 间功能室`,
    en: `It has ${counted(posts, 'post')} and ${counted(rooms, 'room')} on ${on}`,
    hint: {
      zh: '先停用它们：tiaochu post close、tiaochu room close',
      en: 'Close them first: tiaochu post close, tiaochu room close',
    },
  };
}
