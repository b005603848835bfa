import { startBeside } from '../cases/companion-deadlines.ts';
import { neverStarted } from '../cases/deadline-store.ts';
import type { Db } from '../ledger/sqlite.ts';

/** What a court delegated is mediated within 30 days, which begin with the month of mediation (在线调解规则 Art. 24). */
const ODR = { code: 'ODR_30', beside: 'TJ_1M', startedBy: ['accept', 'mediate', 'resume'] } as const;

/** A source that is corrected to the delegation of a court starts the 30 days, and one that is corrected from it ends them. */
export function followDelegation(db: Db, id: number, was: boolean, is: boolean): void {
  if (was === is) return;
  if (is) startBeside(db, id, ODR);
  else neverStarted(db, id, ODR.code);
}
