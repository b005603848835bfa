import { fillTallies } from '../ledger/visit-tallies.ts';
import { type AreaRecords, type RecordKind, simpleKind } from '../register/kind.ts';
import { visitChecks } from './checks.ts';
import { domainRecord } from './domain-record.ts';
import { VISIT_TITLE } from './visit.ts';

/** The tallies of the years of an import's visits are dropped with the visits and counted anew. */
const YEARS = '(select distinct substr(visited_on, 1, 4) from visit where import_id = ?1)';

const visit: RecordKind = {
  noun: 'visit',
  title: VISIT_TITLE,
  table: 'visit',
  current: { diary: 't.diary', domains: 't.domains', substitute: 't.substitute' },
  undo: {
    before: ['visited_tally', 'made_tally'].map(
      table => `delete from ${table} where substr(calendar, 1, 4) in ${YEARS}`,
    ),
    recount: fillTallies,
  },
};

export const visitRecords: AreaRecords = { kinds: [visit, simpleKind(domainRecord)], checks: visitChecks };
