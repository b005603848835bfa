import { VOID } from '../../cases/case.ts';
import { ROLES } from '../../cases/party.ts';
import { STATUSES as DISPUTE_STATUSES } from '../../disputes/transitions.ts';
import type { Text } from '../../kernel/text.ts';
import { column, type Table } from '../../kernel/view.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { STATUSES as PETITION_STATUSES } from '../../petitions/transitions.ts';

const STATUSES: Readonly<Record<string, Text>> = { ...DISPUTE_STATUSES, ...PETITION_STATUSES };
const FOUND: Text = { zh: '走访中发现', en: 'found in a visit' };

/** The disputes and petitions of a household: those of its parties, and the disputes that were found in visits to it. */
export function caseTables(db: Db, household: number): Table[] {
  const found = [...ofParties(db, household), ...foundInVisits(db, household)];
  const own = new Map(found.reverse().map(entry => [entry.number, entry]));
  const listed = [...own.values()].sort((a, b) => (a.registered_on < b.registered_on ? 1 : -1));
  return [
    casesTable(
      'disputes',
      { zh: '纠纷', en: 'Disputes' },
      listed.filter(({ kind }) => kind === 'dispute'),
    ),
    casesTable(
      'petitions',
      { zh: '信访', en: 'Petitions' },
      listed.filter(({ kind }) => kind === 'petition'),
    ),
  ];
}

type Listed = ReturnType<typeof ofParties>[number];

function casesTable(key: string, title: Text, listed: readonly Listed[]): Table {
  return {
    shape: 'table',
    key,
    title,
    columns: [
      column('number', '编号', 'Number', 'code'),
      column('registered_on', '登记日期', 'Registered', 'day'),
      column('title', '名称', 'Title'),
      column('role', '身份', 'Role', 'word'),
      column('status', '状态', 'Status', 'word'),
    ],
    rows: listed.map(({ role, status, ...entry }) => ({
      ...entry,
      role: role === null ? FOUND : ROLES[role],
      status: STATUSES[status],
    })),
  };
}

const cases = () =>
  selectFrom('cases as m')
    .leftJoin('dispute as d', 'd.id', 'm.id')
    .leftJoin('petition as p', 'p.id', 'm.id')
    .select(['m.number', 'm.kind', 'm.status', 'm.registered_on'])
    .select(eb => eb.fn.coalesce('d.title', 'p.demand').as('title'))
    .where('m.status', '<>', VOID);

function ofParties(db: Db, household: number) {
  const parties = cases().innerJoin('party as r', 'r.case_id', 'm.id').where('r.household_id', '=', household);
  return rows(db, parties.select('r.role').where('r.removed_on', 'is', null));
}

function foundInVisits(db: Db, household: number): Listed[] {
  const found = cases().innerJoin('visit as v', 'v.id', 'd.visit_id').where('v.household_id', '=', household);
  return rows(db, found).map(entry => ({ ...entry, role: null as never }));
}
