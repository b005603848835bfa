import type { Db } from '../ledger/sqlite.ts';
import { lastingIn } from '../register/simple-store.ts';
import { endsAtMerger, endUnder } from '../units/ends-at-merger.ts';
import type { Merger, MergerPart } from '../units/merger.ts';
import { establishmentRecord, postRecord, roomRecord, siteRecord } from './simple-records.ts';

/** The working group of a village that is merged ends with its posts and rooms: the other village has its own (S-15). */
export const siteMerger: readonly MergerPart[] = [
  { what: { zh: '场所的职务、功能室、编制', en: 'posts, rooms and establishments' }, fate: 'ends', carry: endParts },
  endsAtMerger(siteRecord),
];

function endParts(db: Db, merger: Merger): string[] {
  const sites = lastingIn(db, siteRecord, 'unit_id', merger.from.unit_id, merger.stamp.on);
  return sites.flatMap(({ id }) =>
    [postRecord, roomRecord, establishmentRecord].flatMap(record => endUnder(db, record, 'site_id', id, merger)),
  );
}
