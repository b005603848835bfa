import { type Context, command, type Outcome } from '../cli/command.ts';
import { refuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import { isEncrypted } from '../ledger/encryption/keys.ts';
import { demandReadable } from '../ledger/place.ts';
import { custodian } from './custody.ts';
import { NOT_ENCRYPTED } from './encrypt-command.ts';
import { reencrypt } from './reencrypt.ts';

export const decryptCommand = command({
  name: 'decrypt',
  zh: '解密',
  summary: {
    zh: '取消台账文件的加密：写入新文件，核对后替换',
    en: 'take the encryption from the ledger: a new file is written, verified and put in its place',
  },
  example: 'decrypt --yes',
  access: 'file',
  takesLong: true,
  isUnlocked: true,
  confirm: 'always',
  params: {},
  run: decrypt,
});

async function decrypt(context: Context): Promise<Outcome> {
  const { path: ledger, at, dryRun } = context;
  demandReadable(ledger);
  if (!isEncrypted(ledger)) refuse(NOT_ENCRYPTED);
  const operator = await custodian(context);
  if (!dryRun) await reencrypt({ path: ledger, at, operator }, 'decrypt', null);
  return {
    view: lines({ ledger, encrypted: dryRun }, dryRun ? wouldText(ledger) : doneText(ledger), ANYBODY, BACKUPS),
  };
}

const wouldText = (ledger: string): Text => ({
  zh: `取消台账 ${ledger} 的加密`,
  en: `Take the encryption from the ledger ${ledger}`,
});
const doneText = (ledger: string): Text => ({
  zh: `台账 ${ledger} 已不加密`,
  en: `The ledger ${ledger} is not encrypted any more`,
});

const ANYBODY: Text = {
  zh: '能读到这个文件的人，不用口令就能看到其中的全部内容',
  en: 'Whoever can read the file sees all that is in it, without a passphrase',
};
const BACKUPS: Text = {
  zh: '此前的备份仍是加密的，请保留口令',
  en: 'Earlier backups are still encrypted: keep the passphrase',
};
