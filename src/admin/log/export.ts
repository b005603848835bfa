import { command } from '../../cli/command.ts';
import { flag } from '../../cli/param.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import { timeIn } from '../../kernel/zone.ts';
import { headOf } from '../../ledger/evidence/head.ts';
import { ledgerKeys } from '../../ledger/evidence/ledger-keys.ts';
import { isKeyOpen, keyFile, openKeyText, signingKey } from '../../ledger/evidence/signing.ts';
import { readSetting } from '../../ledger/settings.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { KIND, signedText } from './signed-head.ts';

export const exportHead = command({
  name: 'export',
  zh: '导出',
  summary: {
    zh: '导出日志末条的校验值，另行保存，以后可核验台账有无改动',
    en: 'export the hash of the last journal entry, to be kept elsewhere: log verify compares the ledger with it',
  },
  example: 'log export',
  access: 'read',
  params: {
    sign: flag('--sign', { zh: '用台账旁的密钥签名', en: 'sign it with the key beside the ledger' }),
  },
  run: ({ db, path, zone, remark }, { sign }) => {
    const head = headOf(db);
    if (!head) throw new Failure('refused', { zh: '日志中尚无记录', en: 'The journal has no entry yet' });
    const at = timeIn(zone, head.at);
    const key = sign ? demandKey(db, path) : undefined;
    if (key && isKeyOpen(path)) remark(openKeyText(path));
    const statement = {
      kind: KIND,
      county: readSetting(db, 'county') ?? '',
      ...head,
      key: key?.public ?? null,
    } as const;
    const signature = key?.sign(signedText(statement)) ?? null;
    return {
      view: lines(
        { ...statement, signature },
        {
          zh: `日志第 ${head.entry} 条（${at}）：${head.hash}`,
          en: `Journal entry ${head.entry} (${at}): ${head.hash}`,
        },
        signature === null
          ? { zh: '未签名：签名用 --sign', en: 'Not signed: --sign signs it' }
          : { zh: `签名：${signature}`, en: `Signature: ${signature}` },
        KEEP,
      ),
    };
  },
});

const KEEP: Text = {
  zh: '请用 --output 文件.json 写成文件，存到其他人无法修改的地方（如上级单位、光盘）；核对用 tiaochu log verify',
  en: 'Write it to a file with --output FILE.json and keep it where nobody here can change it (another office, a disc); tiaochu log verify compares',
};

/** The key beside the ledger, which must be the one that the ledger knows. */
function demandKey(db: Db, path: string) {
  const file = keyFile(path);
  const key = readKey(path);
  if (!key)
    throw new Failure(
      'not-found',
      { zh: `台账旁没有签名密钥（${file}）`, en: `There is no signing key beside the ledger (${file})` },
      {
        zh: '密钥移到别处的，请放回原处；没有密钥的，用 tiaochu log key 生成（记入日志）',
        en: 'Put it back if it was moved; tiaochu log key makes a new one, which the journal records',
      },
    );
  if (ledgerKeys(db).at(-1) === key.public) return key;
  throw new Failure(
    'refused',
    { zh: `${file} 不是本台账的密钥`, en: `${file} is not the key of this ledger` },
    {
      zh: '请放回本台账的密钥；确已遗失的，移开这个文件后用 tiaochu log key 重新生成（记入日志）',
      en: 'Put the ledger’s own key in its place; if it is lost, move this file away and make a new one with tiaochu log key, which the journal records',
    },
  );
}

function readKey(path: string) {
  try {
    return signingKey(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const file = keyFile(path);
    throw new Failure(
      'refused',
      { zh: `${file} 中没有可用的密钥`, en: `${file} holds no usable key` },
      {
        zh: '请放回本台账的密钥；确已遗失的，移开这个文件后用 tiaochu log key 重新生成（记入日志）',
        en: 'Put the ledger’s own key in its place; if it is lost, move this file away and make a new one with tiaochu log key, which the journal records',
      },
    );
  }
}
