import { addDays, type Day, OPEN_END } from '../../kernel/day.ts';
import type { Text } from '../../kernel/text.ts';
import { FULL, totalOf } from '../scoring/points.ts';
import type { Quarter } from '../scoring/quarter.ts';
import type { Scheme, Wanted } from './scheme.ts';
import { fitProblem, ruleText } from './scoring-rule.ts';

/** Why a scheme cannot be changed in this way, and what can be done instead. */
export interface Refusal {
  readonly text: Text;
  readonly hint: Text;
}

const nameDay = (day: Day): Text => ({
  zh: `用 --on 写 ${day} 或以后的日期`,
  en: `Name ${day} or a later day with --on`,
});

/** A frozen quarter never moves: nothing changes from a day in it or before it (S-47). */
export function frozenProblem(frozen: readonly Quarter[], on: Day): Refusal | undefined {
  const last = frozen.at(-1);
  if (last === undefined || last.to < on) return undefined;
  return {
    text: {
      zh: `${last.name} 已冻结，方案不能自 ${on} 起修改`,
      en: `${last.name} is frozen: the scheme cannot change from ${on} on`,
    },
    hint: nameDay(addDays(last.to, 1)),
  };
}

/** Only a scheme that is in force can change. */
export function forceProblem({ code, from_on, to_on }: Scheme, on: Day): Refusal | undefined {
  if (on < from_on)
    return {
      text: { zh: `方案 ${code} 自 ${from_on} 起才生效`, en: `Scheme ${code} does not begin until ${from_on}` },
      hint: nameDay(from_on),
    };
  if (on < to_on) return undefined;
  return {
    text: { zh: `方案 ${code} 已自 ${to_on} 起停用`, en: `Scheme ${code} is closed from ${to_on} on` },
    hint: {
      zh: `用 --on 写 ${to_on} 以前的日期；以后的用新的方案代码导入（assessment import）`,
      en: `Name a day before ${to_on} with --on; what comes after is a scheme with another code (assessment import)`,
    },
  };
}

/** Changes of one value follow each other: nothing can be put before what changes later already. */
export function laterProblem(
  { code, changes }: { readonly code: string; readonly changes: readonly { readonly field: string }[] },
  later: readonly { readonly field: string; readonly on_day: Day }[],
): Refusal | undefined {
  const last = later.filter(({ field }) => changes.some(change => change.field === field)).at(-1);
  if (!last) return undefined;
  const { zh, en } = SETTING_NAMES[last.field as keyof typeof SETTING_NAMES];
  return {
    text: {
      zh: `${code} 的${zh}已定于 ${last.on_day} 修改，不能在此之前修改`,
      en: `The ${en} of ${code} changes from ${last.on_day} on: an earlier change is not possible`,
    },
    hint: nameDay(last.on_day),
  };
}

/** What the settings of a scheme and of its indicators are called. */
export const SETTING_NAMES = {
  name: { zh: '方案名称', en: 'name' },
  name_zh: { zh: '指标名称', en: 'Chinese name' },
  name_en: { zh: '英文名称', en: 'English name' },
  weight: { zh: '权重', en: 'weight' },
  source: { zh: '数据来源', en: 'source' },
  rule: { zh: '计分办法', en: 'rule' },
} as const satisfies Record<string, Text>;

/** What was entered for a quarter that is still open stays within the weight, and within what is entered by hand (S-47). */
export function enteredBefore(
  { code, source, weight }: Wanted,
  entered: readonly { readonly quarter: Quarter; readonly subject_code: string; readonly value: number }[],
  on: Day,
): Refusal | undefined {
  const allowed = source === 'manual' ? weight : 0;
  const open = entered.filter(one => one.quarter.to >= on && one.value > allowed);
  const [first] = open;
  const last = open.at(-1);
  if (!first || !last) return undefined;
  const { quarter, subject_code, value } = first;
  return {
    text: {
      zh: `${quarter.name} 已给 ${subject_code} 的 ${code} 录入 ${value} 分，自 ${on} 起最多只能是 ${allowed} 分`,
      en: `${value} is entered for ${code} of ${subject_code} in ${quarter.name}; from ${on} on it could be ${allowed} at most`,
    },
    hint: {
      zh: `先用 tiaochu assessment enter 改录入的分数，或用 --on 写 ${last.quarter.to} 以后的日期`,
      en: `Enter another value first (tiaochu assessment enter), or name a day after ${last.quarter.to} with --on`,
    },
  };
}

/** Two indicators of a scheme have two names, and a rule fits the figure that it scores. */
export function settingsProblem(indicators: readonly Wanted[]): Text | undefined {
  for (const [index, one] of indicators.entries()) {
    const other = indicators.slice(0, index).find(earlier => earlier.name_zh === one.name_zh);
    if (other)
      return {
        zh: `${one.code} 的名称「${one.name_zh}」已是 ${other.code} 的`,
        en: `The name "${one.name_zh}" of ${one.code} is that of ${other.code}`,
      };
    const unfit = fitProblem(one);
    const { zh, en } = ruleText(one.rule);
    if (unfit)
      return { zh: `${one.code} 的计分办法「${zh}」${unfit.zh}`, en: `The rule "${en}" of ${one.code} ${unfit.en}` };
  }
  return undefined;
}

/** One scheme is in force at a time: the next begins when the one before it has ended. */
export function overlapProblem(schemes: readonly Scheme[], on: Day): Refusal | undefined {
  const standing = schemes.find(one => one.to_on > on);
  if (!standing) return undefined;
  const { code, to_on } = standing;
  if (to_on === OPEN_END)
    return {
      text: {
        zh: `方案 ${code} 在 ${on} 及以后仍然生效，同一天只能有一个方案`,
        en: `Scheme ${code} is in force on ${on} and after: only one scheme can be in force at a time`,
      },
      hint: {
        zh: `要改这个方案，文件里写 ${code}；要换新的，先停用：tiaochu assessment close ${code} --on ${on}`,
        en: `To change it, name ${code} in the file; to begin another, close it first: tiaochu assessment close ${code} --on ${on}`,
      },
    };
  return {
    text: {
      zh: `方案 ${code} 到 ${to_on} 才停用，同一天只能有一个方案`,
      en: `Scheme ${code} is in force until ${to_on}: only one scheme can be in force at a time`,
    },
    hint: nameDay(to_on),
  };
}

/** How the weights come to 100 again: by an indicator that the command does not name yet, the heaviest that can give. */
export function balanceHint(indicators: readonly Wanted[], named: readonly string[]): Text {
  const over = totalOf([totalOf(indicators.map(one => one.weight)), -FULL]);
  const other = indicators
    .filter(one => !named.includes(one.code) && one.weight > over && one.weight - over <= FULL)
    .sort((a, b) => b.weight - a.weight)[0];
  const example = other ? `--also ${other.code}=${totalOf([other.weight, -over])}` : '--also …=…';
  return {
    zh: `在同一条命令里写明其他指标的新权重，如 ${example}`,
    en: `Give the new weights of other indicators in the same command, such as ${example}`,
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
