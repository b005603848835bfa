import { misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { Format } from '../output/style.ts';
import type { World } from './world.ts';

/** The formats that the ending of a file's name means; the first of those with several is what it means by itself. */
const ENDINGS: Readonly<Record<string, readonly [Format, ...Format[]]>> = {
  xlsx: ['xlsx'],
  docx: ['docx'],
  html: ['html'],
  htm: ['html'],
  csv: ['csv'],
  json: ['json'],
  md: ['markdown'],
  markdown: ['markdown'],
  // Any text can be in a text file.
  txt: ['table', 'csv', 'json', 'markdown'],
};

/** Files of other programs, which nothing that is written here would be. */
const FOREIGN: Readonly<Record<string, Text>> = {
  ...sameHint(['xls', 'xlsm', 'xlsb', 'et', 'ods', 'numbers'], {
    zh: '电子表格用 .xlsx，Excel 和 WPS 都能打开',
    en: 'A spreadsheet is written as .xlsx, which Excel and WPS open',
  }),
  ...sameHint(['doc', 'wps', 'odt', 'rtf', 'pages'], {
    zh: '文档用 .docx，Word 和 WPS 文字都能打开',
    en: 'A document is written as .docx, which Word and WPS open',
  }),
  ...sameHint(['pdf', 'ofd'], {
    zh: '请写成 .html，用浏览器打开后打印成 PDF',
    en: 'Write it as .html and print that to PDF in a browser',
  }),
  ...sameHint(['png', 'jpg', 'jpeg', 'svg', 'ppt', 'pptx', 'zip', 'gz'], {
    zh: '可用的结尾：.xlsx、.docx、.html、.csv、.json、.md、.txt',
    en: 'Use .xlsx, .docx, .html, .csv, .json, .md or .txt',
  }),
};

function sameHint(endings: readonly string[], hint: Text): Record<string, Text> {
  return Object.fromEntries(endings.map(ending => [ending, hint]));
}

/** What was asked for of the form of a result. */
export interface FormatWish {
  readonly format?: Format | undefined;
  readonly output?: string | undefined;
}

/**
 * The format of a result: what `--format` says, else what the file's name ends in; undefined where neither says anything.
 * A name that promises another kind of file is refused (exit 2), since nobody could open it.
 */
export function wishedFormat({ format, output }: FormatWish): Format | undefined {
  const ending = output === undefined ? '' : endingOf(output);
  if (ending === '') return format;
  const meant = ENDINGS[ending];
  if (meant) {
    if (format !== undefined && !meant.includes(format)) refuseContradiction(ending, format);
    return format ?? meant[0];
  }
  const hint = FOREIGN[ending];
  if (hint) misuse({ zh: `不能写成 .${ending} 文件`, en: `A .${ending} file cannot be written` }, hint);
  if (format === undefined)
    misuse(
      { zh: `不明白文件名结尾 .${ending} 是什么格式`, en: `The ending .${ending} means no format` },
      {
        zh: '可用的结尾：.xlsx、.docx、.html、.csv、.json、.md、.txt；其他结尾须用 --format 说明格式',
        en: 'Use .xlsx, .docx, .html, .csv, .json, .md or .txt; with another ending, say the format with --format',
      },
    );
  return format;
}

function refuseContradiction(ending: string, format: Format): never {
  misuse(
    {
      zh: `文件名以 .${ending} 结尾，--format 却是 ${format}`,
      en: `The file’s name ends in .${ending}, but --format is ${format}`,
    },
    {
      zh: '文件名的结尾已经决定格式：去掉 --format，或改文件名',
      en: 'The ending of the name decides the format: leave --format out, or change the name',
    },
  );
}

/** What comes after the last point of a file's name, in small letters; empty where it has none. */
function endingOf(path: string): string {
  const [, ending = ''] = /[^/\\]\.([^./\\]*)$/.exec(path) ?? [];
  return ending.normalize('NFKC').trim().toLowerCase();
}

const BINARY = {
  xlsx: { zh: '工作簿不能显示在终端上', en: 'A workbook cannot be shown on a terminal' },
  docx: { zh: 'Word 文档不能显示在终端上', en: 'A Word document cannot be shown on a terminal' },
} as const;

/** Refuses a wish that cannot be granted before anything is done: a contradiction, or a workbook or a document on a terminal. */
export function checkFormat(wish: FormatWish, { stdout }: World): void {
  const format = wishedFormat(wish);
  const isShown = wish.output === undefined || wish.output === '-';
  if (!isShown || !stdout.isTTY) return;
  if (format === 'xlsx' || format === 'docx')
    misuse(BINARY[format], {
      zh: `用 --output 文件.${format} 写入文件`,
      en: `Write it to a file with --output FILE.${format}`,
    });
}
