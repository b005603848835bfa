import { basename } from 'node:path';
import { type Context, command, type Outcome } from '../cli/command.ts';
import { argument, flag, option, optional } from '../cli/param.ts';
import { inTransaction } from '../cli/transaction.ts';
import { asCount } from '../cli/values.ts';
import { Failure, misuse } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import { ciphersAddon } from '../ledger/addon.ts';
import { isEncrypted } from '../ledger/encryption/keys.ts';
import { appendJournal } from '../ledger/journal.ts';
import { openToRead } from '../ledger/open.ts';
import { ledgerFailure } from '../ledger/problems.ts';
import type { Db } from '../ledger/sqlite.ts';
import { givingWay } from './keep-rules.ts';
import {
  type Backup,
  backupPath,
  backupsIn,
  copyingStep,
  makeBackup,
  recordOf,
  removeOlder,
  usualFolder,
} from './make.ts';
import { newKey, newPassphrase } from './new-key.ts';
import { identityOf } from './store.ts';

export const backupCommand = command({
  name: 'backup',
  zh: '备份',
  summary: {
    zh: '备份台账（别的命令可以同时使用）：复制、读回核对，附校验值',
    en: 'copy the ledger while others use it, read the copy back and write its checksum',
  },
  example: 'backup --keep 30',
  access: 'file',
  // Whoever may look at everything, with a reason, may have a copy.
  duty: 'looking',
  takesLong: true,
  isUnlocked: true,
  secret: newPassphrase(({ input, ledger }) => input.encrypt === true && !isEncrypted(ledger)),
  params: {
    folder: optional(
      argument('[folder]', {
        zh: '备份到哪个文件夹（默认台账旁边的 backups）',
        en: 'the folder for the backup (default: backups beside the ledger)',
      }),
    ),
    keep: option(
      '--keep <count>',
      {
        zh: '只留最近几份（只删除这个命令为本台账做的备份）',
        en: 'how many to keep: older backups that this command made of this ledger are removed',
      },
      asKept,
    ),
    encrypt: flag('--encrypt', {
      zh: '用台账口令加密这份备份（已加密的台账，备份一律加密）',
      en: 'encrypt the backup with a passphrase (that of an encrypted ledger is encrypted anyway)',
    }),
    withoutKey: flag('--without-key', {
      zh: '不带签名密钥',
      en: 'leave out the key that signs',
    }),
  },
  run: (context, input) => backUp(context, { ...input, folder: input.folder ?? usualFolder(context.path) }),
});

function asKept(text: string): number {
  const count = asCount(text);
  return count > 0 ? count : misuse({ zh: '至少留 1 份', en: 'At least one is kept' });
}

interface Given {
  readonly folder: string;
  readonly keep?: number | undefined;
  readonly encrypt: boolean;
  readonly withoutKey: boolean;
}

async function backUp(context: Context, { folder, keep, encrypt, withoutKey }: Given): Promise<Outcome> {
  const { path: ledger, at, dryRun, progress } = context;
  // Loaded before the ledger is open: see `sqliteAddon`.
  if (encrypt) ciphersAddon();
  const db = openToRead(ledger);
  try {
    const operator = (await context.admit(db)) ?? context.operator;
    const encryptedWith = encrypt && !dryRun && !isEncrypted(ledger) ? newKey(context) : undefined;
    const wish = { ledger, folder, at, withKey: !withoutKey, encryptedWith };
    if (dryRun) return planned(db, wish, keep);
    const backup = await makeBackup(db, {
      ...wish,
      progress: (done, total) => progress(copyingStep(done, total)),
    });
    const removed = keep === undefined ? [] : removeOlder(backup, ledger, keep);
    await writtenDown(context, operator, db, backup, removed.length);
    return { view: madeView(ledger, backup, removed) };
  } catch (error) {
    throw ledgerFailure(error, ledger);
  } finally {
    db.close();
  }
}

function planned(db: Db, wish: Parameters<typeof backupPath>[0], keep: number | undefined): Outcome {
  const path = backupPath(wish);
  const others = backupsIn(wish.folder, wish.ledger, identityOf(db));
  const going = keep === undefined ? [] : givingWay(others, basename(path), keep);
  return {
    view: lines(
      { ledger: wish.ledger, backup: path, removed: going.length },
      { zh: `将备份为 ${path}`, en: `Would back up to ${path}` },
      ...(going.length === 0 ? [] : [goingText(going)]),
    ),
  };
}

function madeView(ledger: string, { path, receipt, key }: Backup, removed: readonly string[]) {
  const encrypted = isEncrypted(path);
  return lines(
    { ledger, backup: path, encrypted, bytes: receipt.size, sha256: receipt.sha256, removed: removed.length },
    {
      zh: `已备份为 ${path}（已读回核对），校验值在 ${path}.sha256`,
      en: `Backed up to ${path} and read it back; its checksum is in ${path}.sha256`,
    },
    ...(encrypted ? [isEncrypted(ledger) ? ENCRYPTED_LIKE_LEDGER : ENCRYPTED] : []),
    ...(key === undefined ? [] : [keyText(key)]),
    ...(removed.length === 0 ? [] : [removedText(removed)]),
  );
}

const ENCRYPTED_LIKE_LEDGER: Text = {
  zh: '备份已加密，台账口令与台账相同',
  en: 'It is encrypted with the passphrase of the ledger',
};
const ENCRYPTED: Text = {
  zh: '备份已加密；请另外妥善保存口令，没有口令无法恢复',
  en: 'It is encrypted; keep the passphrase in another place, since nobody can restore it without',
};

/** A share or a stick may let everybody read what is on it. */
function keyText(key: string): Text {
  return {
    zh: `签名密钥也在其中：${key}；能读到它的人可以用本单位的名义签名，不要放在其他人能读的地方（不带密钥用 --without-key）`,
    en: `The key that signs went along: ${key}; who can read it can sign in your office’s name, so keep it from others (--without-key leaves it out)`,
  };
}

function removedText(names: readonly string[]): Text {
  return {
    zh: `已删除较早的备份 ${names.length} 份：${names.join('、')}`,
    en: `Removed ${counted(names.length, 'older backup')}: ${names.join(', ')}`,
  };
}

function goingText(names: readonly string[]): Text {
  return {
    zh: `将删除较早的备份 ${names.length} 份：${names.join('、')}`,
    en: `Would remove ${counted(names.length, 'older backup')}: ${names.join(', ')}`,
  };
}

/** Puts the backup into the journal. It is made by now: where the ledger cannot be written, that is only said. */
async function writtenDown(
  context: Context,
  operator: string,
  db: Db,
  { path }: Backup,
  removed: number,
): Promise<void> {
  const { at, remark } = context;
  const records = [recordOf(path, context.path)];
  if (db.memory) return remark(NOT_IN_JOURNAL);
  try {
    await inTransaction(db, 'write', () =>
      appendJournal(db, { at, operator, command: 'backup', records, counts: { removed } }, []),
    );
  } catch (error) {
    if (!(ledgerFailure(error, context.path) instanceof Failure)) throw error;
    remark(NOT_IN_JOURNAL);
  }
}

const NOT_IN_JOURNAL: Text = {
  zh: '备份已完成；台账此刻不能写入，这次备份没有记入日志',
  en: 'The backup is complete; the ledger cannot be written now, so the journal does not have it',
};
