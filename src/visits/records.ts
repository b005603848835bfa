import { fillTallies } from '../ledger/visit-tallies.ts';
import { type AreaRecords, ownColumns, type RecordKind, simpleKind } from '../register/kind.ts';
import { visitChecks } from './checks.ts';
import { DIARY_FIELD_LIST } from './diary.ts';
import { domainRecord } from './domain-record.ts';
import { READING_TITLE } from './reading.ts';
import { readingRecord } from './reading-record.ts';
import { VISIT_TITLE } from './visit.ts';

/** The tallies of the years of an import's visits are dropped with the visits and counted anew. */
const YEARS = '(select distinct substr(visited_on, 1, 4) from visit where import_id = ?1)';

/** The imported visits. */
const OWN = '(select id from visit where import_id = ?1)';

const visit: RecordKind = {
  noun: 'visit',
  title: VISIT_TITLE,
  table: 'visit',
  parts: { diary: 'visit_id' },
  current: { diary: 't.diary', domains: 't.domains', substitute: 't.substitute' },
  undo: {
    rows: `select (select count(*) from visit where import_id = ?1)
      + (select count(*) from diary where import_id = ?1 and number > 1)`,
    blockers: [
      {
        what: { zh: '后来补记的日记', en: 'diaries entered later' },
        count: `select count(*) from diary where visit_id in ${OWN} and import_id is not ?1 and withdrawn_on is null`,
      },
      { what: READING_TITLE, count: `select count(*) from reading where visit_id in ${OWN} and withdrawn_on is null` },
    ],
    before: [
      ...['visited_tally', 'made_tally'].map(table => `delete from ${table} where substr(calendar, 1, 4) in ${YEARS}`),
      ...['diary', 'reading'].map(table => `delete from ${table} where visit_id in ${OWN}`),
    ],
    recount: fillTallies,
  },
};

/** The diaries of visits that have rows of their own; their numbers are those of these rows. */
const diary: RecordKind = {
  noun: 'diary',
  title: { zh: '民情日记', en: 'diaries' },
  table: 'diary',
  current: ownColumns('diary', ...DIARY_FIELD_LIST, 'withdrawn_on'),
};

export const visitRecords: AreaRecords = {
  kinds: [visit, diary, simpleKind(readingRecord), simpleKind(domainRecord)],
  checks: visitChecks,
};
