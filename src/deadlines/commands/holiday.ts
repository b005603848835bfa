import { type Command, command } from '../../cli/command.ts';
import { option } from '../../cli/param.ts';
import { misuse } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { column } from '../../kernel/view.ts';
import { importCommand, templateCommand } from '../../register/import-command.ts';
import { DAY_KINDS, HOLIDAY_TITLE, holidaySheet } from '../holiday.ts';
import { holidayRegister } from '../holiday-register.ts';
import { holidayRows } from '../store.ts';

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出放假和调休上班的日子', en: 'list free days and weekend days that are worked' },
  example: 'holiday list --year 2026',
  access: 'read',
  params: { year: option('--year <year>', { zh: '只看一年', en: 'one year only' }, asYear) },
  run: ({ db }, input) => {
    const rows = holidayRows(db).filter(row => !input.year || row.day.startsWith(`${input.year}-`));
    return {
      view: {
        shape: 'table',
        columns: [
          column('day', '日期', 'Day', 'day'),
          column('kind', '安排', 'Kind'),
          column('name', '节日', 'Festival'),
        ],
        rows: rows.map(row => ({ day: row.day, kind: DAY_KINDS[row.kind], name: row.name })),
        notes: [input.year !== undefined && rows.length === 0 ? notAnnounced(input.year) : ANNOUNCED],
      },
    };
  },
});

const ANNOUNCED: Text = {
  zh: '按国务院办公厅每年的放假通知；没有列出的星期六、星期日休息',
  en: 'As announced each year by the General Office of the State Council; other Saturdays and Sundays are free.',
};

const notAnnounced = (year: string): Text => ({
  zh: `台账里还没有 ${year} 年的放假通知，工作日无从计算；有通知后用 tiaochu holiday import 导入`,
  en: `The ledger has no announcement for ${year}, so nobody can count its working days: tiaochu holiday import, once it is out`,
});

function asYear(text: string): string {
  if (!/^\d{4}$/.test(text))
    misuse({ zh: `「${text}」不是年份，应写成 2027`, en: `"${text}" is not a year; write it like 2027` });
  return text;
}

export const holidayCommands: readonly Command[] = [
  list,
  importCommand(holidayRegister, 'holiday import 节假日2027.csv'),
  templateCommand('holiday', HOLIDAY_TITLE, holidaySheet),
];
