import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Context, command, type Outcome } from '../cli/command.ts';
import { argument, flag } from '../cli/param.ts';
import { realTarget } from '../cli/targets.ts';
import { discarded } from '../disk/unfinished.ts';
import { Failure, misuse, refuse } from '../kernel/failure.ts';
import { fileReason } from '../kernel/file-error.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import { isEncrypted } from '../ledger/encryption/keys.ts';
import { ledgerFailure } from '../ledger/problems.ts';
import type { Db } from '../ledger/sqlite.ts';
import { NOBODY_ASKED, replacer, signer } from './custody.ts';
import { anotherLedger, otherLedgerText, USE_OTHER } from './other-ledger.ts';
import { noBackup, notBackup, shutBackup } from './problems.ts';
import { putInPlace, type Replaced, type Restorable, verifiedBackup } from './restore.ts';
import { writeDown } from './written-down.ts';

export const restoreCommand = command({
  name: 'restore',
  zh: '恢复',
  summary: {
    zh: '用备份恢复台账：先核对备份，原来的台账改名保留',
    en: 'put a backup in the place of the ledger: the backup is verified first, what it replaces is kept beside it',
  },
  example: 'restore backups/tiaochu-20231231T080000000Z.db --yes',
  access: 'file',
  takesLong: true,
  confirm: 'always',
  // Not `file`, which the runner would read.
  params: {
    backup: argument('<file>', { zh: '备份文件', en: 'the backup' }),
    otherLedger: flag('--other-ledger', {
      zh: '备份是另一个台账的，也用它替换',
      en: 'replace the ledger although the backup is of another one',
    }),
  },
  run: (context, { backup, otherLedger }) => restore(context, backup, otherLedger),
});

async function restore(context: Context, backup: string, isOther: boolean): Promise<Outcome> {
  const { path: ledger, at, dryRun } = context;
  demandBackup(backup);
  if (realTarget(backup) === realTarget(ledger)) misuse(ITSELF);
  await context.unlock(backup);
  await unlockReplaced(context);
  const custody = await replacer(context);
  const restorable = tested(backup, ledger);
  try {
    const others = anotherLedger(restorable.unfinished, ledger);
    if (others && !isOther) refuse(otherLedgerText(backup, others), USE_OTHER);
    const remarks = [
      ...(others ? [otherLedgerText(backup, others)] : []),
      ...(custody.isChecked ? [] : [NOBODY_ASKED]),
    ];
    if (dryRun) return { view: plannedView(context, backup, restorable, remarks) };
    const replaced = putInPlace(restorable, backup, ledger, at);
    const signedBy = (db: Db) => signer(db, custody.operator, context);
    await writeDown(ledger, { at, signedBy }, 'restore', [basename(backup)]);
    return { view: restoredView(ledger, backup, restorable, replaced, remarks) };
  } finally {
    discarded(restorable.unfinished);
  }
}

function demandBackup(backup: string): void {
  try {
    if (!statSync(backup, { throwIfNoEntry: false })?.isFile()) throw noBackup(backup);
    accessSync(backup, constants.R_OK);
  } catch (error) {
    const reason = fileReason(error);
    throw reason ? shutBackup(backup, reason) : error;
  }
}

/** Only with its passphrase can be seen whether anybody has the ledger open that gives way. */
async function unlockReplaced({ path: ledger, unlock }: Context): Promise<void> {
  try {
    await unlock(ledger);
  } catch (error) {
    throw error instanceof Failure && error.kind === 'ledger' ? new Failure('ledger', error.text, MOVE_ASIDE) : error;
  }
}

const MOVE_ASIDE: Text = {
  zh: '更换台账前要用它的口令确认没有程序正在使用；口令遗失的，先把这个台账文件改名，再恢复',
  en: 'Its passphrase shows whether a program has it open before it is replaced; if that is lost, give the file another name, then restore',
};

const ITSELF: Text = { zh: '这就是台账本身，不是备份', en: 'This is the ledger itself, not a backup of it' };

function tested(backup: string, ledger: string): Restorable {
  try {
    return verifiedBackup(backup, ledger);
  } catch (error) {
    throw (error as { code?: unknown }).code === 'SQLITE_NOTADB' ? notBackup(backup) : ledgerFailure(error, backup);
  }
}

function plannedView({ path: ledger }: Context, backup: string, { isChecked }: Restorable, remarks: readonly Text[]) {
  return lines(
    { ledger, backup, checksum: isChecked, replaces: existsSync(ledger), encrypted: isEncrypted(backup) },
    { zh: `用 ${backup} 恢复台账 ${ledger}`, en: `Restore the ledger ${ledger} from ${backup}` },
    isChecked ? CHECKED : UNCHECKED,
    ...encryptionTexts(backup, ledger),
    ...(existsSync(ledger) ? [WILL_BE_KEPT] : []),
    ...remarks,
  );
}

const CHECKED: Text = { zh: '备份与校验值相符，内容完好', en: 'The backup matches its checksum and is whole' };
const UNCHECKED: Text = {
  zh: '备份内容完好；旁边没有校验值，无法核对是否被改动过',
  en: 'The backup is whole; there is no checksum beside it that would show a change',
};
const WILL_BE_KEPT: Text = {
  zh: '现在的台账改名保留在旁边',
  en: 'The present ledger is kept beside it under another name',
};

function restoredView(
  ledger: string,
  backup: string,
  { isChecked }: Restorable,
  replaced: Replaced,
  remarks: readonly Text[],
) {
  return lines(
    { ledger, backup, encrypted: isEncrypted(ledger), checksum: isChecked, replaced: replaced.ledger ?? null },
    { zh: `已用 ${backup} 恢复台账 ${ledger}`, en: `Restored the ledger ${ledger} from ${backup}` },
    isChecked ? CHECKED : UNCHECKED,
    ...encryptionTexts(ledger, replaced.ledger),
    ...[replaced.ledger, replaced.key].flatMap(kept => (kept === undefined ? [] : [keptText(kept)])),
    ...remarks,
  );
}

/** What a restored ledger is like, and where that is otherwise than before, what that means. */
function encryptionTexts(restored: string, replaced: string | undefined): Text[] {
  const [is, was] = [isEncrypted(restored), replaced !== undefined && isEncrypted(replaced)];
  if (is) return replaced === undefined || was || !existsSync(replaced) ? [ENCRYPTED] : [ENCRYPTED, FORMER_PLAIN];
  return was ? [NOT_ENCRYPTED] : [];
}

const FORMER_PLAIN: Text = {
  zh: '原来的台账没有加密，仍保留在旁边；不再需要的请删除',
  en: 'The former ledger is kept beside it and is not encrypted; delete it when it is not needed',
};
const NOT_ENCRYPTED: Text = {
  zh: '这份备份没有加密，恢复后的台账也没有加密；需要的请运行 tiaochu encrypt',
  en: 'The backup is not encrypted, and so the restored ledger is not: tiaochu encrypt does that',
};
const ENCRYPTED: Text = {
  zh: '台账已加密，口令就是这份备份的口令',
  en: 'The ledger is encrypted with the passphrase of the backup',
};

const keptText = (kept: string): Text => ({ zh: `原来的保留为 ${kept}`, en: `What was there is kept as ${kept}` });
