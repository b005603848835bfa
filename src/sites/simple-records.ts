import type { Problem } from '../intake/sheet.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { RuleInput, SimpleRecord } from '../register/simple-record.ts';
import { UNITS } from '../register/simple-record.ts';
import { everyVersion } from '../register/simple-store.ts';
import { type EstablishmentRow, establishmentSheet } from './establishment.ts';
import { cutProblems, fullProblems, otherSiteProblems } from './establishment-rules.ts';
import { type PostRow, postSheet } from './post.ts';
import { type RoomRow, roomSheet } from './room.ts';
import { fromFounding, headProblems, homeProblems, onlyOneProblems, roomProblems } from './rules.ts';
import { type SiteKind, type SiteRow, siteSheet } from './site.ts';
import { ESTABLISHMENTS, FOUNDED, SITE_FOUNDED, SITES } from './store.ts';

/** A site stays what and where it is; its name, place and forces change from a day on (today's name may be 综治中心 tomorrow). */
export const siteRecord: SimpleRecord<SiteRow> = {
  noun: 'site',
  table: 'site',
  title: { zh: '场所', en: 'sites', one: 'site', list: 'site list' },
  sheet: siteSheet,
  numbering: { start: ({ unit_code }) => `${unit_code}-S`, by: ['name', 'kind'] },
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
  numbering: { start: ({ site_code }) => `${site_code}-P`, by: ['holder', 'role'] },
  immutable: ['site_code'],
  dated: ['role', 'holder', 'duty_title', 'establishment_code', 'category', 'phone'],
  defaultStart: SITE_FOUNDED,
  references: {
    site_code: { column: 'site_id', referent: SITES },
    establishment_code: { column: 'establishment_id', referent: ESTABLISHMENTS, optional: true },
  },
  rules: input => [
    ...headProblems(input.row, input.references.site_code?.level as SiteKind, () => input.others),
    ...establishmentProblems(input),
  ],
};

/** A post counts against an establishment of its site that has room for it. */
function establishmentProblems({ row, references, othersNaming, db }: RuleInput<PostRow>): Problem[] {
  const establishment = references.establishment_code;
  if (!establishment) return [];
  const { code, level: site = '' } = establishment;
  const wrong = otherSiteProblems(code, site, row.site_code);
  if (wrong.length > 0) return wrong;
  const granted = everyVersion(db, establishmentRecord).filter(version => version.code === code);
  return fullProblems(code, row, granted, othersNaming('establishment_code'));
}

/** An establishment (编制) of a site; its number and what it is for change from a day on. */
export const establishmentRecord: SimpleRecord<EstablishmentRow> = {
  noun: 'establishment',
  table: 'establishment',
  title: { zh: '编制', en: 'establishments', one: 'establishment', list: 'establishment list' },
  sheet: establishmentSheet,
  numbering: { start: ({ site_code }) => `${site_code}-E`, digits: 1, by: ['kind', 'title'] },
  immutable: ['site_code', 'kind'],
  dated: ['title', 'seats'],
  defaultStart: SITE_FOUNDED,
  references: { site_code: { column: 'site_id', referent: SITES } },
  rules: ({ row, db }) => cutProblems(row, postsAgainst(db, row.code)),
};

/** Every version of the posts that count against an establishment. */
export function postsAgainst(db: Db, code: string) {
  return everyVersion(db, postRecord).filter(post => post.establishment_code === code);
}

export const roomRecord: SimpleRecord<RoomRow> = {
  noun: 'room',
  table: 'room',
  title: { zh: '功能室', en: 'rooms', one: 'room', list: 'room list' },
  sheet: roomSheet,
  numbering: { start: ({ site_code }) => `${site_code}-R`, by: ['name', 'kind'] },
  immutable: ['site_code', 'kind'],
  dated: ['name'],
  defaultStart: SITE_FOUNDED,
  references: { site_code: { column: 'site_id', referent: SITES } },
  rules: ({ row, references }) => roomProblems(row, references.site_code?.level as SiteKind),
};
