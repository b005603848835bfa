import type { Text } from '../kernel/text.ts';

/** Where a dispute stands. An offer to another unit is a second fact beside it. */
export const STATUSES = {
  registered: { zh: '已登记', en: 'registered' },
  mediating: { zh: '调解中', en: 'mediating' },
  suspended: { zh: '已中止', en: 'suspended' },
  settled: { zh: '已化解', en: 'settled' },
  performed: { zh: '已履行', en: 'performed' },
  closed: { zh: '已结案', en: 'closed' },
  declined: { zh: '不予受理', en: 'declined' },
  terminated: { zh: '已终止', en: 'terminated' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  merged: { zh: '已并案', en: 'merged' },
} as const satisfies Record<string, Text>;

export type Status = keyof typeof STATUSES;
export const STATUS_LIST = Object.keys(STATUSES) as Status[];

/** What can be done with a dispute once it is registered, by the command that does it. */
export const MOVES = {
  accept: { zh: '受理', en: 'accept' },
  decline: { zh: '不予受理', en: 'decline' },
  mediate: { zh: '调解', en: 'mediate' },
  escalate: { zh: '上报', en: 'escalate' },
  'hand-down': { zh: '交办', en: 'hand down' },
  return: { zh: '退回', en: 'return' },
  recall: { zh: '收回', en: 'recall' },
  refer: { zh: '转送', en: 'refer' },
  joint: { zh: '联调', en: 'joint mediation' },
  regrade: { zh: '调级', en: 'regrade' },
  settle: { zh: '化解', en: 'settle' },
  sign: { zh: '签署', en: 'sign' },
  perform: { zh: '履行', en: 'perform' },
  'follow-up': { zh: '回访', en: 'follow up' },
  close: { zh: '结案', en: 'close' },
  suspend: { zh: '中止', en: 'suspend' },
  resume: { zh: '恢复', en: 'resume' },
  extend: { zh: '延期', en: 'extend' },
  terminate: { zh: '终止', en: 'terminate' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  merge: { zh: '并案', en: 'merge' },
  reopen: { zh: '重启', en: 'reopen' },
  sponsor: { zh: '包案', en: 'sponsor' },
} as const satisfies Record<string, Text>;

export type Move = keyof typeof MOVES;
export const MOVE_LIST = Object.keys(MOVES) as Move[];

/**
 * The whole life of a dispute: from each status, the moves that exist and where they lead. Where a move has two targets,
 * its effect in `effects.ts` picks one. What else a move needs stands in `conditions.ts`. Everything that is not in this
 * table cannot happen.
 */
export const TRANSITIONS = {
  registered: {
    accept: ['mediating'],
    decline: ['declined'],
    mediate: ['mediating', 'suspended'],
    escalate: ['registered'],
    'hand-down': ['registered'],
    return: ['registered'],
    recall: ['registered'],
    refer: ['registered'],
    joint: ['registered'],
    regrade: ['registered'],
    suspend: ['suspended'],
    terminate: ['terminated'],
    withdraw: ['withdrawn'],
    merge: ['merged'],
    sponsor: ['registered'],
  },
  mediating: {
    accept: ['mediating'],
    mediate: ['mediating', 'suspended'],
    escalate: ['mediating'],
    'hand-down': ['mediating'],
    return: ['mediating'],
    recall: ['mediating'],
    refer: ['mediating'],
    joint: ['mediating'],
    regrade: ['mediating'],
    settle: ['settled'],
    suspend: ['suspended'],
    extend: ['mediating'],
    terminate: ['terminated'],
    withdraw: ['withdrawn'],
    merge: ['merged'],
    sponsor: ['mediating'],
  },
  suspended: {
    accept: ['suspended'],
    return: ['suspended'],
    recall: ['suspended'],
    resume: ['mediating'],
    extend: ['suspended'],
    terminate: ['terminated'],
    withdraw: ['withdrawn'],
    merge: ['merged'],
    sponsor: ['suspended'],
  },
  settled: {
    sign: ['settled'],
    perform: ['performed', 'settled'],
    'follow-up': ['settled'],
    close: ['closed'],
    reopen: ['mediating'],
    sponsor: ['settled'],
  },
  performed: {
    'follow-up': ['performed'],
    close: ['closed'],
    reopen: ['mediating'],
  },
  closed: {
    'follow-up': ['closed'],
    reopen: ['mediating'],
  },
  declined: {},
  terminated: { reopen: ['mediating'] },
  withdrawn: { reopen: ['mediating'] },
  merged: {},
} as const satisfies Record<Status, Partial<Record<Move, readonly Status[]>>>;

/** Still in the stock of the unit that holds it; suspended stays in stock (counting rule of the resolution report). */
export const IN_STOCK: ReadonlySet<Status> = new Set(['registered', 'mediating', 'suspended']);

/** Still to be worked on: in stock, or settled and not closed yet. */
export const OPEN_STATUSES: readonly Status[] = ['registered', 'mediating', 'suspended', 'settled', 'performed'];
