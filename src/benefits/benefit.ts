import {
  BadValue,
  codeField,
  dayField,
  digitsField,
  type Field,
  listField,
  plain,
  textField,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { yuan } from '../kernel/money.ts';
import { type Noun, type Text, untranslated } from '../kernel/text.ts';

/** Whether a household was told of a policy or was paid under it. */
export const BENEFIT_KINDS = {
  told: { zh: '告知', en: 'told' },
  paid: { zh: '发放', en: 'paid' },
} as const satisfies Record<string, Text>;

export type BenefitKind = keyof typeof BENEFIT_KINDS;

export const BENEFIT_TITLE: Noun = { zh: '惠民', en: 'benefits', one: 'benefit', list: 'benefit list' };

export const benefitSheet = {
  code: codeField(['code', '惠民编号', 'benefit code'], '150722100200-H2'),
  household_code: digitsField(['household_code', '户编号', 'household code'], [18], '150722100200010001'),
  programme: textField(['programme', '政策(项目)', 'programme'], '耕地地力保护补贴'),
  kind: listField(['kind', '方式', 'kind'], BENEFIT_KINDS, 'paid'),
  amount: amountField(),
  given_on: dayField(['given_on', '日期', 'given on'], '2023-06-01'),
};

/** A policy or subsidy that the visitors brought to a household (S-23). */
export type BenefitRow = RowOf<typeof benefitSheet>;

/** The fen of an amount in yuan, or null where none is given. */
export function fen(amount: string): number | null {
  if (amount === '') return null;
  const [whole = '', part = ''] = amount.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** An amount in yuan, read to one form: 1200, 1,200.5 and 1200.50元 are 1200.00 and 1200.50. */
function amountField(): Field<string> {
  return {
    key: 'amount',
    // In the brackets that a header is read with: full-width ones are made ordinary.
    title: { zh: '金额(元)', en: 'amount (yuan)' },
    optional: true,
    example: untranslated('1200.50'),
    read: text => {
      const amount = plain(text).replace(/[,元]/g, '').trim();
      if (!/^(\d{1,11}(\.\d{1,2})?)?$/.test(amount))
        throw new BadValue({ zh: '不是金额，应写成 1200 或 1200.50', en: 'is no amount; write 1200 or 1200.50' });
      const known = fen(amount);
      return known === null ? '' : yuan(known);
    },
  };
}
