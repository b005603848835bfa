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

/** Its rows, column by column, in the words of a language. */
export function defaultRows(lang: Lang): Record<string, string>[] {
  return INDICATORS.map(([code, name_zh, name_en, weight, from, scoring]) => {
    const settings = { code, name_zh, name_en, weight, source: from, rule: scoring };
    const { source, rule, ...row } = fileRow(SCHEME, settings);
    return { ...row, weight: String(row.weight), source: source[lang], rule: rule[lang] };
  });
}
