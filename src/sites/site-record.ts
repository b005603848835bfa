import { UNITS } from '../register/reference.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { fromFounding, homeProblems, onlyOneProblems } from './rules.ts';
import { SITE_TITLE, type SiteRow, siteSheet } from './site.ts';
import { FOUNDED } from './store.ts';

/** A site stays what and where it is; its name, place and forces change from a day on (today's name may be 综治中心 tomorrow). */
export const siteRecord: SimpleRecord<SiteRow> = {
  noun: 'site',
  table: 'site',
  title: SITE_TITLE,
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
