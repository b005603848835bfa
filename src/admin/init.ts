import { command } from '../cli/command.ts';
import { option, required } from '../cli/param.ts';
import { inTransaction } from '../cli/transaction.ts';
import { asBound, asTitle } from '../cli/values.ts';
import { ALWAYS, type Day } from '../kernel/day.ts';
import { misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import { changeCampaignStart } from '../ledger/campaign.ts';
import { appendJournal } from '../ledger/journal.ts';
import { createLedger, removeLedger } from '../ledger/open.ts';
import { writeSetting } from '../ledger/settings.ts';
import { insertUnit } from '../units/store.ts';

export const init = command({
  name: 'init',
  zh: '建账',
  summary: { zh: '建立一个旗（县）的新台账', en: 'create a new ledger for one banner or county' },
  example: 'init --county 150722 --name 莫力达瓦达斡尔族自治旗 --ledger 2024.db',
  access: 'file',
  params: {
    county: required(
      option('--county <code>', { zh: '旗（县）代码，6 位', en: 'the county’s code, 6 digits' }, asCounty),
    ),
    name: required(option('--name <name>', { zh: '旗（县）名称', en: 'the county’s name' }, asTitle)),
    campaignFrom: option(
      '--campaign-from <day>',
      {
        zh: '行动的启动日期，此前的会议和季度不作要求',
        en: 'the day from which the campaign runs; nothing before it is required',
      },
      asBound,
    ),
  },
  run: async (context, { county, name, campaignFrom }) => {
    const { path, dryRun, at, operator, stamp } = context;
    const db = createLedger(path);
    try {
      await inTransaction(db, 'write', () => {
        writeSetting(db, 'county', county);
        insertUnit(db, { code: county, name, level: 'banner', parent_id: null, ...ALWAYS }, undefined);
        if (campaignFrom !== undefined) changeCampaignStart(db, undefined, campaignFrom, stamp());
        appendJournal(db, { at, operator, command: 'init', records: [county], counts: {} });
      });
    } catch (error) {
      db.close();
      removeLedger(path);
      throw error;
    }
    db.close();
    if (dryRun) removeLedger(path);
    return {
      view: lines(
        { ledger: path, county, name },
        { zh: `已建立台账 ${path}：${name}（${county}）`, en: `Created the ledger ${path} for ${name} (${county})` },
        ...(campaignFrom === undefined ? [] : [campaignNote(campaignFrom)]),
        NEXT,
      ),
    };
  },
});

function campaignNote(from: Day): Text {
  return {
    zh: `行动自 ${from} 启动，此前的会议和季度不作要求`,
    en: `The campaign starts on ${from}: no meeting or quarter before it is required`,
  };
}

const NEXT: Text = {
  zh: '下一步：tiaochu unit import 机构.csv（模板用 tiaochu unit template）',
  en: 'Next: tiaochu unit import units.csv (tiaochu unit template prints the columns)',
};

function asCounty(text: string): string {
  return /^\d{6}$/.test(text)
    ? text
    : misuse({
        zh: `「${text}」不是 6 位数字的旗（县）代码（GB/T 2260），如 150722`,
        en: `"${text}" is not a county code: 6 digits (GB/T 2260), such as 150722`,
      });
}
