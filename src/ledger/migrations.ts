import { books } from './migrations/001-books.ts';
import { units } from './migrations/002-units.ts';
import { people } from './migrations/003-people.ts';
import { visits } from './migrations/004-visits.ts';
import { deadlines } from './migrations/005-deadlines.ts';
import { cases } from './migrations/006-cases.ts';
import { petitions } from './migrations/007-petitions.ts';
import { sites } from './migrations/008-sites.ts';
import { centre } from './migrations/009-centre.ts';
import { campaign } from './migrations/010-campaign.ts';
import { meetings } from './migrations/011-meetings.ts';
import { assessment } from './migrations/012-assessment.ts';
import { visitTallies } from './migrations/013-visit-tallies.ts';
import { withdrawals } from './migrations/014-withdrawals.ts';
import { caseNames } from './migrations/015-case-names.ts';
import { refusals } from './migrations/016-refusals.ts';
import { deadlineTruth } from './migrations/017-deadline-truth.ts';
import { waysBack } from './migrations/018-ways-back.ts';
import { petitionLaw } from './migrations/019-petition-law.ts';
import { disputeForms } from './migrations/020-dispute-forms.ts';
import { disputeWork } from './migrations/021-dispute-work.ts';
import { villageMergers } from './migrations/022-village-mergers.ts';
import { visitStandards } from './migrations/023-visit-standards.ts';
import { diaries } from './migrations/024-diaries.ts';
import { centreAndGroups } from './migrations/025-centre-and-groups.ts';
import { linkedLeaders } from './migrations/026-linked-leaders.ts';
import { returns } from './migrations/027-returns.ts';
import { newNumbers } from './migrations/028-new-numbers.ts';
import { columnNames } from './migrations/029-column-names.ts';
import { operators } from './migrations/030-operators.ts';
import { evidence } from './migrations/031-evidence.ts';
import { exchange } from './migrations/032-exchange.ts';
import type { Db } from './sqlite.ts';

/** One step: plain SQL, or a function where old rows must be worked through. Runs inside the upgrade's transaction. */
export type Migration = string | ((db: Db) => void);

/** Every step from an empty file to today's ledger, in order; a ledger's version is the number of steps it has taken. */
export const MIGRATIONS: readonly Migration[] = [
  books,
  units,
  people,
  visits,
  deadlines,
  cases,
  petitions,
  sites,
  centre,
  campaign,
  meetings,
  assessment,
  visitTallies,
  withdrawals,
  caseNames,
  refusals,
  deadlineTruth,
  waysBack,
  petitionLaw,
  disputeForms,
  disputeWork,
  villageMergers,
  visitStandards,
  diaries,
  centreAndGroups,
  linkedLeaders,
  returns,
  newNumbers,
  columnNames,
  operators,
  evidence,
  exchange,
];

/** Takes steps in a database, one after the other. */
export function takeSteps(db: Db, steps: readonly Migration[]): void {
  for (const step of steps)
    if (typeof step === 'string') db.exec(step);
    else step(db);
}
