import { Failure } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';

const HOW: Text = {
  zh: '在终端输入，或在脚本中用 --key-file 或 TIAOCHU_KEY_FILE 写明台账口令文件',
  en: 'Type it on a terminal, or name a file with --key-file or TIAOCHU_KEY_FILE in a script',
};

/** An encrypted file for which nobody gave a passphrase. */
export const locked = (path: string) =>
  new Failure(
    'ledger',
    { zh: `${path} 已加密，需要台账口令`, en: `${path} is encrypted and needs its passphrase` },
    HOW,
  );

/** Nobody can say whether the passphrase is another or the first bytes of the file were changed. */
export const wrongPassphrase = (path: string) =>
  new Failure(
    'ledger',
    { zh: `台账口令不对，无法打开 ${path}`, en: `That is not the passphrase of ${path}` },
    {
      zh: '请核对口令（大小写、空格）；确实无误的，文件开头可能已损坏，请恢复备份；口令遗失则无法打开',
      en: 'Check it (capitals, spaces); if it is right, the beginning of the file may be damaged: restore a backup. Without its passphrase nobody can open it',
    },
  );
