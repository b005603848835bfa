import { partiesIn } from '../cases/old-ledger.ts';
import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { OldDispute } from './old-ledger.ts';
import { mayBeThere, possiblySame, type Recognised, type Registered, recognisable } from './same-dispute.ts';
import { openDisputes } from './same-dispute-store.ts';
import { OPEN_STATUSES } from './transitions.ts';

/**
 * Rows of an old ledger that may be a dispute that is open in the ledger already, or in an earlier row of the file. What the
 * row itself says was merged is not doubted.
 */
export function possiblySameRows(db: Db, added: readonly OldDispute[]): { row: OldDispute; text: Text }[] {
  const known = recognisable(openDisputes(db));
  return added.flatMap(row => {
    const dispute = asRegistered(row);
    const same = possiblySame(dispute.parties, row.registered_on, known.withSomeOf(dispute.parties));
    if ((OPEN_STATUSES as readonly string[]).includes(row.status ?? 'registered')) known.add(dispute);
    return row.status === 'merged' ? [] : same.map(other => ({ row, text: mayBeThere(other) }));
  });
}

/** A row as it would be registered; until then it is named by its old number. */
function asRegistered(row: OldDispute): Registered {
  const parties = (['applicant', 'respondent'] as const).flatMap(role =>
    partiesIn(row[role]).map(({ name, id, household }): Recognised => ({ role, name, id, household })),
  );
  return { number: row.old_number, title: row.title, registeredOn: row.registered_on, parties };
}
