import type { Context } from '../cli/command.ts';
import { flag } from '../cli/param.ts';
import { appendJournal } from '../ledger/journal.ts';
import { connect } from '../ledger/sqlite.ts';
import { copyingStep, makeBackup, recordOf, usualFolder } from './make.ts';

/** The option of imports that keep a way back. */
export const backupParam = flag('--backup', {
  zh: '导入前先备份（到台账旁边的 backups）',
  en: 'make a backup first (in backups beside the ledger)',
});

/** Backs the ledger up as it is before the import, inside whose transaction this runs: nobody else can write in between. */
export async function backUpFirst(context: Context, isWanted: boolean): Promise<void> {
  const { db, path: ledger, at, operator, dryRun, isPreview, remark } = context;
  if (!isWanted || dryRun || isPreview) return;
  const reader = connect(ledger);
  try {
    const { path } = await makeBackup(reader, {
      ...{ ledger, at, folder: usualFolder(ledger), withKey: true },
      progress: (done, total) => context.progress(copyingStep(done, total)),
    });
    // What the import writes is sealed by its own entry.
    appendJournal(db, { at, operator, command: 'backup', records: [recordOf(path, ledger)], counts: {} }, []);
    remark({ zh: `导入前已备份为 ${path}`, en: `Backed up to ${path} before the import` });
  } finally {
    reader.close();
  }
}
