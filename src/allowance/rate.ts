import { FORMS, GRADES } from '../disputes/dispute.ts';
import { amountField, codeField, listField, spanFields } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { type Noun, wordList } from '../kernel/text.ts';

export const RATE_TITLE: Noun = {
  zh: '补贴标准',
  en: 'allowance rates',
  one: 'allowance rate',
  list: 'allowance-rate list',
};

const PERFORMED = wordList({
  yes: { zh: '已履行', en: 'yes' },
  no: { zh: '未履行', en: 'no' },
});

export const rateSheet = {
  code: codeField(['code', '标准编号', 'rate code'], 'BT01'),
  grade: listField(['grade', '难易程度', 'grade'], GRADES, 'simple'),
  form: listField(['form', '协议形式', 'form of the agreement'], FORMS, 'written'),
  performed: listField(['performed', '履行情况', 'performed'], PERFORMED, 'yes'),
  // In the brackets that a header is read with: full-width ones are made ordinary.
  amount: amountField(['amount', '金额(元)', 'amount (yuan)'], '150'),
  ...spanFields,
};

/** What is paid for a case of a grade, by the form of its agreement and whether that is performed, for a time. */
export type RateRow = RowOf<typeof rateSheet>;
