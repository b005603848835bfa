import type { Context } from '../cli/command.ts';
import type { Secret } from '../cli/secret.ts';
import { keyFileIn } from '../cli/unlocking.ts';
import { misuse } from '../kernel/failure.ts';
import { passphraseProblem } from '../kernel/passphrase-rules.ts';
import type { Text } from '../kernel/text.ts';
import { type FileKey, keyFrom, newSalt } from '../ledger/encryption/page-rules.ts';

const usualFile: Secret['fileIn'] = ({ input, env }) => keyFileIn(input, env);

/** The new passphrase of a file that a command encrypts. */
export const newPassphrase = (isWanted: Secret['isWanted'], fileIn: Secret['fileIn'] = usualFile): Secret => ({
  fileIn: place => (isWanted(place) ? fileIn(place) : undefined),
  question: { zh: '新的台账口令（至少 8 个字符）', en: 'New passphrase of the ledger (at least 8 characters)' },
  isWanted,
  problem: passphrase => (/^-----BEGIN /.test(passphrase) ? SIGNING_KEY : passphraseProblem(passphrase)),
});

/** The file beside the ledger that ends in .key is easily taken for it, and the first line of all such files is the same. */
const SIGNING_KEY = {
  zh: '这是签名密钥文件，不是台账口令文件',
  en: 'This is a file with a signing key, not with the passphrase of a ledger',
};

/** The key for a file that is to be encrypted; throws a usage Failure where nobody gave a passphrase. */
export function newKey({ secret }: Pick<Context, 'secret'>, how = HOW): FileKey {
  return secret === undefined ? misuse(NO_PASSPHRASE, how) : keyFrom(secret, newSalt());
}

const NO_PASSPHRASE: Text = { zh: '没有台账口令', en: 'There is no passphrase for the ledger' };
const HOW: Text = {
  zh: '在终端输入，或用 --key-file 或 TIAOCHU_KEY_FILE 写明台账口令文件',
  en: 'Type it on a terminal, or name a file with --key-file or TIAOCHU_KEY_FILE',
};

/** Said of every file that was encrypted. */
export const KEEP_PASSPHRASE: Text = {
  zh: '请把台账口令另外妥善保存：口令遗失，台账及其备份都无法打开',
  en: 'Keep the passphrase in another place as well: without it nobody can open the ledger or its backups',
};
