import {
  BadValue,
  codeField,
  dayField,
  digitsField,
  field,
  listField,
  optionalField,
  optionalText,
  plain,
  spanFields,
  textField,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { LONGEST } from '../kernel/length.ts';
import { type Noun, wordList } from '../kernel/text.ts';

/** Villages have rules, communities compacts. */
export const RULE_KINDS = wordList({
  rule: { zh: '村规民约', en: 'village rules' },
  compact: { zh: '居民公约', en: 'residents’ compact' },
});

export type RuleKind = keyof typeof RULE_KINDS;

export const VILLAGE_RULE_TITLE: Noun = {
  zh: '村规',
  en: 'village rules and residents’ compacts',
  one: 'village rule',
  list: 'village-rule list',
};

export const villageRuleSheet = {
  code: codeField(['code', '村规编号', 'rule code'], '150722100200-G1'),
  unit_code: digitsField(['unit_code', '村代码', 'unit code'], [12], '150722100200'),
  kind: listField(['kind', '种类', 'kind'], RULE_KINDS, 'rule', { 村规: 'rule', 公约: 'compact' }),
  title: textField(['title', '名称', 'title'], '西博荣村村规民约'),
  version: field(['version', '版次', 'version'], '1', false, readVersion, 'integer'),
  adopted_on: dayField(['adopted_on', '通过日期', 'adopted on'], '2023-04-20'),
  filed_on: optionalField(dayField(['filed_on', '备案日期', 'filed on'], '2023-04-28'), null),
  text: optionalText(['text', '正文', 'text'], '', LONGEST.text),
  ...spanFields,
};

/** One version of a village's rules or a community's compact (S-35). */
export type VillageRuleRow = RowOf<typeof villageRuleSheet>;

/** The number of a version, from 1 on; 第2版 is 2. */
export function readVersion(text: string): number {
  const number = plain(text).replace(/^第\s*|\s*版$/g, '');
  if (/^[1-9]\d{0,3}$/.test(number)) return Number(number);
  throw new BadValue({ zh: '应为从 1 起的整数', en: 'must be a whole number of at least 1' });
}
