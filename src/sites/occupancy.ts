import { covers, type Day } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import { everyVersion, simpleRows } from '../register/simple-store.ts';
import { occupancy } from './establishment-rules.ts';
import { establishmentRecord, postRecord } from './simple-records.ts';

/** The establishments in force on a day, by code: how many posts each has, and how many of them are filled and vacant. */
export function occupiedOn(db: Db, day: Day) {
  const granted = everyVersion(db, establishmentRecord).filter(version => covers(version, day));
  if (granted.length === 0) return [];
  const posts = simpleRows(db, postRecord, day).filter(post => covers(post, day));
  return granted.map(({ code, site_code, kind, title, ...version }) => {
    const own = posts.filter(post => post.establishment_code === code);
    return { code, site_code, kind, title, ...occupancy([version], own, day) };
  });
}
