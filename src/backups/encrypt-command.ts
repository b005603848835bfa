import { type Context, command, type Outcome } from '../cli/command.ts';
import { flag, option } from '../cli/param.ts';
import { keyFileIn } from '../cli/unlocking.ts';
import { refuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import { ciphersAddon } from '../ledger/addon.ts';
import { isEncrypted } from '../ledger/encryption/keys.ts';
import { demandReadable } from '../ledger/place.ts';
import { custodian } from './custody.ts';
import { KEEP_PASSPHRASE, newKey, newPassphrase } from './new-key.ts';
import { plainCopies } from './plain-copies.ts';
import { reencrypt } from './reencrypt.ts';

export const encryptCommand = command({
  name: 'encrypt',
  zh: '加密',
  summary: {
    zh: '用口令加密台账文件：写入新文件，核对后替换',
    en: 'encrypt the ledger with a passphrase: a new file is written, verified and put in its place',
  },
  example: 'encrypt --yes',
  access: 'file',
  takesLong: true,
  confirm: 'always',
  isUnlocked: true,
  secret: newPassphrase(
    ({ input, ledger }) => isEncrypted(ledger) === (input.change === true),
    ({ input, env }) => (input.change ? (input.newKeyFile as string | undefined) : keyFileIn(input, env)),
  ),
  params: {
    change: flag('--change', {
      zh: '更换已加密台账的口令',
      en: 'give an encrypted ledger another passphrase',
    }),
    newKeyFile: option('--new-key-file <file>', {
      zh: '更换时：新台账口令文件，第一行是新口令（在终端则询问）',
      en: 'with --change: a file whose first line is the new passphrase (asked for on a terminal)',
    }),
  },
  run: (context, { change }) => encrypt(context, change),
});

async function encrypt(context: Context, change: boolean): Promise<Outcome> {
  const { path: ledger, at, dryRun } = context;
  demandReadable(ledger);
  if (isEncrypted(ledger) !== change) refuse(change ? NOT_ENCRYPTED : ALREADY);
  ciphersAddon();
  const operator = await custodian(context);
  if (!dryRun)
    await reencrypt({ path: ledger, at, operator }, 'encrypt', newKey(context, change ? BY_NEW_FILE : undefined));
  const copies = plainCopies(ledger);
  return {
    view: lines(
      { ledger, encrypted: change || !dryRun, plain_copies: copies.found.join('\n') || null },
      (change ? CHANGE_TEXTS : TEXTS)[dryRun ? 'would' : 'done'](ledger),
      KEEP_PASSPHRASE,
      ...(copies.found.length === 0 ? [] : [copiesText(copies.found)]),
      ...(copies.unseen.length === 0 ? [] : [unseenText(copies.unseen)]),
      ...(change ? [OLD_BACKUPS] : dryRun ? [] : [NOT_ERASED]),
    ),
  };
}

const ALREADY = {
  zh: '台账已经加密',
  en: 'The ledger is encrypted already',
  hint: { zh: '更换口令用 --change', en: 'For another passphrase use --change' },
};

/** Refuses a ledger that is not encrypted. */
export const NOT_ENCRYPTED = { zh: '台账没有加密', en: 'The ledger is not encrypted' };

const BY_NEW_FILE: Text = {
  zh: '在终端输入，或用 --new-key-file 写明新台账口令文件',
  en: 'Type it on a terminal, or name a file with --new-key-file',
};

const TEXTS = {
  would: (ledger: string): Text => ({ zh: `加密台账 ${ledger}`, en: `Encrypt the ledger ${ledger}` }),
  done: (ledger: string): Text => ({ zh: `已加密台账 ${ledger}`, en: `Encrypted the ledger ${ledger}` }),
};

const CHANGE_TEXTS = {
  would: (ledger: string): Text => ({
    zh: `更换台账 ${ledger} 的口令`,
    en: `Give the ledger ${ledger} another passphrase`,
  }),
  done: (ledger: string): Text => ({
    zh: `台账 ${ledger} 已改用新口令`,
    en: `The ledger ${ledger} has the new passphrase`,
  }),
};

const OLD_BACKUPS: Text = {
  zh: '此前的备份仍用原来的口令',
  en: 'Earlier backups still have the former passphrase',
};

const copiesText = (copies: readonly string[]): Text => ({
  zh: `这些副本没有加密，不再需要的请删除：${copies.join('、')}`,
  en: `These copies are not encrypted; delete those that are not needed: ${copies.join(', ')}`,
});

const unseenText = (folders: readonly string[]): Text => ({
  zh: `备份还存放在 ${folders.join('、')}，现在无法查看：其中没有加密、不再需要的也请删除`,
  en: `Backups were also made in ${folders.join(', ')}, which is not at hand now: delete those there that are not encrypted and not needed`,
});

const NOT_ERASED: Text = {
  zh: '原来的文件已删除，但磁盘上的旧内容未必立即被覆盖；别处的副本和签名密钥文件没有加密',
  en: 'The old file is deleted, but the disk may keep its bytes for a while; copies elsewhere and the file with the signing key are not encrypted',
};
