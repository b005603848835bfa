import { partiesField, sidesField } from '../cases/old-ledger.ts';
import {
  amountField,
  BadValue,
  codeField,
  countField,
  dayField,
  type Field,
  listField,
  optionalCode,
  optionalField,
  optionalText,
  plain,
  synonymsOf,
  textField,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { type Text, wordList } from '../kernel/text.ts';
import { GRADES, RISKS } from './dispute.ts';
import { type OldStatus, STATUSES } from './transitions.ts';

/** What an old ledger says of its cases: none was entered by mistake. */
const { void: _, ...OLD_STATUSES } = STATUSES;

/** How offices say how far a dispute is. */
const STATUS_WORDS = synonymsOf<OldStatus>({
  settled: '化解 化解成功 调解成功 已调解 已调处 调处成功 已解决 解决 成功 达成协议 已达成协议 已和解 和解 办结 已办结',
  mediating: '未化解 化解中 正在化解 正在调解 正在调处 调处中 办理中 正在办理 处理中 正在处理 未解决 未办结 待化解',
  registered: '登记 未受理 待受理',
  suspended: '中止 中止调解 调解中止',
  terminated: '终止 终止调解 调解终止',
  withdrawn: '撤回 撤回申请',
  declined: '不受理 未予受理',
});

/** A dispute that was passed up has no status by that: its grade says which tier it is for. */
function statusField(own: Field<OldStatus, false>): Field<OldStatus, false> {
  return {
    ...own,
    read: text => {
      if (/^已?(?:移交|上报|转交|上交|转)/.test(plain(text))) throw new BadValue(PASSED_UP);
      return own.read(text);
    },
  };
}

const PASSED_UP: Text = {
  zh: '不是状态：移交到乡镇的，难易程度写「复杂」，移交到旗的写「重大」，状态写「已登记」，导入后即移交上级',
  en: 'is not a status: where the township has it, its grade is complex, where the banner has it, major, and its status registered; it is then offered to the unit above',
};

const YES_NO = wordList({ yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } });

export const disputeSheet = {
  old_number: { ...codeField(['old_number', '原编号', 'old number'], 'JF-2022-001'), instead: ['registered_on'] },
  unit_code: codeField(['unit_code', '登记单位代码', 'code of the registering unit'], '150722100200'),
  registered_on: dayField(['registered_on', '登记日期', 'registered on'], '2022-05-03'),
  grade: listField(['grade', '难易程度', 'grade'], GRADES, 'simple', { 简单: 'simple', 一般: 'simple' }),
  category: textField(['category', '类别', 'category'], '02'),
  title: { ...textField(['title', '纠纷名称', 'title'], '院墙滴水'), instead: ['category'] },
  source: optionalText(['source', '来源', 'source'], { zh: '主动排查', en: 'proactive' }),
  facts: optionalText(['facts', '简要情况', 'facts'], '两家因院墙滴水争执'),
  place: optionalText(['place', '地点', 'place'], '一组'),
  people: countField(['people', '涉及人数', 'people'], '2'),
  // Headers are compared with half-width brackets: full-width ones are converted first.
  amount: amountField(['amount', '涉及金额(元)', 'amount (yuan)'], '1200'),
  applicant: partiesField('applicant', '申请人', '敖玉兰'),
  respondent: partiesField('respondent', '被申请人', '郭海山'),
  // In the place of the two columns before: lists of villages have both sides in one cell.
  parties: sidesField('parties', '当事人'),
  risk: optionalField(listField(['risk', '风险等级', 'risk'], RISKS, 'blue'), null),
  prevented_crime: optionalField(
    listField(['prevented_crime', '防止民转刑', 'kept from turning criminal'], YES_NO, 'no'),
    null,
  ),
  status: optionalField(
    statusField(listField(['status', '状态', 'status'], OLD_STATUSES, 'settled', STATUS_WORDS)),
    null,
  ),
  settled_on: optionalField(dayField(['settled_on', '化解日期', 'settled on'], '2022-05-20'), null),
  closed_on: optionalField(dayField(['closed_on', '结案日期', 'closed on'], ''), null),
  merged_into: optionalCode(['merged_into', '并入原编号', 'merged into (old number)'], ''),
  agreement: optionalText(['agreement', '协议内容', 'what was agreed'], ''),
  responsible: optionalText(['responsible', '责任人', 'who was responsible'], ''),
  window: optionalCode(['window', '受理窗口', 'window'], ''),
  // The visit in which it was found: nobody outside the ledger knows its number.
  visit_household: optionalField(codeField(['visit_household', '走访户编号', 'household visited'], ''), ''),
  visited_on: optionalField(dayField(['visited_on', '走访日期', 'found in the visit on'], ''), null),
};

/** A row of an old ledger of disputes: what `register` takes, the old number, and the dispute's status. */
export type OldDispute = RowOf<typeof disputeSheet>;
