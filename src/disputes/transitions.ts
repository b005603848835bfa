import { type MoveText, moveText } from '../cases/life.ts';
import { wordList } from '../kernel/text.ts';

/** The statuses of a dispute. An offer to another unit is a second fact beside the status. */
export const STATUSES = wordList({
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
  void: { zh: '已作废', en: 'void' },
});

export type Status = keyof typeof STATUSES;
export const STATUS_LIST = Object.keys(STATUSES) as Status[];

/** What can be done with a dispute once it is registered, by the command that does it. */
export const MOVES = {
  accept: moveText('受理', 'accept', 'accepted'),
  decline: moveText('不予受理', 'decline', 'declined', '已决定不予受理'),
  investigate: moveText('调查', 'investigate', 'investigated', '已登记调查'),
  mediate: moveText('调解', 'mediate', 'mediated', '已登记调解'),
  escalate: moveText('上报', 'escalate', 'escalated'),
  'hand-down': moveText('交办', 'hand down', 'handed down'),
  return: moveText('退回', 'return', 'returned'),
  recall: moveText('收回', 'recall', 'recalled'),
  succeed: moveText('承接', 'succeed', 'held by the successor of its unit', '已由合并后的机构承接'),
  refer: moveText('转送', 'refer', 'referred'),
  report: moveText('反馈', 'report', 'reported on', '已登记反馈'),
  'report-to-police': moveText('报告公安', 'report to the police', 'reported to the police', '已登记向公安报告'),
  supervise: moveText('督办', 'supervise', 'supervised'),
  'supervision-reply': moveText('督办反馈', 'reply to supervision', 'replied on', '已登记督办反馈'),
  appoint: moveText('预约', 'appoint', 'appointed', '已预约调解'),
  'cancel-appointment': moveText('取消预约', 'cancel the appointment', 'freed of its appointment'),
  joint: moveText('联调', 'joint mediation', 'mediated jointly', '已登记联调'),
  regrade: moveText('调级', 'regrade', 'regraded'),
  settle: moveText('化解', 'settle', 'settled'),
  sign: moveText('签署', 'sign', 'signed', '已登记签署'),
  perform: moveText('履行', 'perform', 'performed', '已登记履行情况'),
  'follow-up': moveText('回访', 'follow up', 'followed up', '已登记回访'),
  close: moveText('结案', 'close', 'closed'),
  suspend: moveText('中止', 'suspend', 'suspended'),
  resume: moveText('恢复', 'resume', 'resumed'),
  extend: moveText('延期', 'extend', 'extended'),
  terminate: moveText('终止', 'terminate', 'terminated'),
  withdraw: moveText('撤回', 'withdraw', 'withdrawn'),
  merge: moveText('并案', 'merge', 'merged'),
  reopen: moveText('重启', 'reopen', 'reopened'),
  sponsor: moveText('包案', 'sponsor', 'sponsored', '已指定包案领导'),
  void: moveText('作废', 'void', 'voided'),
} as const satisfies Record<string, MoveText>;

export type Move = keyof typeof MOVES;
export const MOVE_LIST = Object.keys(MOVES) as Move[];

/** What usually comes next, where it is possible: a case that is agreed on is settled, signed, performed, followed up, closed. */
export const USUAL: readonly Move[] = [
  'accept',
  'settle',
  'mediate',
  'sign',
  'perform',
  'follow-up',
  'close',
  'resume',
];

/** What the head of a unit decides: not to accept, to hand down, to supervise, whose case it is, how long it may take, when it is over. */
export const DECISIONS: ReadonlySet<Move> = new Set<Move>([
  'decline',
  'hand-down',
  'supervise',
  'regrade',
  'sponsor',
  'extend',
  'close',
  'reopen',
  'void',
]);

/**
 * The whole life of a dispute: from each status, the moves that exist and where they lead. Where a move has two targets,
 * its effect in `effects.ts` picks one. What else a move needs is in `conditions.ts`. What is not in this table cannot
 * happen.
 */
export const TRANSITIONS = {
  registered: {
    succeed: ['registered'],
    accept: ['mediating'],
    decline: ['declined'],
    investigate: ['registered'],
    mediate: ['mediating', 'suspended'],
    escalate: ['registered'],
    'hand-down': ['registered'],
    return: ['registered'],
    recall: ['registered'],
    refer: ['registered'],
    report: ['registered'],
    'report-to-police': ['registered'],
    supervise: ['registered'],
    'supervision-reply': ['registered'],
    appoint: ['registered'],
    'cancel-appointment': ['registered'],
    joint: ['registered'],
    regrade: ['registered'],
    suspend: ['suspended'],
    terminate: ['terminated'],
    withdraw: ['withdrawn'],
    merge: ['merged'],
    sponsor: ['registered'],
    void: ['void'],
  },
  mediating: {
    succeed: ['mediating'],
    accept: ['mediating'],
    investigate: ['mediating'],
    mediate: ['mediating', 'suspended'],
    escalate: ['mediating'],
    'hand-down': ['mediating'],
    return: ['mediating'],
    recall: ['mediating'],
    refer: ['mediating'],
    report: ['mediating'],
    'report-to-police': ['mediating'],
    supervise: ['mediating'],
    'supervision-reply': ['mediating'],
    appoint: ['mediating'],
    'cancel-appointment': ['mediating'],
    joint: ['mediating'],
    regrade: ['mediating'],
    settle: ['settled'],
    suspend: ['suspended'],
    extend: ['mediating'],
    terminate: ['terminated'],
    withdraw: ['withdrawn'],
    merge: ['merged'],
    sponsor: ['mediating'],
    void: ['void'],
  },
  suspended: {
    succeed: ['suspended'],
    report: ['suspended'],
    'report-to-police': ['suspended'],
    supervise: ['suspended'],
    'supervision-reply': ['suspended'],
    'cancel-appointment': ['suspended'],
    accept: ['suspended'],
    investigate: ['suspended'],
    return: ['suspended'],
    recall: ['suspended'],
    resume: ['mediating'],
    extend: ['suspended'],
    terminate: ['terminated'],
    withdraw: ['withdrawn'],
    merge: ['merged'],
    sponsor: ['suspended'],
    void: ['void'],
  },
  settled: {
    succeed: ['settled'],
    report: ['settled'],
    'report-to-police': ['settled'],
    sign: ['settled'],
    perform: ['performed', 'settled'],
    'follow-up': ['settled'],
    close: ['closed'],
    reopen: ['mediating'],
    sponsor: ['settled'],
  },
  performed: {
    succeed: ['performed'],
    report: ['performed'],
    'follow-up': ['performed'],
    close: ['closed'],
    reopen: ['mediating'],
  },
  closed: {
    succeed: ['closed'],
    report: ['closed'],
    'follow-up': ['closed'],
    reopen: ['mediating'],
  },
  declined: {},
  terminated: { succeed: ['terminated'], reopen: ['mediating'] },
  withdrawn: { succeed: ['withdrawn'], reopen: ['mediating'] },
  merged: {},
  void: {},
} as const satisfies Record<Status, Partial<Record<Move, readonly Status[]>>>;

/** Still in the stock of the unit that holds it; suspended stays in stock (counting rule of the resolution report). */
export const IN_STOCK: ReadonlySet<Status> = new Set(['registered', 'mediating', 'suspended']);

/** Still to be worked on: in stock, or settled and not closed yet. */
export const OPEN_STATUSES: readonly Status[] = ['registered', 'mediating', 'suspended', 'settled', 'performed'];

/** Ended without a settlement. */
export const ENDED: readonly Status[] = ['declined', 'terminated', 'withdrawn', 'merged', 'void'];

/** Settled, whatever came of the agreement. */
export const SETTLED: readonly Status[] = ['settled', 'performed', 'closed'];

/** What an old ledger can say of a dispute. */
export type OldStatus = Exclude<Status, 'void'>;

/** The statuses of disputes that were not entered by mistake. */
export const VALID: readonly Status[] = STATUS_LIST.filter(status => status !== 'void');
