import { movesOf } from '../cases/move-store.ts';
import { presentParties } from '../cases/party-store.ts';
import { row, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Dispute } from './dispute.ts';
import { lackingPapers, type Paper, papersOf, timesMade } from './file-rules.ts';
import { disputeRow } from './store.ts';

/** The papers of a dispute's file, as far as the ledger can tell. */
export function filePapers(db: Db, dispute: Dispute): Paper[] {
  const made = timesMade(movesOf(db, dispute.id));
  return papersOf({ dispute, made, parties: presentParties(db, dispute.id), cover: disputeRow(db, dispute.id) });
}

/** Those that it must have and still lacks. */
export function lackingIn(db: Db, dispute: Dispute): Paper[] {
  return lackingPapers(filePapers(db, dispute));
}

/** The number of another dispute of the same unit whose file has a number. */
export function disputeWithFile(db: Db, { id, unit }: Dispute, fileNumber: string): string | undefined {
  const other = selectFrom('cases').innerJoin('dispute', 'dispute.id', 'cases.id').select('cases.number');
  const same = other.where('dispute.file_number', '=', fileNumber).where('cases.unit_id', '=', unit);
  return row(db, same.where('cases.id', '<>', id))?.number;
}
