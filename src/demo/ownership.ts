import { existsSync, readFileSync, statSync } from 'node:fs';
import { refuse } from '../kernel/failure.ts';
import { isEncrypted } from '../ledger/encryption/keys.ts';
import { readSetting } from '../ledger/settings.ts';
import { APPLICATION_ID, connect, type Db } from '../ledger/sqlite.ts';

/** The row of `setting` that marks a ledger as the demo's own; its value is the scale. */
export const DEMO_SETTING = 'demo';

/** The demo replaces its own ledger only: any other file at the path is refused (exit 4). `held` is a connection that has it. */
export function refuseOthersLedger(path: string, held?: Db): void {
  if (!existsSync(path) || (held ? isMarked(held) : isDemo(path))) return;
  refuse(
    {
      zh: `${path} 已经存在，不是演示台账，不会覆盖`,
      en: `${path} exists and is not a demo ledger; it was not overwritten`,
    },
    { zh: '请用 --ledger 另选一个文件名', en: 'Name another file with --ledger' },
  );
}

/** A file in the folder is replaced only where a demo ledger lies beside it, or where it holds the same text already. */
export function refuseOthersFile(path: string, ledger: string, pieces: () => Iterable<string>): void {
  if (!existsSync(path) || existsSync(ledger) || holds(path, pieces())) return;
  refuse(
    { zh: `${path} 已经存在，不会覆盖`, en: `${path} already exists; it was not overwritten` },
    {
      zh: '请把它移走，或用 --ledger 把演示台账放到另一个文件夹',
      en: 'Move it away, or put the demo into another folder with --ledger',
    },
  );
}

function isDemo(path: string): boolean {
  // Somebody has encrypted it since: it is theirs.
  if (!statSync(path).isFile() || isEncrypted(path)) return false;
  try {
    const db = connect(path);
    try {
      return isMarked(db);
    } finally {
      db.close();
    }
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'SQLITE_NOTADB' || code === 'SQLITE_ERROR' || code === 'SQLITE_CORRUPT') return false;
    throw error;
  }
}

function isMarked(db: Db): boolean {
  return (
    db.pragma('application_id', { simple: true }) === APPLICATION_ID && readSetting(db, DEMO_SETTING) !== undefined
  );
}

function holds(path: string, pieces: Iterable<string>): boolean {
  let text = '';
  for (const piece of pieces) text += piece;
  return statSync(path).isFile() && readFileSync(path, 'utf8') === text;
}
