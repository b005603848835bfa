import type { Text } from '../../kernel/text.ts';
import { isRate, type Rule, SOURCES, type Source } from './scheme.ts';

/** A rule in words, as lists show it and files hold it. */
export function ruleText(rule: Rule): Text {
  switch (rule.kind) {
    case 'share':
      return { zh: '权重 × 数值', en: 'weight × value' };
    case 'threshold':
      return {
        zh: `达到 ${percent(rule.at)} 得满分，每低 1 个百分点扣 ${rule.lose} 分`,
        en: `full from ${percent(rule.at)}, ${rule.lose} less for each point below`,
      };
    case 'deduct':
      return { zh: `每件扣 ${rule.each} 分，扣完为止`, en: `${rule.each} less for each` };
    case 'add':
      return {
        zh: `每次（分）计 ${rule.each} 分，最多 ${rule.most} 分`,
        en: `${rule.each} for each, at most ${rule.most}`,
      };
  }
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

const POINTS = '(\\d{1,3}(?:\\.\\d{1,2})?)';
const PERCENT = '(\\d{1,3}(?:\\.\\d)?)%';
const FORMS: readonly (readonly [pattern: RegExp, rule: (numbers: readonly number[]) => Rule])[] = [
  [/^(?:权重[×x*]数值|weight[×x*]value)$/, () => ({ kind: 'share' })],
  ...both(
    `达到${PERCENT}得满分,每低1个百分点扣${POINTS}分`,
    `fullfrom${PERCENT},${POINTS}lessforeachpointbelow`,
    ([at = 0, lose = 0]) => ({ kind: 'threshold', at: Math.round(at * 10) / 1000, lose }),
  ),
  ...both(`每[件次个]扣${POINTS}分(?:,扣完为止)?`, `${POINTS}lessforeach`, ([each = 0]) => ({ kind: 'deduct', each })),
  ...both(
    `每(?:次\\(分\\)|[次分件个])计${POINTS}分,最多${POINTS}分`,
    `${POINTS}foreach,atmost${POINTS}`,
    ([each = 0, most = 0]) => ({ kind: 'add', each, most }),
  ),
];

function both(zh: string, en: string, rule: (numbers: readonly number[]) => Rule) {
  return [zh, en].map(form => [new RegExp(`^${form}$`), rule] as const);
}

/** Reads a rule from its words in either language, however they are spaced; undefined where they are none. */
export function readRule(written: string): Rule | undefined {
  const text = written.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '').replace(/。$/, '');
  for (const [pattern, rule] of FORMS) {
    const numbers = pattern.exec(text)?.slice(1).map(Number);
    if (numbers) return numbers.every(number => number > 0 && number <= 100) ? rule(numbers) : undefined;
  }
  return undefined;
}

const EXAMPLES = [
  ruleText({ kind: 'share' }),
  ruleText({ kind: 'threshold', at: 0.85, lose: 1 }),
  ruleText({ kind: 'deduct', each: 1 }),
  ruleText({ kind: 'add', each: 1, most: 6 }),
];

/** The ways in which a rule can be written, each with numbers of its own. */
export const RULE_FORMS: Text = {
  zh: EXAMPLES.map(({ zh }) => `「${zh}」`).join('、'),
  en: EXAMPLES.map(({ en }) => `"${en}"`).join(', '),
};

/** A share of the weight and a mark in percent need a figure that is a rate (S-47). */
export function fitProblem({ source, rule }: { readonly source: Source; readonly rule: Rule }): Text | undefined {
  if (isRate(source) || rule.kind === 'deduct' || rule.kind === 'add') return undefined;
  const { zh, en } = SOURCES[source];
  return {
    zh: `只用于比率，而「${zh}」不是：应按件扣分，或按次（分）计分`,
    en: `is for rates, which "${en}" is not: deduct or add points for each`,
  };
}
