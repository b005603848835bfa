import type { Admission, Claim, Gate } from '../cli/admission.ts';
import type { Db } from '../ledger/sqlite.ts';
import { gate as operators } from '../operators/gate.ts';
import { hasOffices } from './office-store.ts';

/** Who may write what: in a ledger with operators what each may do, and among several offices what this one writes. */
export const gate: Gate = { admit };

async function admit(db: Db, claim: Claim): Promise<Admission | undefined> {
  const admission = await operators.admit(db, claim);
  if (!hasOffices(db)) return admission;
  const operator = admission?.operator ?? claim.named ?? claim.own ?? claim.systemUser;
  return {
    operator,
    demandDuty: work => admission?.demandDuty(work),
    demandWork: async work => admission?.demandWork(work),
    demandWritten: async (work, outcome) => {
      await admission?.demandWritten(work, outcome);
      // A bundle brings what others write, and the offices are the banner's by their own rule.
      if (work.call.path.startsWith('bundle ')) return;
      const { demandOwnRecords } = await import('./ownership.ts');
      demandOwnRecords(db, work.call.path, operator);
    },
  };
}
