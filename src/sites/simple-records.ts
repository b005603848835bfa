import type { SimpleRecord } from '../register/simple-record.ts';
import { UNITS } from '../register/simple-record.ts';
import { type PostRow, postSheet } from './post.ts';
import { type RoomRow, roomSheet } from './room.ts';
import { fromFounding, headProblems, homeProblems, onlyOneProblems, roomProblems } from './rules.ts';
import { type SiteKind, type SiteRow, siteSheet } from './site.ts';
import { FOUNDED, SITE_FOUNDED, SITES } from './store.ts';

/** A site stays what and where it is; its name, place and forces change from a day on (today's name may be 综治中心 tomorrow). */
export const siteRecord: SimpleRecord<SiteRow> = {
  noun: 'site',
  table: 'site',
  title: { zh: '场所', en: 'sites', one: 'site', list: 'site list' },
  sheet: siteSheet,
  immutable: ['kind', 'unit_code'],
  dated: ['name', 'host_place', 'forces'],
  defaultStart: FOUNDED,
  references: { unit_code: { column: 'unit_id', referent: UNITS } },
  rules: ({ row, references, othersNaming }) => [
    ...homeProblems(row, references.unit_code?.level ?? ''),
    ...onlyOneProblems(fromFounding(row), othersNaming('unit_code').map(fromFounding)),
  ],
};

/** A post belongs to its site; its holder and role change from a day on, and the earlier holders stay in the history. */
export const postRecord: SimpleRecord<PostRow> = {
  noun: 'post',
  table: 'post',
  title: { zh: '职务', en: 'posts', one: 'post', list: 'post list' },
  sheet: postSheet,
  immutable: ['site_code'],
  dated: ['role', 'holder', 'duty_title', 'category', 'phone'],
  defaultStart: SITE_FOUNDED,
  references: { site_code: { column: 'site_id', referent: SITES } },
  rules: input => headProblems(input.row, input.references.site_code?.level as SiteKind, () => input.others),
};

export const roomRecord: SimpleRecord<RoomRow> = {
  noun: 'room',
  table: 'room',
  title: { zh: '功能室', en: 'rooms', one: 'room', list: 'room list' },
  sheet: roomSheet,
  immutable: ['site_code', 'kind'],
  dated: ['name'],
  defaultStart: SITE_FOUNDED,
  references: { site_code: { column: 'site_id', referent: SITES } },
  rules: ({ row, references }) => roomProblems(row, references.site_code?.level as SiteKind),
};
