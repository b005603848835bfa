import type { Appointment } from '../../src/appointments/appointment.ts';
import type { Offer, Scene } from '../../src/cases/case.ts';
import { decide as decideBy } from '../../src/cases/life.ts';
import type { DeadlineRule } from '../../src/deadlines/rules.ts';
import type { DisputeAct } from '../../src/disputes/acts.ts';
import type { Agreement, Dispute } from '../../src/disputes/dispute.ts';
import { DISPUTE_LIFE } from '../../src/disputes/life.ts';
import { NOTHING_PENDING } from '../../src/disputes/pending.ts';
import type { Move } from '../../src/disputes/transitions.ts';
import { ALWAYS } from '../../src/kernel/day.ts';
import type { Level } from '../../src/units/level.ts';
import { treeOn, type UnitTerm, type UnitTree } from '../../src/units/tree.ts';

const term = (unit_id: number, code: string, name: string, level: Level, parent_id: number | null): UnitTerm => ({
  unit_id,
  code,
  name,
  level,
  parent_id,
  ...ALWAYS,
});

export const BANNER = term(1, '150722', '莫旗', 'banner', null);
export const TOWNSHIP = term(2, '150722100', '尼尔基镇', 'township', 1);
export const OTHER_TOWNSHIP = term(3, '150722101', '红彦镇', 'township', 1);
export const VILLAGE = term(4, '150722100200', '西博荣村', 'village', 2);
export const OTHER_VILLAGE = term(5, '150722100201', '后宜卧奇村', 'village', 2);
export const FAR_VILLAGE = term(6, '150722101200', '红彦村', 'village', 3);

/** It was merged into the village. */
export const MERGED_VILLAGE: UnitTerm = { ...term(7, '150722100202', '小莫丁村', 'village', 2), to_on: '2023-06-15' };

export const TODAY = '2023-12-31';
export const TREE: UnitTree = {
  ...treeOn([BANNER, TOWNSHIP, OTHER_TOWNSHIP, VILLAGE, OTHER_VILLAGE, FAR_VILLAGE, MERGED_VILLAGE], TODAY),
  mergedInto: new Map([[MERGED_VILLAGE.unit_id, VILLAGE.unit_id]]),
};

/** A complex dispute that the township took over from its village and mediates, no offer open. */
export function dispute(more: Partial<Dispute> = {}): Dispute {
  return {
    kind: 'dispute',
    id: 1,
    number: '150722100200-2023-1',
    status: 'mediating',
    holder: TOWNSHIP.unit_id,
    unit: VILLAGE.unit_id,
    registeredOn: '2023-06-01',
    lastOn: '2023-06-10',
    offer: undefined,
    sender: VILLAGE.unit_id,
    isShared: false,
    grade: 'complex',
    parties: [1, 2],
    rightsOn: null,
    attempted: true,
    regraded: false,
    refused: false,
    agreement: undefined,
    settledOn: null,
    ...NOTHING_PENDING,
    closedOn: null,
    writtenOnly: false,
    mediationDue: '2023-07-10',
    isDelegated: false,
    ...more,
  };
}

/** What is offered by the dispute's holder. */
export function offerTo(to: UnitTerm, more: Partial<Offer> = {}): Offer {
  const offer = { from: TOWNSHIP.unit_id, to: to.unit_id, offeredOn: '2023-06-10', dueOn: '2023-06-13' } as const;
  return { kind: 'escalate', answerBy: null, ...offer, ...more };
}

export function agreement(more: Partial<Agreement> = {}): Agreement {
  const unsigned = { performBy: null, mediatorOn: null, committeeOn: null, effectiveOn: null } as const;
  const terms = { facts: '', issues: '', manner: '', place: '', recorder: '', copies: null };
  const whole = { form: 'written', content: '各让一步', amountFen: null, terms, instalments: [] } as const;
  return { ...whole, ...unsigned, signed: new Map(), ...more };
}

/** What a test says of an act: where and when it is made, and its details. */
export interface Telling {
  readonly actor?: UnitTerm;
  readonly on?: string;
  readonly today?: string;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An act with the scene in which it is made. */
export interface Made<A> {
  readonly act: A;
  readonly scene: Scene;
}

/** An act of the township, on a day after the dispute's last one. */
export function act(move: Move, more: Telling = {}): Made<DisputeAct> {
  const { actor = TOWNSHIP, on = '2023-06-20', today = TODAY, reason = '', details } = more;
  return { act: { move, on, reason, ...details } as DisputeAct, scene: { actor, tree: TREE, today } };
}

/** What the rules make of an act. */
export function decide(state: Dispute, { act, scene }: Made<DisputeAct>) {
  return decideBy(DISPUTE_LIFE, state, act, scene, ruleOf);
}

export const REFERRED = { departmentId: 1, department: '旗自然资源局', due: '2023-07-01' };
export const APPOINTED: Appointment = {
  ...{ day: '2023-06-25', from: 540, until: 600 },
  ...{ place: '村委会', roomId: null, mediators: ['郭海山'] },
};

/** For each move, a state in which nothing but its place in the table stands in the way, and an act that says enough. */
export const GOOD: Readonly<Record<Move, readonly [state: Partial<Dispute>, act: Telling]>> = {
  accept: [{ offer: offerTo(BANNER) }, { actor: BANNER }],
  decline: [{}, { reason: '法院已立案' }],
  investigate: [{}, { details: { investigator: ['郭海山'], asked: '何春花', record: '院墙建于十年前' } }],
  mediate: [{}, { details: { mediator: ['郭海山'], outcome: 'unfinished', record: '双方各执一词' } }],
  escalate: [{}, {}],
  'hand-down': [{}, { details: { to: VILLAGE.code, due: '2023-07-01' } }],
  return: [{}, { reason: '不属本镇' }],
  recall: [{ offer: offerTo(BANNER) }, {}],
  succeed: [{ holder: MERGED_VILLAGE.unit_id }, { actor: VILLAGE }],
  refer: [{}, { details: { department: '旗自然资源局', departmentId: 1, due: '2023-07-01' } }],
  report: [{ referrals: [REFERRED] }, { details: { ...REFERRED, answer: '没有争议' } }],
  'report-to-police': [{}, { details: { note: '扬言持械' } }],
  supervise: [{}, { actor: BANNER, details: { byId: BANNER.unit_id, due: '2023-07-01' } }],
  'supervision-reply': [
    { supervisions: [{ by: BANNER.unit_id, due: '2023-07-01' }] },
    { details: { reply: '已约定时间' } },
  ],
  appoint: [{}, { details: { ...APPOINTED, mediator: APPOINTED.mediators } }],
  'cancel-appointment': [{ appointment: APPOINTED }, {}],
  joint: [{}, { details: { with: ['红彦镇'] } }],
  regrade: [{}, { reason: '情况变化', details: { grade: 'major' } }],
  settle: [{}, { details: { form: 'oral', content: '各让一步', rightsNotified: '2023-06-20' } }],
  sign: [{ agreement: agreement() }, { details: { parties: '2023-06-20', signed: [] } }],
  perform: [{ agreement: agreement({ effectiveOn: '2023-06-15' }) }, { details: { extent: 'full' } }],
  'follow-up': [{}, { details: { satisfaction: 'satisfied' } }],
  close: [{}, { reason: '双方另行和解' }],
  suspend: [{}, { reason: '等待鉴定' }],
  resume: [{}, {}],
  extend: [{}, { details: { consented: true } }],
  terminate: [{}, { reason: '对方拒绝', details: { remediesTold: true } }],
  withdraw: [{}, { reason: '自行和解' }],
  merge: [{}, { details: { into: '150722100200-2023-2', intoStatus: 'mediating' } }],
  reopen: [{}, { reason: '又起争执' }],
  sponsor: [{}, { details: { leader: '孟志强' } }],
  void: [{}, { reason: '登记有误' }],
};

/** The deadline of mediation as the ledger has it; the other rules are looked up where days are counted. */
export function ruleOf(code: string): DeadlineRule | undefined {
  if (code !== 'TJ_1M') return undefined;
  return { extension: { length: 1, unit: 'month', by: { zh: '双方当事人同意', en: 'both' } } } as DeadlineRule;
}
