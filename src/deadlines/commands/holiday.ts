import { type Command, command } from '../../cli/command.ts';
import { option } from '../../cli/param.ts';
import { asYear } from '../../cli/values.ts';
import type { Text } from '../../kernel/text.ts';
import { column } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { templateCommand } from '../../register/register-commands.ts';
import { simpleRows } from '../../register/simple-store.ts';
import { DAY_KINDS, holidayRecord } from '../holiday-record.ts';
import { missingFestivals } from '../statutory-festivals.ts';
import { listedDays } from '../store.ts';
import { holidayImport } from './holiday-import.ts';

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出放假和调休上班的日子', en: 'list days off and weekend days that are worked' },
  example: 'holiday list --year 2026',
  access: 'read',
  params: { year: option('--year <year>', { zh: '只看一年', en: 'one year only' }, asYear) },
  run: ({ db }, input) => {
    const days = simpleRows(db, holidayRecord);
    const rows = days.filter(({ day }) => input.year === undefined || day.startsWith(`${input.year}-`));
    return {
      view: {
        shape: 'table',
        columns: [
          column('day', '日期', 'Day', 'day'),
          column('kind', '安排', 'Kind', 'word'),
          column('name', '节日', 'Festival'),
        ],
        rows: rows.map(({ day, kind, name }) => ({ day, kind: DAY_KINDS[kind], name })),
        notes: [(input.year !== undefined && openYear(db, input.year, rows.length)) || ANNOUNCED],
      },
    };
  },
});

const ANNOUNCED: Text = {
  zh: '按国务院办公厅每年的放假通知；未列出的星期六、星期日休息',
  en: 'As announced each year by the General Office of the State Council; other Saturdays and Sundays are free.',
};

/** What a year lacks whose working days cannot be counted yet. */
function openYear(db: Db, year: string, listed: number): Text | undefined {
  if (listed === 0) return notAnnounced(year);
  const missing = missingFestivals(Number(year), listedDays(db)).map(({ name }) => name);
  if (missing.length === 0) return undefined;
  return {
    zh: `${year} 年放假安排不全，缺少${missing.map(({ zh }) => zh).join('、')}，无法计算工作日；请用 tiaochu holiday import 补全`,
    en: `The days off of ${year} are not complete (${missing.map(({ en }) => en).join(', ')}), so its working days cannot be counted: complete them with tiaochu holiday import`,
  };
}

const notAnnounced = (year: string): Text => ({
  zh: `${year} 年放假安排尚未导入，无法计算工作日；放假通知发布后用 tiaochu holiday import 导入`,
  en: `The days off of ${year} are not imported yet, so its working days cannot be counted: use tiaochu holiday import once they are announced`,
});

export const holidayCommands: readonly Command[] = [
  list,
  holidayImport,
  templateCommand('holiday', holidayRecord.title, holidayRecord.sheet),
];
