import { clock } from '../appointments/appointment.ts';
import { type CaseArea, type DetailLabel, listed } from '../cases/area.ts';
import { findCase } from '../cases/case-store.ts';
import { maskNames } from '../kernel/mask.ts';
import type { Text } from '../kernel/text.ts';
import type { DisputeAct } from './acts.ts';
import {
  DISPUTE_TITLE,
  type Dispute,
  EXTENTS,
  FORMS,
  GRADES,
  HELD,
  OUTCOMES,
  RISKS,
  type Risk,
  SATISFACTIONS,
} from './dispute.ts';
import { columns } from './facts.ts';
import { RETENTIONS, type Retention } from './file-rules.ts';
import { firstStepAgain } from './first-step.ts';
import { invitationHistory } from './invitation-history.ts';
import { DISPUTE_LIFE } from './life.ts';
import { mergedInto } from './merge-store.ts';
import { decodeDisputeAct, disputeSaver, loadDispute, restoreDispute } from './store.ts';
import { yuanText } from './values.ts';

const YES: Text = { zh: '是', en: 'yes' };
const NO: Text = { zh: '否', en: 'no' };

const DETAILS: Readonly<Record<string, DetailLabel>> = {
  mediator: [{ zh: '调解员', en: 'mediators' }, listed, maskNames],
  outcome: [{ zh: '结果', en: 'outcome' }, value => OUTCOMES[value as keyof typeof OUTCOMES]],
  record: [{ zh: '记录', en: 'record' }, String],
  place: [{ zh: '地点', en: 'place' }, String],
  present: [{ zh: '参加人', en: 'present' }, String, maskNames],
  hours: [{ zh: '时间', en: 'hours' }, String],
  held: [{ zh: '公开或不公开', en: 'held' }, value => HELD[value as keyof typeof HELD]],
  recorder: [{ zh: '记录人', en: 'recorder' }, String, maskNames],
  investigator: [{ zh: '调查人', en: 'investigators' }, listed, maskNames],
  asked: [{ zh: '被调查人', en: 'asked' }, String, maskNames],
  facts: [{ zh: '主要事实', en: 'facts' }, String],
  issues: [{ zh: '争议事项', en: 'points at issue' }, String],
  manner: [{ zh: '履行方式', en: 'manner of performance' }, String],
  instalments: [{ zh: '分期（元）', en: 'instalments (yuan)' }, instalmentText],
  instalment: [{ zh: '期次', en: 'instalment' }, String],
  copies: [{ zh: '份数', en: 'copies' }, String],
  refused: [{ zh: '当事人拒绝', en: 'a party refuses' }, () => YES],
  rightsNotified: [{ zh: '权利义务告知', en: 'informed of their rights' }, String],
  direct: [{ zh: '直接上报', en: 'directly' }, String],
  due: [{ zh: '期限', en: 'wanted by' }, String],
  answer: [{ zh: '反馈', en: 'answer' }, String],
  reply: [{ zh: '反馈', en: 'reply' }, String],
  day: [{ zh: '日期', en: 'day' }, String],
  from: [{ zh: '起', en: 'from' }, value => clock(Number(value))],
  until: [{ zh: '止', en: 'until' }, value => clock(Number(value))],
  department: [{ zh: '部门', en: 'department' }, String],
  with: [{ zh: '联合单位', en: 'with' }, listed],
  grade: [{ zh: '难易程度', en: 'grade' }, value => GRADES[value as keyof typeof GRADES]],
  appraisal: [{ zh: '等待鉴定', en: 'for an appraisal' }, () => YES],
  leader: [{ zh: '包案领导', en: 'leader' }, String, maskNames],
  form: [{ zh: '协议', en: 'agreement' }, value => FORMS[value as keyof typeof FORMS]],
  content: [{ zh: '内容', en: 'content' }, String],
  amountFen: [{ zh: '金额（元）', en: 'yuan' }, value => yuanText(Number(value))],
  performBy: [{ zh: '履行期限', en: 'perform by' }, String],
  preventedCrime: [{ zh: '防止民转刑', en: 'kept from turning criminal' }, () => YES],
  parties: [{ zh: '当事人签署', en: 'parties signed' }, String],
  party: [
    { zh: '当事人签署', en: 'party signed' },
    value => (value as [number, string][]).map(([, day]) => day).join('、'),
  ],
  mediatorOn: [{ zh: '调解员签名', en: 'mediator signed' }, String],
  committeeOn: [{ zh: '调委会盖章', en: 'committee' }, String],
  extent: [{ zh: '履行', en: 'performed' }, value => EXTENTS[value as keyof typeof EXTENTS]],
  satisfaction: [{ zh: '满意度', en: 'satisfaction' }, value => SATISFACTIONS[value as keyof typeof SATISFACTIONS]],
  by: [{ zh: '回访人', en: 'by' }, String, maskNames],
  note: [{ zh: '说明', en: 'note' }, String],
  into: [{ zh: '并入', en: 'into' }, String],
};

const FIELDS: Readonly<Record<string, Text | DetailLabel>> = {
  title: { zh: '名称', en: 'title' },
  facts: { zh: '简要情况', en: 'facts' },
  place: { zh: '地点', en: 'place' },
  people: { zh: '涉及人数', en: 'people' },
  amount_fen: [{ zh: '涉及金额（元）', en: 'amount (yuan)' }, value => yuanText(Number(value))],
  risk: [{ zh: '风险等级', en: 'risk' }, value => RISKS[value as Risk]],
  file_number: { zh: '卷号', en: 'file number' },
  shelf: { zh: '存放位置', en: 'shelf' },
  retention: [{ zh: '保管期限', en: 'retention' }, value => RETENTIONS[value as Retention]],
  pages: { zh: '页数', en: 'pages' },
  filed_by: { zh: '立卷人', en: 'file made up by' },
  filed_on: { zh: '立卷日期', en: 'file made up on' },
  category: { zh: '类别', en: 'category' },
  source: { zh: '来源', en: 'source' },
  visit: { zh: '发现的走访', en: 'found in visit' },
  window: { zh: '受理窗口', en: 'window' },
  prevented_crime: [{ zh: '防止民转刑', en: 'kept from turning criminal' }, value => (value === '1' ? YES : NO)],
};

/** 2024-01-31 10000.00、… */
function instalmentText(value: unknown): string {
  return (value as readonly (readonly [string, number])[]).map(([day, fen]) => `${day} ${yuanText(fen)}`).join('、');
}

export const DISPUTES: CaseArea<Dispute, DisputeAct> = {
  kind: 'dispute',
  title: DISPUTE_TITLE,
  life: DISPUTE_LIFE,
  details: DETAILS,
  fields: FIELDS,
  load: loadDispute,
  decode: decodeDisputeAct,
  columns,
  saver: disputeSaver,
  written: [
    { table: 'agreement' },
    { table: 'referral', reopen: { answered_on: null, answer: '' } },
    { table: 'supervision', reopen: { ending: '', ended_on: null, reply: '' } },
    { table: 'appointment', reopen: { ending: '' } },
    { table: 'session_place' },
  ],
  restore: restoreDispute,
  elsewhere: (db, act) => (act.move === 'merge' ? findCase(db, 'dispute', act.into, DISPUTE_TITLE) : undefined),
  mergedInto,
  firstStep: firstStepAgain,
  extraHistory: invitationHistory,
};
