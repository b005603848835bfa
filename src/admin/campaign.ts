import { type Command, command } from '../cli/command.ts';
import { option, required } from '../cli/param.ts';
import { reasonParam } from '../cli/places.ts';
import { asBound } from '../cli/values.ts';
import { refuse } from '../kernel/failure.ts';
import { column, lines } from '../kernel/view.ts';
import { campaignKind, campaignStart, changeCampaignStart } from '../ledger/campaign.ts';
import { historyTable } from '../register/history-command.ts';

const TITLE = { zh: '启动日期', en: 'Start' } as const;

const show = command({
  name: 'show',
  zh: '查看',
  summary: { zh: '行动的启动日期和修改历史', en: 'the day on which the campaign starts, and its changes' },
  example: 'campaign show',
  access: 'read',
  params: {},
  run: ({ db, reveal }) => {
    const start = campaignStart(db);
    return {
      view: {
        shape: 'card',
        title: { zh: '千百万行动', en: 'Campaign' },
        columns: [column('from_on', TITLE.zh, TITLE.en, 'day'), column('meaning', '说明', 'Meaning')],
        row: { from_on: start ?? null, meaning: start ? COUNTED : NOT_SET },
        tables: [historyTable(db, campaignKind.noun, 1, { titles: { from_on: TITLE } }, reveal)],
      },
    };
  },
});

const COUNTED = {
  zh: '在这一天之前结束的半月、月、季度不计应开未开，也不计入年度得分',
  en: 'no meeting is missed in half months, months and quarters that ended before that day, and they give no points',
};
const NOT_SET = {
  zh: '尚未设定，所有时间都计入；设定用 tiaochu campaign change --from 日期',
  en: 'not set: all times count; set it with tiaochu campaign change --from DAY',
};

const change = command({
  name: 'change',
  zh: '修改',
  summary: {
    zh: '设定或修改行动的启动日期，原值保留在历史中',
    en: 'set or change the day on which the campaign starts',
  },
  example: 'campaign change --from 2023-06-01 --reason 按旗委通知',
  access: 'write',
  params: {
    from: required(option('--from <day>', { zh: '启动日期', en: 'the first day of the campaign' }, asBound)),
    reason: reasonParam,
  },
  run: ({ db, stamp, today }, { from, reason }) => {
    const before = campaignStart(db);
    if (before === from)
      refuse({ zh: `启动日期已是 ${from}，未作修改`, en: `The campaign already starts on ${from}; nothing changed` });
    changeCampaignStart(db, before, from, stamp(today, reason));
    return {
      view: lines(
        { from_on: from },
        { zh: `行动自 ${from} 启动：${COUNTED.zh}`, en: `The campaign starts on ${from}: ${COUNTED.en}` },
      ),
      records: [from],
    };
  },
});

export const campaignCommands: readonly Command[] = [show, change];
