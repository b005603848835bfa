import { SATISFACTIONS } from '../disputes/dispute.ts';
import {
  BadValue,
  codeField,
  dayField,
  digitsField,
  field,
  listField,
  nameField,
  optionalField,
  optionalText,
  plain,
  textField,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { LONGEST } from '../kernel/length.ts';
import { type Noun, untranslated } from '../kernel/text.ts';

export const NEED_TITLE: Noun = { zh: '需求', en: 'needs', one: 'need', list: 'need list' };

export const needSheet = {
  code: optionalField(codeField(['code', '需求编号', 'need code'], '150722100200-2023-X1'), ''),
  household_code: digitsField(['household_code', '户编号', 'household code'], [18], '150722100200010001'),
  visit: field(['visit', '走访号', 'visit'], '', true, readVisit),
  category: textField(['category', '类别', 'category'], '住房'),
  content: textField(['content', '内容', 'content'], '房屋漏雨，申请修缮', LONGEST.text),
  raised_on: dayField(['raised_on', '提出日期', 'raised on'], '2023-06-01'),
  owner: optionalField(nameField(['owner', '承办人', 'owner'], ''), ''),
  owner_code: optionalText(['owner_code', '承办代码', 'owner code'], 'MZJ'),
  due_on: optionalField(dayField(['due_on', '限办日期', 'due on'], '2023-07-01'), null),
  result: optionalText(['result', '办理结果', 'result'], ''),
  feedback_on: optionalField(dayField(['feedback_on', '反馈日期', 'feedback on'], ''), null),
  satisfaction: {
    ...optionalField(listField(['satisfaction', '满意度', 'satisfaction'], SATISFACTIONS, 'satisfied'), ''),
    example: untranslated(''),
  },
};

/**
 * What a household needs or asks for, as visitors wrote it down, and what became of it (S-19, 需求簿). Its owner is a
 * department, a cadre or an agent; the name is that of somebody who is not in the ledger.
 */
export type NeedRow = RowOf<typeof needSheet>;

/** A visit by the number that the ledger gave it: 007 is 7. */
function readVisit(text: string): string {
  const number = plain(text);
  if (number === '') return '';
  if (/^\d{1,9}$/.test(number)) return String(Number(number));
  throw new BadValue({
    zh: '不是走访号（tiaochu visit list 可查）',
    en: 'is not the number of a visit (see visit list)',
  });
}
