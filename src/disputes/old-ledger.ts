import { partiesField } from '../cases/old-ledger.ts';
import {
  amountField,
  codeField,
  countField,
  dayField,
  listField,
  optionalCode,
  optionalField,
  optionalText,
  textField,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { wordList } from '../kernel/text.ts';
import { GRADES, RISKS } from './dispute.ts';
import { STATUSES } from './transitions.ts';

/** What an old ledger says of its cases: none was entered by mistake. */
const { void: _, ...OLD_STATUSES } = STATUSES;

const YES_NO = wordList({ yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } });

export const disputeSheet = {
  old_number: codeField(['old_number', '原编号', 'old number'], 'JF-2022-001'),
  unit_code: codeField(['unit_code', '登记单位代码', 'code of the registering unit'], '150722100200'),
  registered_on: dayField(['registered_on', '登记日期', 'registered on'], '2022-05-03'),
  grade: listField(['grade', '难易程度', 'grade'], GRADES, 'simple', { 简单: 'simple', 一般: 'simple' }),
  category: textField(['category', '类别', 'category'], '02'),
  title: textField(['title', '纠纷名称', 'title'], '院墙滴水'),
  source: optionalText(['source', '来源', 'source'], { zh: '主动排查', en: 'proactive' }),
  facts: optionalText(['facts', '简要情况', 'facts'], '两家因院墙滴水争执'),
  place: optionalText(['place', '地点', 'place'], '一组'),
  people: countField(['people', '涉及人数', 'people'], '2'),
  // Headers are compared with half-width brackets: full-width ones are converted first.
  amount: amountField(['amount', '涉及金额(元)', 'amount (yuan)'], '1200'),
  applicant: partiesField('applicant', '申请人', '敖玉兰'),
  respondent: partiesField('respondent', '被申请人', '郭海山'),
  risk: optionalField(listField(['risk', '风险等级', 'risk'], RISKS, 'blue'), null),
  prevented_crime: optionalField(
    listField(['prevented_crime', '防止民转刑', 'kept from turning criminal'], YES_NO, 'no'),
    null,
  ),
  status: optionalField(listField(['status', '状态', 'status'], OLD_STATUSES, 'settled'), null),
  settled_on: optionalField(dayField(['settled_on', '化解日期', 'settled on'], '2022-05-20'), null),
  closed_on: optionalField(dayField(['closed_on', '结案日期', 'closed on'], ''), null),
  merged_into: optionalCode(['merged_into', '并入原编号', 'merged into (old number)'], ''),
  agreement: optionalText(['agreement', '协议内容', 'what was agreed'], ''),
  window: optionalCode(['window', '受理窗口', 'window'], ''),
  // The visit in which it was found: nobody outside the ledger knows its number.
  visit_household: optionalField(codeField(['visit_household', '走访户编号', 'household visited'], ''), ''),
  visited_on: optionalField(dayField(['visited_on', '走访日期', 'found in the visit on'], ''), null),
};

/** A row of an old ledger of disputes: what `register` takes, the old number, and the dispute's status. */
export type OldDispute = RowOf<typeof disputeSheet>;
