import type { Db } from '../ledger/sqlite.ts';
import { CHECKS } from './checks.ts';

/** Whether any check finds something, or cannot even read what it checks. */
export function contradictsItself(db: Db): boolean {
  return CHECKS.some(({ find }) => {
    try {
      return find(db).length > 0;
    } catch {
      return true;
    }
  });
}
