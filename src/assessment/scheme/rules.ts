import { addDays, type Day, OPEN_END } from '../../kernel/day.ts';
import { laterDayHint, type Refusal } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { totalOf } from '../scoring/points.ts';
import type { Quarter } from '../scoring/quarter.ts';
import type { IndicatorSettings, Scheme } from './scheme.ts';
import { fitProblem, ruleText } from './scoring-rule.ts';

/** What the settings of a scheme and of its indicators are called. */
export const SETTING_NAMES = {
  name: { zh: '方案名称', en: 'name' },
  name_zh: { zh: '指标名称', en: 'Chinese name' },
  name_en: { zh: '英文名称', en: 'English name' },
  weight: { zh: '权重', en: 'weight' },
  source: { zh: '数据来源', en: 'source' },
  rule: { zh: '计分办法', en: 'rule' },
} as const satisfies Record<string, Text>;

/** The weights of a scheme add up to this (S-47). */
const FULL = 100;

/** A frozen quarter does not change: nothing changes from a day in it or before it (S-47). */
export function frozenProblem(frozen: readonly Quarter[], on: Day): Refusal | undefined {
  const last = frozen.at(-1);
  if (last === undefined || last.to < on) return undefined;
  return {
    zh: `${last.name} 已冻结，方案不能自 ${on} 起修改`,
    en: `${last.name} is frozen: the scheme cannot change from ${on} on`,
    hint: laterDayHint(addDays(last.to, 1)),
  };
}

/** Only a scheme that is in force can change. */
export function forceProblem({ code, from_on, to_on }: Scheme, on: Day): Refusal | undefined {
  if (on < from_on)
    return {
      zh: `方案 ${code} 自 ${from_on} 起才生效`,
      en: `Scheme ${code} is in force from ${from_on} on only`,
      hint: laterDayHint(from_on),
    };
  if (on < to_on) return undefined;
  return {
    zh: `方案 ${code} 已自 ${to_on} 起停用`,
    en: `Scheme ${code} is closed from ${to_on} on`,
    hint: {
      zh: `请用 --on 写 ${to_on} 以前的日期；以后的方案用新的代码导入（tiaochu assessment import）`,
      en: `Name a day before ${to_on} with --on; a scheme for later days has another code (assessment import)`,
    },
  };
}

/** A setting changes in the order of days: nothing changes it before a day on which it is already set to change. */
export function laterProblem(
  { code, changes }: { readonly code: string; readonly changes: readonly { readonly field: string }[] },
  later: readonly { readonly field: string; readonly on_day: Day }[],
): Refusal | undefined {
  const last = later.filter(({ field }) => changes.some(change => change.field === field)).at(-1);
  if (!last) return undefined;
  const { zh, en } = SETTING_NAMES[last.field as keyof typeof SETTING_NAMES];
  return {
    zh: `${code} 的${zh}已定于 ${last.on_day} 修改，在此之前不能再改`,
    en: `The ${en} of ${code} is already set to change on ${last.on_day}, and cannot change before that`,
    hint: laterDayHint(last.on_day),
  };
}

interface Entered {
  readonly quarter: Quarter;
  readonly subject_code: string;
  readonly value: number;
}

/** Points entered by hand for a quarter that is still open stay within the weight, and belong to a manual indicator (S-47). */
export function enteredPointsProblem(
  { code, source, weight }: IndicatorSettings,
  entered: readonly Entered[],
  on: Day,
): Refusal | undefined {
  const allowed = source === 'manual' ? weight : 0;
  const above = entered.filter(({ quarter, value }) => quarter.to >= on && value > allowed);
  const last = above.at(-1);
  if (!last) return undefined;
  const [{ quarter, subject_code, value } = last] = above;
  return {
    zh: `${quarter.name} 已给 ${subject_code} 的 ${code} 录入 ${value} 分，自 ${on} 起最多只能是 ${allowed} 分`,
    en: `${subject_code} has ${value} points entered for ${code} in ${quarter.name}; from ${on} on at most ${allowed} are possible`,
    hint: {
      zh: `先用 tiaochu assessment enter 修改录入的分数，或用 --on 写 ${last.quarter.to} 以后的日期`,
      en: `Enter other points first (tiaochu assessment enter), or name a day after ${last.quarter.to} with --on`,
    },
  };
}

/** Two indicators of a scheme have two names, and a scoring rule fits the figure that it scores. */
export function settingsProblem(indicators: readonly IndicatorSettings[]): Refusal | undefined {
  const hint = { zh: '用 tiaochu assessment list 查看各项指标', en: 'See the indicators with tiaochu assessment list' };
  for (const [index, indicator] of indicators.entries()) {
    const problem = nameProblem(indicator, indicators.slice(0, index)) ?? unfitProblem(indicator);
    if (problem) return { ...problem, hint };
  }
  return undefined;
}

function nameProblem({ code, name_zh }: IndicatorSettings, earlier: readonly IndicatorSettings[]): Text | undefined {
  const other = earlier.find(indicator => indicator.name_zh === name_zh);
  if (!other) return undefined;
  return {
    zh: `${code} 的名称「${name_zh}」与 ${other.code} 相同`,
    en: `${code} has the same name as ${other.code}: "${name_zh}"`,
  };
}

function unfitProblem(indicator: IndicatorSettings): Text | undefined {
  const unfit = fitProblem(indicator);
  if (!unfit) return undefined;
  const { zh, en } = ruleText(indicator.rule);
  return {
    zh: `${indicator.code} 的计分办法「${zh}」${unfit.zh}`,
    en: `The rule "${en}" of ${indicator.code} ${unfit.en}`,
  };
}

/** An indicator that a scheme has is changed, not added. */
export function existingIndicatorProblem(
  scheme: string,
  code: string,
  current: readonly IndicatorSettings[],
): Refusal | undefined {
  if (!current.some(indicator => indicator.code === code && indicator.weight > 0)) return undefined;
  return {
    zh: `方案 ${scheme} 已有指标 ${code}`,
    en: `Scheme ${scheme} already has the indicator ${code}`,
    hint: { zh: '用 tiaochu assessment change 修改', en: 'Change it with tiaochu assessment change' },
  };
}

/** One scheme is in force at a time: the next begins when the one before it has ended. */
export function overlapProblem(schemes: readonly Scheme[], on: Day): Refusal | undefined {
  const current = schemes.find(scheme => scheme.to_on > on);
  if (!current) return undefined;
  const { code, to_on } = current;
  if (to_on !== OPEN_END)
    return {
      zh: `方案 ${code} 到 ${to_on} 才停用，同一天只能有一个方案`,
      en: `Scheme ${code} is in force until ${to_on}: only one scheme can be in force at a time`,
      hint: laterDayHint(to_on),
    };
  return {
    zh: `方案 ${code} 在 ${on} 及以后仍然生效，同一天只能有一个方案`,
    en: `Scheme ${code} is in force on ${on} and later: only one scheme can be in force at a time`,
    hint: {
      zh: `要修改这个方案，文件里写 ${code}；要更换方案，先停用：tiaochu assessment close ${code} --on ${on}`,
      en: `To change it, name ${code} in the file; to begin another, close it first: tiaochu assessment close ${code} --on ${on}`,
    },
  };
}

/** The weights of a scheme add up to 100 (S-47). */
export function weightsProblem(scheme: string, indicators: readonly { readonly weight: number }[]): Text | undefined {
  const sum = totalOf(indicators.map(({ weight }) => weight));
  if (sum === FULL) return undefined;
  return {
    zh: `方案 ${scheme} 的权重合计 ${sum}，应为 ${FULL}`,
    en: `The weights of scheme ${scheme} add up to ${sum}, not to ${FULL}`,
  };
}

/** The same for a command that names the weights of some indicators: the hint names another one that restores 100. */
export function balanceProblem(
  scheme: string,
  indicators: readonly IndicatorSettings[],
  named: readonly string[],
): Refusal | undefined {
  const unequal = weightsProblem(scheme, indicators);
  return unequal && { ...unequal, hint: balanceHint(indicators, named) };
}

/** How the weights add up to 100 again: by an indicator that the command does not name yet, the heaviest that can give. */
export function balanceHint(indicators: readonly IndicatorSettings[], named: readonly string[]): Text {
  const over = totalOf([totalOf(indicators.map(({ weight }) => weight)), -FULL]);
  const other = indicators
    .filter(({ code, weight }) => !named.includes(code) && weight > over && weight - over <= FULL)
    .sort((a, b) => b.weight - a.weight)[0];
  const example = other ? `--also ${other.code}=${totalOf([other.weight, -over])}` : '--also …=…';
  return {
    zh: `在同一条命令里写明其他指标的新权重，如 ${example}`,
    en: `Name the new weights of others in the same command, such as ${example}`,
  };
}

/** The days of a scheme on which its weights do not add up to 100, of those on which one of them changes. */
export function unbalancedDays(
  { from_on, to_on }: Scheme,
  days: readonly Day[],
  weightsOn: (day: Day) => readonly number[],
): Day[] {
  return [...new Set([from_on, ...days])]
    .filter(day => from_on <= day && day < to_on)
    .filter(day => totalOf(weightsOn(day)) !== FULL);
}
