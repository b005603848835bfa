import { partiesField } from '../cases/old-ledger.ts';
import {
  codeField,
  countField,
  dayField,
  listField,
  optionalCode,
  optionalField,
  optionalText,
  synonymsOf,
  textField,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { LONGEST } from '../kernel/length.ts';
import { CHANNELS, KINDS, type Kind, OUTCOMES, RATINGS } from './petition.ts';
import { STATUSES } from './transitions.ts';

/** What an old ledger says of its cases: none was entered by mistake. */
const { void: _, ...OLD_STATUSES } = STATUSES;

/** How offices say how far a petition is, how it came, and of what kind it is. */
const STATUS_WORDS = synonymsOf<keyof typeof OLD_STATUSES>({
  lodged: '登记 未受理 待受理',
  accepted: '受理 已受理 正在办理 处理中 未办结',
  declined: '不受理',
  concluded: '办结 已答复',
  closed: '结案',
});
const CHANNEL_WORDS = synonymsOf<keyof typeof CHANNELS>({
  visit: '走访 上访',
  letter: '信件 信函 写信',
  call: '电话',
  online: '网信 网络 网上信访 邮件',
});
const KIND_WORDS = synonymsOf<Kind>({ claim: '求决 申诉', suggestion: '建议 意见建议', accusation: '检举' });

export const petitionSheet = {
  old_number: { ...codeField(['old_number', '原编号', 'old number'], 'XF-2022-001'), instead: ['registered_on'] },
  unit_code: codeField(['unit_code', '登记单位代码', 'code of the unit'], '150722100200'),
  registered_on: dayField(['registered_on', '登记日期', 'lodged on'], '2022-05-03'),
  channel: listField(['channel', '渠道', 'channel'], CHANNELS, 'visit', CHANNEL_WORDS),
  kind: { ...listField(['kind', '性质', 'kind'], KINDS, 'claim', KIND_WORDS), also: ['信访目的', '信访性质'] },
  category: textField(['category', '类别', 'category'], '04'),
  demand: textField(['demand', '诉求', 'demand'], '养老保险补缴问题', LONGEST.text),
  petitioner: { ...partiesField('petitioner', '信访人', '敖玉兰'), optional: false as const },
  people: countField(['people', '涉及人数', 'people'], '1'),
  external_no: optionalCode(['external_no', '国家系统编号', 'national number'], ''),
  authority_on: optionalField(dayField(['authority_on', '委托日期', 'letter of authority on'], ''), null),
  window: optionalCode(['window', '受理窗口', 'window'], ''),
  repeat_of: optionalCode(['repeat_of', '重复于原编号', 'repeats (old number)'], ''),
  status: optionalField(listField(['status', '状态', 'status'], OLD_STATUSES, 'concluded', STATUS_WORDS), null),
  agent_code: optionalCode(['agent_code', '代办员编号', 'agent (code or name)'], '150722100200-D01'),
  accepted_on: optionalField(dayField(['accepted_on', '受理日期', 'accepted on'], '2022-05-05'), null),
  concluded_on: optionalField(dayField(['concluded_on', '办结日期', 'concluded on'], '2022-06-20'), null),
  outcome: optionalField(listField(['outcome', '结果', 'outcome'], OUTCOMES, 'support'), null),
  rating: optionalField(listField(['rating', '评价', 'rating'], RATINGS, 'satisfied'), null),
  responsible: optionalText(['responsible', '责任人', 'who was responsible'], ''),
  closed_on: optionalField(dayField(['closed_on', '结案日期', 'closed on'], ''), null),
};

/** A row of an old ledger of petitions: what `lodge` takes, the old number, and the petition's status. */
export type OldPetition = RowOf<typeof petitionSheet>;
