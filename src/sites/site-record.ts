import type { Whole } from '../intake/sheet.ts';
import type { PlainRecord } from '../register/plain-record.ts';
import { UNITS } from '../register/plain-store.ts';
import { homeProblems, onlyOneProblems } from './rules.ts';
import { SITE_TITLE, type SiteRow, siteSheet } from './site.ts';

/** A site stays what and where it is; its name, place and forces change. */
export const siteRecord: PlainRecord<SiteRow> = {
  noun: 'site',
  table: 'site',
  title: SITE_TITLE,
  sheet: siteSheet,
  key: ['code'],
  fixed: ['kind', 'unit_code'],
  references: { unit_code: { column: 'unit_id', referent: UNITS } },
  rules: (row, { unit_code: unit }, _on, _handle, others) => [
    ...homeProblems(row, unit?.level ?? ''),
    ...onlyOneProblems(row as Whole<SiteRow>, others() as readonly Whole<SiteRow>[]),
  ],
};
