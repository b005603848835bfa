import type { Context } from '../cli/command.ts';
import type { Secret } from '../cli/secret.ts';
import { keyFileIn } from '../cli/unlocking.ts';
import { misuse, type Refusal } from '../kernel/failure.ts';
import { passphraseProblem } from '../kernel/passphrase-rules.ts';
import type { Text } from '../kernel/text.ts';
import { type FileKey, keyFrom, newSalt } from '../ledger/encryption/page-rules.ts';

const usualFile: Secret['fileIn'] = ({ input, env }) => keyFileIn(input, env);

/** The new passphrase of a file that a command encrypts. */
export const newPassphrase = (isWanted: Secret['isWanted'], fileIn: Secret['fileIn'] = usualFile): Secret => ({
  fileIn: place => (isWanted(place) ? fileIn(place) : undefined),
  question: { zh: '新的台账口令（至少 8 个字符）', en: 'New passphrase of the ledger (at least 8 characters)' },
  isWanted,
  problem: passphrase => {
    if (/^-----BEGIN /.test(passphrase)) return SIGNING_KEY;
    return passphrase.includes('\uFFFD') ? NOT_UTF8 : passphraseProblem(passphrase);
  },
});

/** Where the letters of a file cannot be told, a passphrase that is typed would be another one. */
const NOT_UTF8: Refusal = {
  zh: '口令文件的编码不是 UTF-8',
  en: 'The passphrase file is not in UTF-8',
  hint: { zh: '请把口令文件另存为 UTF-8 编码', en: 'Save it in UTF-8' },
};

/** The file beside the ledger that ends in .key is easily taken for it, and the first line of all such files is the same. */
const SIGNING_KEY: Refusal = {
  zh: '这是签名密钥文件，不是台账口令文件',
  en: 'This is a file with a signing key, not with the passphrase of a ledger',
  hint: {
    zh: '请另写一个文本文件，第一行是口令',
    en: 'Name a text file whose first line is the passphrase',
  },
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
