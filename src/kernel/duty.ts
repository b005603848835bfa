import type { Text } from './text.ts';

/** What kind of work a command that writes does: from that follows who may do it. */
export const DUTIES = {
  entry: { zh: '登记', en: 'entering records' },
  handling: { zh: '办理', en: 'handling cases' },
  decision: { zh: '负责人决定的事项', en: 'decisions of the head of a unit' },
  administration: { zh: '机构、设置和操作员管理', en: 'units, settings and operators' },
  looking: { zh: '查看并记入日志', en: 'looking, kept in the journal' },
  own: { zh: '设置本人口令', en: 'setting one’s own passphrase' },
} as const satisfies Record<string, Text>;

export type Duty = keyof typeof DUTIES;

/** Why a ledger with operators refuses; the journal keeps the word. */
export const REFUSAL_REASONS = {
  unknown: { zh: '不是操作员', en: 'not an operator' },
  passphrase: { zh: '口令不对或没有口令', en: 'wrong or missing passphrase' },
  role: { zh: '角色无此权限', en: 'not for this role' },
  unit: { zh: '不是本单位的事项', en: 'not for this unit' },
  office: { zh: '由其他单位的台账登记', en: 'written in another office’s ledger' },
} as const satisfies Record<string, Text>;

export type RefusalReason = keyof typeof REFUSAL_REASONS;
