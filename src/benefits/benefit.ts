import { amountField, codeField, dayField, digitsField, listField, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { readYuan } from '../kernel/money.ts';
import { type Noun, wordList } from '../kernel/text.ts';

/** Whether a household was told of a policy or was paid under it. */
export const BENEFIT_KINDS = wordList({
  told: { zh: '告知', en: 'told' },
  paid: { zh: '发放', en: 'paid' },
});

export const BENEFIT_TITLE: Noun = { zh: '惠民', en: 'benefits', one: 'benefit', list: 'benefit list' };

export const benefitSheet = {
  code: codeField(['code', '惠民编号', 'benefit code'], '150722100200-H2'),
  household_code: digitsField(['household_code', '户编号', 'household code'], [18], '150722100200010001'),
  programme: textField(['programme', '政策(项目)', 'programme'], '耕地地力保护补贴'),
  kind: listField(['kind', '方式', 'kind'], BENEFIT_KINDS, 'paid'),
  // In the brackets that a header is read with: full-width ones are made ordinary.
  amount: amountField(['amount', '金额(元)', 'amount (yuan)'], '1200.50'),
  given_on: dayField(['given_on', '日期', 'given on'], '2023-06-01'),
};

/** A policy or subsidy that the visitors brought to a household (S-19). */
export type BenefitRow = RowOf<typeof benefitSheet>;

/** The fen of an amount in yuan, or null where none is given. */
export function fen(amount: string): number | null {
  return readYuan(amount) ?? null;
}
