import { codeField, digitsField, type Field, NO_DAY, optionalText, plain } from '../intake/field.ts';
import type { Sheet } from '../intake/sheet.ts';
import { LONGEST, tooLong } from '../kernel/length.ts';
import { type Noun, type Text, untranslated } from '../kernel/text.ts';

/** How a visit went; only home visits count for coverage (domain A13 and reading 4). */
export const MODES = {
  home: { zh: '入户', en: 'home' },
  phone: { zh: '电话', en: 'phone' },
  absent: { zh: '无人', en: 'absent' },
} as const satisfies Record<string, Text>;

export type Mode = keyof typeof MODES;
export const MODE_LIST = ['home', 'phone', 'absent'] as const satisfies readonly Mode[];

/** A row of a visits file, every cell still as written. */
export interface VisitRow {
  readonly visited_on: string;
  readonly household_code: string;
  readonly cadre_a: string;
  readonly cadre_b: string;
  readonly domains: string;
  readonly mode?: string | undefined;
  readonly substitute?: string | undefined;
  readonly diary?: string | undefined;
  readonly diary_by?: string | undefined;
}

export const VISIT_TITLE: Noun = { zh: '走访', en: 'visits', one: 'visit', list: 'visit list' };

/** The columns of a visits file. Cells are judged by `visitJudge`, which knows the ledger; here they are only named. */
export const visitSheet: Sheet<VisitRow> = {
  visited_on: written('visited_on', '走访日期', untranslated('2023-05-03')),
  household_code: digitsField(['household_code', '户编号', 'household code'], [18], '150722100200010001'),
  cadre_a: codeField(['cadre_a', '走访人一', 'first visitor'], '150722100200-C01'),
  cadre_b: codeField(['cadre_b', '走访人二', 'second visitor'], '150722100200-C02'),
  domains: written('domains', '工作领域', { zh: '矛盾调处；政策宣传', en: 'mediation;publicity' }),
  mode: optionalText(['mode', '方式', 'mode (home, phone, absent)'], { zh: '入户', en: 'home' }),
  substitute: optionalText(['substitute', '代访', 'stand-in (yes, no)'], { zh: '否', en: 'no' }),
  diary: optionalText(['diary', '民情日记', 'diary'], '了解春耕准备情况,宣传惠农政策'),
  diary_by: optionalText(['diary_by', '记录人', 'diary writer'], '150722100200-C01'),
};

function written(key: string, zh: string, example: Text): Field<string> {
  return { key, title: { zh, en: key.replace('_', ' ') }, optional: false, example, read: plain };
}

/** What is wrong with a visit, in the words that the summary counts. */
export const WRONG = {
  empty: { zh: '不能为空', en: 'must not be empty' },
  day: NO_DAY,
  future: { zh: '在今天之后', en: 'is after today' },
  household: { zh: '没有这一户', en: 'is not a known household' },
  inactive: { zh: '这一户当天不在册', en: 'is not active on that day' },
  cadre: { zh: '没有这名干部', en: 'is not a known cadre' },
  sameCadre: { zh: '两名走访人是同一人', en: 'is the first visitor again' },
  pair: { zh: '两名走访人当天不是登记的结对', en: 'is not in a registered pair with the first visitor on that day' },
  assigned: {
    zh: '当天不是由这个结对包的户（代他人走访时，代访列写「是」）',
    en: 'was not assigned to this pair on that day (write substitute = yes for a stand-in visit)',
  },
  domain: { zh: '不在工作领域目录中（用 domain list 查看）', en: 'names no task domain in force (see domain list)' },
  noDomain: { zh: '至少要写一个', en: 'needs at least one task domain' },
  mode: { zh: '应为 入户、电话、无人 之一', en: 'must be home, phone or absent' },
  substitute: { zh: '应为 是 或 否', en: 'must be yes or no' },
  diaryBy: { zh: '不是两名走访人之一', en: 'is neither of the two visitors' },
  longDiary: tooLong(LONGEST.text),
  conflictInFile: {
    zh: '与本文件前面同日、同户、同两人、同方式的一行内容不同',
    en: 'is the day of an earlier row of this file with the same household, pair and mode but other contents',
  },
  conflict: {
    zh: '同日、同户、同两人、同方式的走访已有记录，但内容不同（更正用 visit correct）',
    en: 'is the day of a visit in the ledger with the same household, pair and mode but other contents (visit correct mends it)',
  },
} as const satisfies Record<string, Text>;
