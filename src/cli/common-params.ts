import { untranslated } from '../kernel/text.ts';
import { choice, flag, option, type Params } from './param.ts';
import { asCount, asReason } from './values.ts';

export const everyone = {
  ledger: option('--ledger <file>', {
    zh: '台账文件（默认 $TIAOCHU_LEDGER，或当前文件夹的 tiaochu.db）',
    en: 'the ledger (default $TIAOCHU_LEDGER, or tiaochu.db in this folder)',
  }),
  keyFile: option('--key-file <file>', {
    zh: '台账口令文件，第一行是加密台账的口令（默认 $TIAOCHU_KEY_FILE；- 为标准输入）',
    en: 'a file whose first line is the passphrase of an encrypted ledger (default $TIAOCHU_KEY_FILE; - for standard input)',
  }),
  lang: choice(
    '--lang <lang>',
    { zh: '语言：中文、英文', en: 'language: zh or en' },
    {
      zh: { zh: '中文', en: 'Chinese' },
      en: { zh: '英文', en: 'English' },
    },
  ),
  format: choice(
    '--format <format>',
    {
      zh: '输出格式：表格、xlsx、docx、html、csv、json、markdown',
      en: 'table, xlsx, docx, html, csv, json or markdown',
    },
    {
      table: { zh: '表格', en: 'table' },
      xlsx: { zh: 'Excel 工作簿', en: 'Excel workbook' },
      docx: { zh: 'Word 文档', en: 'Word document' },
      html: { zh: '网页', en: 'web page' },
      csv: untranslated('CSV'),
      json: untranslated('JSON'),
      markdown: untranslated('Markdown'),
    },
  ),
  output: option('--output <file>', {
    zh: '结果写入文件，格式按文件名结尾：.xlsx .docx .html .csv .json .md .txt',
    en: 'write the result to a file; its ending decides the format: .xlsx .docx .html .csv .json .md .txt',
  }),
  encoding: choice(
    '--encoding <name>',
    {
      zh: 'CSV 的编码：utf-8（默认）、gb18030（老版 WPS、Excel）、utf-16',
      en: 'the encoding of CSV: utf-8 (default), gb18030, utf-16',
    },
    { 'utf-8': untranslated('UTF-8'), gb18030: untranslated('GB18030'), 'utf-16': untranslated('UTF-16') },
  ),
  limit: option(
    '--limit <rows>',
    {
      zh: '表格最多显示的行数（终端不分页时默认 200；0 为全部）',
      en: 'the most rows to show (0 for all; 200 on a terminal without a pager)',
    },
    asCount,
  ),
  quiet: flag('--quiet', { zh: '不显示进度和说明', en: 'show no progress and no remarks' }),
  pager: flag('--no-pager', { zh: '长的结果不分页显示', en: 'do not page a long result' }),
  color: flag('--no-color', { zh: '不用颜色', en: 'no colour' }),
  debug: flag('--debug', { zh: '出错时显示程序内部信息', en: 'show the stack trace of an error' }),
} as const satisfies Params;

export const writers = {
  dryRun: flag('--dry-run', { zh: '试运行（只检查，不写入）', en: 'show what would happen, write nothing' }),
  as: option('--as <operator>', {
    zh: '操作员（默认 $TIAOCHU_OPERATOR，或系统用户名）',
    en: 'operator (default $TIAOCHU_OPERATOR, or the system user)',
  }),
  passphraseFile: option('--passphrase-file <file>', {
    zh: '口令文件，第一行是操作员的口令（默认 $TIAOCHU_PASSPHRASE_FILE；- 为标准输入）',
    en: 'a file whose first line is the operator’s passphrase (default $TIAOCHU_PASSPHRASE_FILE; - for standard input)',
  }),
} as const satisfies Params;

/** The options of commands that say who runs them, though they change nothing: the journal keeps that. */
export const traced = { as: writers.as, passphraseFile: writers.passphraseFile } as const satisfies Params;

/** The option of commands that can ask. */
export const askers = {
  yes: flag('--yes', { zh: '不再询问，直接执行', en: 'do not ask for confirmation' }),
} as const satisfies Params;

/** The option of commands that can show personal data. */
export const revealers = {
  reveal: option(
    '--reveal <reason>',
    {
      zh: '显示完整姓名和电话，须写明理由（记入日志）',
      en: 'show names and phones in full; the reason is kept in the journal',
    },
    asReason,
  ),
  revealSensitive: option(
    '--reveal-sensitive <reason>',
    {
      zh: '同上，并显示涉及健康、不满十四周岁未成年人、家庭暴力的记录',
      en: 'the same, with records about health, children under 14 and violence in a family',
    },
    asReason,
  ),
  ...traced,
} as const satisfies Params;
