import { existsSync } from 'node:fs';
import type { Text } from '../kernel/text.ts';
import { connect, type Db } from '../ledger/sqlite.ts';
import { identityOf, type Origin, originOf } from './store.ts';

/** Two ledgers that are not the same one. */
interface Others {
  readonly restored: Origin;
  readonly present: Origin;
}

/** Whether a backup is of another ledger than the one that it is to replace; undefined where it is not, or where that cannot be seen. */
export function anotherLedger(backup: string, ledger: string): Others | undefined {
  if (!existsSync(ledger)) return undefined;
  const [restored, present] = [known(backup), known(ledger)];
  if (!restored || !present || restored.identity === present.identity) return undefined;
  return { restored: restored.origin, present: present.origin };
}

function known(path: string): { readonly identity: string; readonly origin: Origin } | undefined {
  let db: Db | undefined;
  try {
    db = connect(path);
    const origin = originOf(db);
    return origin && { identity: identityOf(db), origin };
  } catch {
    // Damaged, or no ledger: there is nothing to compare.
    return undefined;
  } finally {
    db?.close();
  }
}

/** Says of which county the backup is and of which the ledger; where that is the same, when each was begun. */
export function otherLedgerText(backup: string, { restored, present }: Others): Text {
  const isSameCounty = restored.county === present.county && restored.name === present.name;
  const [here, there] = isSameCounty
    ? [begunText(restored), begunText(present)]
    : [countyText(restored), countyText(present)];
  return {
    zh: `备份 ${backup} 是另一个台账的：它属于${here.zh}，现在的台账属于${there.zh}`,
    en: `The backup ${backup} is of another ledger: it is that of ${here.en}, the present one that of ${there.en}`,
  };
}

const countyText = ({ name, county }: Origin): Text => ({ zh: `${name}（${county}）`, en: `${name} (${county})` });
const begunText = ({ name, begun }: Origin): Text => ({
  zh: `${name}，${begun} 建账`,
  en: `${name}, begun on ${begun}`,
});

/** What to do where the backup is meant all the same. */
export const USE_OTHER: Text = {
  zh: '请检查备份文件和 --ledger；确实要用它替换的，加上 --other-ledger（现在的台账仍改名保留）',
  en: 'Check the backup and --ledger; if it is meant to replace the ledger, add --other-ledger (the present one is kept under another name)',
};
