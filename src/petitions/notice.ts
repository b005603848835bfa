import type { Day } from '../kernel/day.ts';
import { wordList } from '../kernel/text.ts';
import type { Status } from './transitions.ts';

/** What the petitioner is told in writing: numbered documents, each served on a day in some way (信访工作条例 Art. 23, 34). */
export const NOTICE_KINDS = wordList({
  acceptance: { zh: '受理告知', en: 'acceptance' },
  refusal: { zh: '不予受理告知', en: 'refusal' },
  transfer: { zh: '转送告知', en: 'transfer' },
  extension: { zh: '延期告知', en: 'extension' },
  opinion: { zh: '处理意见', en: 'opinion' },
});

export type NoticeKind = keyof typeof NOTICE_KINDS;

export const SERVICES = wordList({
  'in-person': { zh: '当面', en: 'in person' },
  mail: { zh: '邮寄', en: 'mail' },
  message: { zh: '短信或网上', en: 'message' },
});

export type Service = keyof typeof SERVICES;

/** What can be told where a petition is; an opinion also is what a review or a re-examination came to. */
export const KINDS_IN: Readonly<Partial<Record<Status, readonly NoticeKind[]>>> = {
  lodged: ['transfer'],
  accepted: ['acceptance', 'transfer', 'extension'],
  declined: ['refusal'],
  concluded: ['opinion'],
  re_examined: ['opinion'],
};

/** A notice as a move enters it, by the unit that held the petition then or by a department for which the holder enters it. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly unit: number;
  readonly department: number | undefined;
  /** The name of that department, or of an organ above the ledger. */
  readonly by: string | undefined;
  /** Empty where it has none: it was served before notices were numbered, or is in an old ledger. */
  readonly number: string;
  readonly how: string;
  readonly servedOn: Day;
}

/** Number and year as documents have them: 〔2023〕尼尔基镇信告字第1号, one series for each issuer and year. */
export function noticeNumber(issuer: string, year: number, serial: number): string {
  return `〔${year}〕${issuer}信告字第${serial}号`;
}
