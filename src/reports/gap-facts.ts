import type { Day } from '../kernel/day.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { fileValue, valueOn } from '../register/plain-store.ts';
import { postRecord } from '../sites/post-record.ts';
import type { RoomKind } from '../sites/room.ts';
import type { SiteKind } from '../sites/site.ts';
import { siteRecord } from '../sites/site-record.ts';

/** A site as it stands on a day, with its heads and rooms. */
export interface SiteFact {
  readonly code: string;
  readonly kind: SiteKind;
  readonly unit_id: number;
  readonly heads: readonly HeadFact[];
  readonly rooms: ReadonlySet<RoomKind>;
}

interface HeadFact {
  readonly code: string;
  readonly duty_title: string;
}

/** What is open on the day. */
const OPEN = 'from_on <= @day and to_on > @day';

/** All sites of a day, by code. */
export function siteFacts(handle: Sqlite, day: Day): SiteFact[] {
  const all = <T>(sql: string) => handle.prepare(sql).all({ day }) as (T & { readonly site_id: number })[];
  const sites = all<SiteFact>(
    `select id as site_id, code, kind, unit_id from site t
     where ${fileValue(siteRecord, 'from_on')} <= @day and to_on > @day order by code`,
  );
  const heads = all<HeadFact>(
    `select site_id, code, ${valueOn(postRecord, 'duty_title', '@day')} as duty_title from post t
     where ${valueOn(postRecord, 'role', '@day')} = 'head' and ${OPEN} order by code`,
  );
  const rooms = all<{ readonly kind: RoomKind }>(`select site_id, kind from room where ${OPEN}`);
  return sites.map(site => ({
    ...site,
    heads: heads.filter(head => head.site_id === site.site_id),
    rooms: new Set(rooms.filter(room => room.site_id === site.site_id).map(room => room.kind)),
  }));
}

/** The villages that have rules in force on a day. */
export function villagesWithRules(handle: Sqlite, day: Day): ReadonlySet<number> {
  const found = handle.prepare(`select unit_id from village_rule where kind = 'rule' and ${OPEN}`).pluck().all({ day });
  return new Set(found as number[]);
}
