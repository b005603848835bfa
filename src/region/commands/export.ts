import { dirname } from 'node:path';
import { type Context, command, type Outcome } from '../../cli/command.ts';
import { argument, option } from '../../cli/param.ts';
import { checkTargets, unwritable } from '../../cli/targets.ts';
import { writeFile } from '../../disk/file.ts';
import { discarded } from '../../disk/unfinished.ts';
import { keyMark, officeKey } from '../../exchange/office-key.ts';
import { packed, piecesAfter } from '../../exchange/record-file-store.ts';
import { sealedFor } from '../../exchange/sealing.ts';
import { headOf } from '../../exchange/signed-file.ts';
import { counted } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import { FACTS_FILE, type FactsHeader } from '../carrying/facts-file.ts';
import { factsFile } from '../carrying/facts-store.ts';
import { asRecipient } from '../carrying/identity-file.ts';
import { FACTS_VERSION } from '../database/fact-columns.ts';
import { entriesOf } from '../loading/journal-store.ts';
import { stateIn } from '../loading/ledger-source.ts';

export const exportCommand = command({
  name: 'export',
  zh: '导出',
  summary: {
    zh: '旗县没有网络时：把报表所计的数据导出为一个签名的文件，交给盟市或全区装载，不含个人信息',
    en: 'for a county without a network: write what reports count into one signed file for the region to load, without personal data',
  },
  example: 'region export 150722.facts',
  access: 'read',
  makesFile: true,
  params: {
    target: argument('<new>', { zh: '写入的文件', en: 'the file to write' }),
    recipient: option(
      '--recipient <key>',
      {
        zh: '只有这个公钥的持有人能打开（由 age-keygen 生成，以 age1 开头）',
        en: 'so that only the holder of this public key can open it (from age-keygen, beginning with age1)',
      },
      asRecipient,
    ),
  },
  run: (context, { target, recipient }) => exportTo(context, target, recipient),
});

async function exportTo(context: Context, target: string, recipient: string | undefined): Promise<Outcome> {
  const { db, path, today, at } = context;
  checkTargets([target], path, []);
  const key = officeKey(db, path);
  const { rows: rowsOf, ...state } = stateIn(db, today);
  const { rows, ...file } = factsFile({ entries: entriesOf(db), rows: rowsOf });
  try {
    const load = await packed(file, dirname(target), recipient ? sealedFor(recipient) : pieces => pieces);
    const { path: payload, ...described } = load;
    const signed = { ...state, signer: key.public, facts: FACTS_VERSION, rows, made_at: at };
    const header: FactsHeader = { ...signed, encrypted: recipient !== undefined, ...described };
    try {
      writeFile(target, piecesAfter(headOf(FACTS_FILE, header, key.sign), payload));
    } finally {
      discarded(payload);
    }
    return { view: exported(header, target) };
  } catch (error) {
    throw unwritable(error, target);
  }
}

function exported(header: FactsHeader, file: string) {
  const { county, name, rows, entry, signer } = header;
  return lines(
    { file, county, rows, entry, key_mark: keyMark(signer) },
    {
      zh: `已导出${name}的数据：${file}，${rows} 行，到日志第 ${entry} 条`,
      en: `Exported ${name}: ${file}, ${counted(rows, 'row')}, up to entry ${entry} of the journal`,
    },
    {
      zh: `其中没有个人信息；密钥校验码 ${keyMark(signer)}，第一次交出时请打电话告知`,
      en: `It has no personal data; the mark of the key is ${keyMark(signer)}, to be told by telephone with the first file`,
    },
    header.encrypted
      ? { zh: '已加密，只有收件人能打开', en: 'It is encrypted: only the recipient can open it' }
      : { zh: '没有加密；加密用 --recipient', en: 'It is not encrypted; --recipient encrypts it' },
  );
}
