import { KEEP_PASSPHRASE, newKey, newPassphrase } from '../backups/new-key.ts';
import { command } from '../cli/command.ts';
import { flag, option, required } from '../cli/param.ts';
import { inTransaction } from '../cli/transaction.ts';
import { asBound, asTitle } from '../cli/values.ts';
import { STEPS } from '../desk/setup/steps.ts';
import { ALWAYS, type Day } from '../kernel/day.ts';
import { misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import { changeCampaignStart } from '../ledger/campaign.ts';
import { addLedgerKey } from '../ledger/evidence/ledger-keys.ts';
import { keepKey, newKey as newSigningKey } from '../ledger/evidence/signing.ts';
import { watchRows } from '../ledger/evidence/watch.ts';
import { appendJournal } from '../ledger/journal.ts';
import { beginLedger, demandNone } from '../ledger/open.ts';
import { writeSetting } from '../ledger/settings.ts';
import { insertUnit } from '../units/store.ts';
import { refuseExistingKey } from './log/key.ts';

export const init = command({
  name: 'init',
  zh: '建账',
  summary: { zh: '建立一个旗（县）的新台账', en: 'create a new ledger for one banner or county' },
  example: 'init --county 150722 --name 莫力达瓦达斡尔族自治旗 --ledger 2024.db',
  access: 'file',
  secret: newPassphrase(({ input }) => input.encrypt === true),
  params: {
    county: required(option('--county <code>', { zh: '旗县代码，6 位', en: 'the county’s code, 6 digits' }, asCounty)),
    name: required(option('--name <name>', { zh: '旗县名称', en: 'the county’s name' }, asTitle)),
    campaignFrom: option(
      '--campaign-from <day>',
      {
        zh: '行动的启动日期，此前的会议和季度不作要求',
        en: 'the day from which the campaign runs; nothing before it is required',
      },
      asBound,
    ),
    encrypt: flag('--encrypt', {
      zh: '加密台账，口令从 --key-file 读取或在终端输入',
      en: 'encrypt the ledger with a passphrase, from --key-file or typed on a terminal',
    }),
  },
  run: async (context, { county, name, campaignFrom, encrypt }) => {
    const { path, dryRun, at, operator, stamp } = context;
    demandNone(path);
    refuseExistingKey(path);
    const ledger = beginLedger(path, encrypt && !dryRun ? newKey(context) : null);
    const { db } = ledger;
    const signing = newSigningKey();
    try {
      await inTransaction(db, 'write', () => {
        watchRows(db);
        addLedgerKey(db, signing.public);
        writeSetting(db, 'county', county);
        insertUnit(db, { code: county, name, level: 'banner', parent_id: null, ...ALWAYS }, undefined);
        if (campaignFrom !== undefined) changeCampaignStart(db, undefined, campaignFrom, stamp());
        appendJournal(db, { at, operator, command: 'init', records: [county], counts: {} });
      });
      if (!dryRun) {
        ledger.keep();
        // A ledger whose key was not written yet gets one from `log key`; a key without a ledger would be in the way.
        keepKey(path, signing);
      }
    } finally {
      ledger.close();
    }
    return {
      view: lines(
        { ledger: path, county, name, encrypted: encrypt },
        { zh: `已建立台账 ${path}：${name}（${county}）`, en: `Created the ledger ${path} for ${name} (${county})` },
        ...(encrypt ? [ENCRYPTED, KEEP_PASSPHRASE] : []),
        ...(campaignFrom === undefined ? [] : [campaignNote(campaignFrom)]),
        ...NEXT,
      ),
    };
  },
});

const ENCRYPTED: Text = { zh: '台账已加密', en: 'The ledger is encrypted' };

function campaignNote(from: Day): Text {
  return {
    zh: `行动自 ${from} 启动，此前的会议和季度不作要求`,
    en: `The campaign starts on ${from}: no meeting or quarter before it is required`,
  };
}

const IN_ORDER = Object.values(STEPS).map(({ words, name }) => ({ command: `tiaochu ${words.join(' ')}`, name }));

const NEXT: readonly Text[] = [
  {
    zh: `下一步，依次登记：${IN_ORDER.map(({ command, name }) => `${name.zh} ${command}`).join('、')}；在终端里只输入 tiaochu，会按顺序带着填`,
    en: `Next, in this order: ${IN_ORDER.map(({ command, name }) => `${name.en} (${command})`).join(', ')}; tiaochu alone on a terminal leads through them`,
  },
  {
    zh: '已有表格的放进一个文件夹，用 tiaochu import 文件夹 一次导入（空表用 tiaochu unit template 等命令）',
    en: 'Tables in a folder are imported at once with tiaochu import FOLDER (tiaochu unit template and the like print empty ones)',
  },
  {
    zh: '新增的记录默认从今天起生效，以后不能改早：要补录以前的走访，新增时用 --on 写更早的日期',
    en: 'What is added holds from today on and cannot be made earlier later: for earlier visits, name an earlier day with --on',
  },
];

function asCounty(text: string): string {
  return /^\d{6}$/.test(text)
    ? text
    : misuse({
        zh: `「${text}」不是 6 位数字的旗（县）代码（GB/T 2260），如 150722`,
        en: `"${text}" is not a county code: 6 digits (GB/T 2260), such as 150722`,
      });
}
