import type { Source } from '../cli/source.ts';
import { decoded } from '../intake/decode.ts';
import { Failure } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { DAY_KINDS } from './holiday-record.ts';
import { type Notice, readNotice } from './notice-text.ts';

/** The notice in a file. Throws a rejected Failure that names what cannot be read in it. */
export function noticeIn(source: Source, encoding?: 'utf-8' | 'gb18030'): Notice {
  const { name } = source;
  const notice = readNotice(decoded(source.bytes(), name, encoding));
  if (notice === undefined || notice.days.length === 0)
    throw new Failure(
      'rejected',
      {
        zh: `${name}：不是国务院办公厅的节假日安排通知：没有读出年份或放假日期`,
        en: `${name} is not a notice of the year’s holidays: no year or no free day was found`,
      },
      {
        zh: '请保存通知全文（含标题「关于…年部分节假日安排的通知」）再读',
        en: 'Save the whole text of the notice with its title, 国务院办公厅关于…年部分节假日安排的通知',
      },
    );
  if (notice.problems.length > 0)
    throw new Failure(
      'rejected',
      {
        zh: `${name}：有 ${notice.problems.length} 处读不通，未写入任何数据`,
        en: `${name}: ${counted(notice.problems.length, 'place does', 'places do')} not agree; nothing was imported`,
      },
      {
        zh: '请与通知原文核对，或改用 CSV 文件：tiaochu holiday template',
        en: 'Compare it with the notice as published, or write a CSV file: tiaochu holiday template',
      },
      notice.problems,
    );
  return notice;
}

/** The days of a notice as the file that an office would write. */
export function noticeAsSheet(source: Source, notice: Notice): Source {
  const rows = notice.days.map(({ day, isWorked, name }) => `${day},${isWorked ? 'worked' : 'free'},${name}`);
  const bytes = Buffer.from(`day,kind,name\n${rows.join('\n')}\n`);
  return { path: undefined, name: source.name, size: bytes.length, bytes: () => bytes };
}

/** The days that were read, a line each, to be compared with the notice. */
export function noticeLines({ year, days }: Notice): Text[] {
  const free = days.filter(({ isWorked }) => !isWorked).length;
  return [
    {
      zh: `读出 ${year} 年放假 ${free} 天、调休上班 ${days.length - free} 天：`,
      en: `${counted(free, 'free day')} and ${counted(days.length - free, 'worked weekend day')} of ${year} were read:`,
    },
    ...days.map(({ day, isWorked, name }) => {
      const { zh, en } = DAY_KINDS[isWorked ? 'worked' : 'free'];
      return { zh: `  ${day} ${zh} ${name}`, en: `  ${day} ${en} ${name}` };
    }),
  ];
}
