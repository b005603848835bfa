import { keysOf } from '../../kernel/keys.ts';
import type { Text } from '../../kernel/text.ts';
import type { Format } from '../../output/style.ts';
import type { Topic } from './topic.ts';

const MEANINGS: Readonly<Record<Format, Text>> = {
  table: { zh: '终端上看的表格（默认）', en: 'tables and pages for the terminal (the default)' },
  xlsx: {
    zh: 'Excel、WPS 工作簿：真正的数字和日期，编号是文本，另有一张说明',
    en: 'a workbook with real numbers and days, codes as text, and a sheet of notes',
  },
  docx: { zh: 'Word 文件：报表、通报、议程', en: 'a Word file: reports, bulletins, agendas' },
  html: { zh: '一个网页文件，可直接打印成 A4', en: 'one web page, ready to be printed on A4' },
  csv: {
    zh: '逗号分隔的文本；中文的带 BOM、可直接用 Excel 打开；--encoding 可改编码',
    en: 'comma-separated text; --encoding names another encoding than UTF-8',
  },
  json: {
    zh: '给程序读：键名固定（见 docs/json.md），金额以分计',
    en: 'for programs: fixed keys (docs/json.md), money in fen',
  },
  markdown: { zh: '可贴进网页、文档的表格', en: 'tables to paste into documents' },
};

export const formats: Topic = {
  name: 'formats',
  zh: '格式',
  title: {
    zh: '格式：用 --format 写明，或由 --output 的文件名结尾决定（.xlsx .docx .html .csv .json .md .txt）',
    en: 'Formats: by --format, or by the ending of --output (.xlsx .docx .html .csv .json .md .txt)',
  },
  entries: keysOf(MEANINGS).map(format => [
    format === 'table' ? { zh: '表格', en: 'table' } : format,
    MEANINGS[format],
  ]),
};
