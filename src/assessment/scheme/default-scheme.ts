import type { Lang } from '../../kernel/text.ts';
import { fileRow } from './file.ts';

const SCHEME = { code: 'standard', name: '乡镇（社区）矛盾纠纷调处和走访工作考核方案' } as const;

/** The scheme that a new ledger begins with (S-47), as a file: what a clerk edits and imports again. */
const INDICATORS = [
  ['acceptance', '及时受理', 'on-time acceptance', 5, 'acceptance_rate', { kind: 'share' }],
  ['reply', '按期答复', 'on-time reply', 10, 'reply_rate', { kind: 'share' }],
  ['repeats', '重复信访', 'repeat petitions', 10, 'repeat', { kind: 'deduct', each: 1 }],
  ['satisfaction', '群众满意', 'satisfaction', 10, 'satisfaction_rate', { kind: 'share' }],
  ['response', '群众参评', 'response', 5, 'response_rate', { kind: 'share' }],
  ['meetings', '调度会', 'dispatch meetings', 6, 'meetings_held', { kind: 'add', each: 1, most: 6 }],
  ['settlement', '纠纷化解', 'settlement', 24, 'settlement_rate', { kind: 'threshold', at: 0.85, lose: 1 }],
  ['coverage', '走访覆盖', 'visit coverage', 20, 'coverage', { kind: 'share' }],
  ['other', '其他工作', 'other work', 10, 'manual', { kind: 'add', each: 1, most: 10 }],
] as const;

/** What rural revitalisation (乡村振兴) is assessed by, and the weights of all others beside it, so that all add up to 100. */
const REVITALISATION = [
  ['needs', '需求按时办结', 'needs closed in time', 8, 'needs_rate', { kind: 'share' }],
  ['benefits', '惠民落实', 'benefits delivered', 4, 'benefits', { kind: 'add', each: 0.1, most: 4 }],
  ['hardship', '困难户走访', 'visits to hardship households', 6, 'hardship_rate', { kind: 'share' }],
  ['village_rules', '村规民约', 'village rules', 4, 'village_rules_rate', { kind: 'share' }],
] as const;
const WEIGHTS_BESIDE: Readonly<Record<(typeof INDICATORS)[number][0], number>> = {
  ...{ acceptance: 4, reply: 6, repeats: 8, satisfaction: 8, response: 4, meetings: 6 },
  ...{ settlement: 20, coverage: 14, other: 8 },
};

/** The others with these weights; what adds points up adds no more than its weight. */
function beside() {
  return INDICATORS.map(([code, zh, en, , source, rule]) => {
    const weight = WEIGHTS_BESIDE[code];
    return [code, zh, en, weight, source, rule.kind === 'add' ? { ...rule, most: weight } : rule] as const;
  });
}

/** What can be added to it. */
export const ADDITIONS = { revitalisation: { zh: '乡村振兴', en: 'rural revitalisation' } } as const;

/** Its rows, column by column, in the words of a language, perhaps with the indicators of rural revitalisation. */
export function defaultRows(lang: Lang, addition?: keyof typeof ADDITIONS): Record<string, string>[] {
  const indicators = addition === undefined ? INDICATORS : [...beside(), ...REVITALISATION];
  return indicators.map(([code, name_zh, name_en, weight, from, scoring]) => {
    const settings = { code, name_zh, name_en, weight, source: from, rule: scoring };
    const { source, rule, ...row } = fileRow(SCHEME, settings);
    return { ...row, weight: String(row.weight), source: source[lang], rule: rule[lang] };
  });
}
