import { type CaseArea, type DetailLabel, listed } from '../cases/area.ts';
import { findCase } from '../cases/case-store.ts';
import { DISPUTE_TITLE } from '../disputes/dispute.ts';
import { maskNames } from '../kernel/mask.ts';
import type { Text } from '../kernel/text.ts';
import { decodeAct, type PetitionAct } from './acts.ts';
import { CLASSES, type ClaimClass } from './classes.ts';
import { columns } from './facts.ts';
import { actAt, firstStep } from './first-step.ts';
import { PETITION_LIFE } from './life.ts';
import { NOTICE_KINDS, SERVICES } from './notice.ts';
import { CHANNELS, OPINIONS, OUTCOMES, PETITION_TITLE, type Petition, RATINGS } from './petition.ts';
import { checkNoAgent } from './recusal.ts';
import { voidReferredDispute } from './referral.ts';
import { loadPetition, petitionSaver } from './store.ts';

const DETAILS: Readonly<Record<string, DetailLabel>> = {
  attendees: [{ zh: '参加人', en: 'attendees' }, listed, maskNames],
  analysis: [{ zh: '研判', en: 'analysis' }, String],
  decision: [{ zh: '决定', en: 'decision' }, String],
  agent: [{ zh: '代办员', en: 'agent' }, String],
  department: [{ zh: '部门', en: 'department' }, String],
  due: [{ zh: '要求办结', en: 'wanted by' }, String],
  answer: [{ zh: '答复', en: 'answer' }, String],
  direct: [{ zh: '直接上报', en: 'directly' }, String],
  days: [{ zh: '延长（日）', en: 'days more' }, String],
  approver: [{ zh: '批准人', en: 'approved by' }, String, maskNames],
  as: [{ zh: '归入', en: 'class' }, value => CLASSES[value as ClaimClass]],
  outcome: [
    { zh: '结果', en: 'outcome' },
    value => OUTCOMES[value as keyof typeof OUTCOMES] ?? OPINIONS[value as keyof typeof OPINIONS] ?? String(value),
  ],
  reply: [{ zh: '处理意见', en: 'reply' }, String],
  organ: [{ zh: '复查复核机关', en: 'decided by' }, String],
  opinion: [{ zh: '意见', en: 'opinion' }, String],
  satisfaction: [{ zh: '评价', en: 'rating' }, value => RATINGS[value as keyof typeof RATINGS]],
  kind: [{ zh: '告知', en: 'notice' }, value => NOTICE_KINDS[value as keyof typeof NOTICE_KINDS]],
  how: [{ zh: '送达方式', en: 'how' }, value => SERVICES[value as keyof typeof SERVICES] ?? String(value)],
  by: [{ zh: '告知机关', en: 'by' }, String],
  number: [{ zh: '编号', en: 'number' }, String],
  dispute: [{ zh: '纠纷', en: 'dispute' }, String],
  from: [{ zh: '起', en: 'from' }, String],
  until: [{ zh: '止', en: 'until' }, String],
  record: [{ zh: '记录', en: 'record' }, String],
};

const FIELDS: Readonly<Record<string, Text | DetailLabel>> = {
  demand: { zh: '诉求', en: 'demand' },
  category: { zh: '类别', en: 'category' },
  channel: [{ zh: '渠道', en: 'channel' }, value => CHANNELS[value as keyof typeof CHANNELS]],
  people: { zh: '涉及人数', en: 'people' },
  external_no: { zh: '国家系统编号', en: 'national number' },
  authority_on: { zh: '委托日期', en: 'letter of authority' },
  window: { zh: '受理窗口', en: 'window' },
};

export const PETITIONS: CaseArea<Petition, PetitionAct> = {
  kind: 'petition',
  title: PETITION_TITLE,
  life: PETITION_LIFE,
  details: DETAILS,
  fields: FIELDS,
  load: loadPetition,
  decode: (_, move) => decodeAct(move),
  columns,
  saver: petitionSaver,
  elsewhere: (db, act) =>
    act.move === 'refer-to-mediation' && act.dispute ? findCase(db, 'dispute', act.dispute, DISPUTE_TITLE) : undefined,
  checkParties: checkNoAgent,
  firstStep: (_, { unit }) => firstStep(unit),
  actAt,
  revertElsewhere: voidReferredDispute,
  written: [{ table: 'notice' }, { table: 'task', reopen: { reported_on: null, answer: '' } }],
};
