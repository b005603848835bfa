import { existsSync } from 'node:fs';
import { command } from '../../cli/command.ts';
import { refuse } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { addLedgerKey } from '../../ledger/evidence/ledger-keys.ts';
import { keepKey, keyFile, newKey } from '../../ledger/evidence/signing.ts';

export const makeKey = command({
  name: 'key',
  zh: '密钥',
  summary: {
    zh: '为没有签名密钥（或已遗失）的台账生成密钥，记入日志',
    en: 'make a signing key for a ledger that has none, or whose key is lost; the journal records it',
  },
  example: 'log key',
  access: 'write',
  params: {},
  run: ({ db, path, dryRun }) => {
    const file = keyFile(path);
    refuseExistingKey(path);
    const key = newKey();
    addLedgerKey(db, key.public);
    return {
      view: lines(
        { key_file: file },
        {
          zh: `已生成密钥 ${file}，只有本人可读`,
          en: `Made the key ${file}, readable by its owner only`,
        },
      ),
      afterCommit: () => {
        if (!dryRun) keepKey(path, key);
      },
    };
  },
});

/** A key that is there may be the only copy. */
export function refuseExistingKey(ledger: string): void {
  const file = keyFile(ledger);
  if (!existsSync(file)) return;
  refuse(
    { zh: `${file} 已存在，不会覆盖`, en: `${file} already exists and is not overwritten` },
    {
      zh: '这是另一个台账或以前的密钥：请先移到别处保存',
      en: 'It is the key of another or an earlier ledger: move it elsewhere first',
    },
  );
}
