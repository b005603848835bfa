import type { Whole } from '../intake/sheet.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { UNITS } from '../register/simple-store.ts';
import { fromFounding, homeProblems, onlyOneProblems } from './rules.ts';
import { SITE_TITLE, type SiteRow, siteSheet } from './site.ts';
import { FOUNDED } from './store.ts';

/** A site stays what and where it is; its name, place and forces change from a day on (today's name may be 综治中心 tomorrow). */
export const siteRecord: SimpleRecord<SiteRow> = {
  noun: 'site',
  table: 'site',
  title: SITE_TITLE,
  sheet: siteSheet,
  key: ['code'],
  immutable: ['kind', 'unit_code'],
  dated: ['name', 'host_place', 'forces'],
  defaultStart: FOUNDED,
  references: { unit_code: { column: 'unit_id', referent: UNITS } },
  rules: (row, { unit_code: unit }, _on, _handle, others) => [
    ...homeProblems(row, unit?.level ?? ''),
    ...onlyOneProblems(fromFounding(row as Whole<SiteRow>), (others() as readonly Whole<SiteRow>[]).map(fromFounding)),
  ],
};
