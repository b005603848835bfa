import { BadValue, codeField, field, listField, optionalText, plain, textField } from '../../intake/field.ts';
import { type Problem, problem, type RowOf } from '../../intake/sheet.ts';
import type { Text } from '../../kernel/text.ts';
import { SETTING_NAMES } from './rules.ts';
import { type IndicatorSettings, type Rule, SOURCES } from './scheme.ts';
import { fitProblem, RULE_FORMS, readRule, ruleText } from './scoring-rule.ts';

export const SCHEME = { zh: '考核方案', en: 'assessment schemes', one: 'scheme', list: 'assessment list' } as const;
export const INDICATOR = { zh: '考核指标', en: 'indicators', one: 'indicator', list: 'assessment list' } as const;

const title = (key: keyof typeof SETTING_NAMES) => [key, SETTING_NAMES[key].zh, SETTING_NAMES[key].en] as const;

/** Columns of the scorecard, whose other columns are called by the indicators' codes. */
const RESERVED = ['unit_code', 'unit', 'uncounted', 'total', 'rank', 'spread_total', 'spread_rank'];

function readIndicator(text: string): string {
  const code = plain(text);
  if (/^[\p{L}\p{N}_-]+$/u.test(code) && !RESERVED.includes(code)) return code;
  throw new BadValue({
    zh: `应由字母、汉字、数字、- 和 _ 组成，且不是 ${RESERVED.join('、')}`,
    en: `must be letters, digits, - and _, and none of ${RESERVED.join(', ')}`,
  });
}

function readWeight(text: string): number {
  const value = plain(text);
  if (/^\d{1,3}(\.\d{1,2})?$/.test(value) && Number(value) > 0 && Number(value) <= 100) return Number(value);
  throw new BadValue({
    zh: '应是大于 0、不超过 100 的分数，最多两位小数',
    en: 'must be points above 0, up to 100, with two decimals at most',
  });
}

function readScoring(text: string): Rule {
  const rule = readRule(text);
  if (rule) return rule;
  throw new BadValue({
    zh: `应写成${RULE_FORMS.zh}之一，其中的数可改，大于 0、不超过 100`,
    en: `must be one of ${RULE_FORMS.en}, with your own numbers above 0 and up to 100`,
  });
}

export const schemeSheet = {
  scheme: codeField(['scheme', '方案', 'scheme'], 'standard'),
  scheme_name: optionalText(['scheme_name', '方案名称', 'scheme name'], '乡镇（社区）考核方案'),
  indicator: field(['indicator', '指标代码', 'indicator'], 'coverage', false, readIndicator),
  name_zh: textField(title('name_zh'), '走访覆盖'),
  name_en: optionalText(title('name_en'), 'visit coverage'),
  weight: field(title('weight'), '20', false, readWeight),
  source: listField(title('source'), SOURCES, 'coverage'),
  rule: field(title('rule'), ruleText({ kind: 'share' }), false, readScoring),
};

/** A row of a scheme's file: one indicator, as `assessment list --format csv` writes it. */
export type SchemeRow = RowOf<typeof schemeSheet>;

/** The settings that a row gives its indicator; a missing English name is the current one, or else the Chinese one. */
export function settingsOf(
  row: Omit<SchemeRow, 'scheme' | 'scheme_name'>,
  current: readonly Pick<IndicatorSettings, 'code' | 'name_en'>[],
): IndicatorSettings {
  const known = current.find(({ code }) => code === row.indicator);
  const { indicator: code, name_zh, weight, source, rule } = row;
  return { code, name_zh, name_en: row.name_en || (known?.name_en ?? name_zh), weight, source, rule };
}

/** An indicator's row in a file and in a list. */
export function fileRow(scheme: { readonly code: string; readonly name: string }, settings: IndicatorSettings) {
  const { code, name_zh, name_en, weight, source, rule } = settings;
  return {
    scheme: scheme.code,
    scheme_name: scheme.name,
    indicator: code,
    name_zh,
    name_en,
    weight,
    source: SOURCES[source],
    rule: ruleText(rule),
  };
}

/** A file is one scheme, with each indicator and each name once; `written` is the text of a column of the row. */
export function rowProblems(
  row: SchemeRow,
  before: readonly SchemeRow[],
  isKnown: boolean,
  written: (column: string) => string,
): Problem[] {
  const [first = row] = before;
  const unfit = fitProblem(row);
  const found: readonly (readonly [column: keyof SchemeRow, isWrong: boolean, why: Text])[] = [
    ['scheme', row.scheme !== first.scheme, ONE_SCHEME],
    ['scheme_name', Boolean(row.scheme_name) && row.scheme_name !== first.scheme_name, ONE_NAME],
    ['scheme_name', before.length === 0 && !isKnown && !row.scheme_name, NAMELESS],
    ['indicator', before.some(({ indicator }) => indicator === row.indicator), TWICE],
    ['name_zh', before.some(({ name_zh }) => name_zh === row.name_zh), TWICE],
    ...(unfit ? [['rule', true, unfit] as const] : []),
  ];
  return found.flatMap(([column, isWrong, why]) => (isWrong ? [problem(column, written(column), why)] : []));
}

const TWICE: Text = { zh: '与前面的行重复', en: 'is already in an earlier row' };
const ONE_SCHEME: Text = {
  zh: '与前面的行不是同一方案：一个文件只写一个方案',
  en: 'differs from the rows before: a file has one scheme',
};
const ONE_NAME: Text = { zh: '与第一行的方案名称不同', en: 'differs from the scheme name in the first row' };
const NAMELESS: Text = {
  zh: '不能为空：台账中没有这个方案',
  en: 'must not be empty: the ledger does not have this scheme yet',
};
