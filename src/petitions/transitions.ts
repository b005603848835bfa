import { type MoveText, moveText } from '../cases/life.ts';
import { wordList } from '../kernel/text.ts';

/** The statuses of a petition. An offer to another unit is a second fact beside the status. */
export const STATUSES = wordList({
  lodged: { zh: '已登记', en: 'lodged' },
  accepted: { zh: '办理中', en: 'accepted' },
  declined: { zh: '不予受理', en: 'declined' },
  concluded: { zh: '已办结', en: 'concluded' },
  under_review: { zh: '复查复核中', en: 'under review' },
  re_examined: { zh: '已复核', en: 're-examined' },
  closed: { zh: '已结案', en: 'closed' },
  void: { zh: '已作废', en: 'void' },
});

export type Status = keyof typeof STATUSES;
export const STATUS_LIST = Object.keys(STATUSES) as Status[];

/** What can be done with a petition once it is lodged, by the command that does it. */
export const MOVES = {
  accept: moveText('受理', 'accept', 'accepted'),
  decline: moveText('不予受理', 'decline', 'declined', '已决定不予受理'),
  confer: moveText('会商', 'confer', 'conferred on'),
  assign: moveText('指派', 'assign', 'assigned'),
  reassign: moveText('改派', 'reassign', 'reassigned'),
  route: moveText('分流', 'route', 'routed', '已分流指派'),
  'task-accept': moveText(
    '部门受理',
    'accept for a department',
    'accepted by the department',
    '部门已受理',
    'accept # --department …',
  ),
  'task-object': moveText(
    '部门异议',
    'object for a department',
    'objected to by the department',
    '部门已提出异议',
    'object # --department …',
  ),
  report: moveText('反馈', 'report', 'reported on', '已登记反馈'),
  escalate: moveText('上报', 'escalate', 'escalated'),
  'hand-down': moveText('交办', 'hand down', 'handed down'),
  return: moveText('退回', 'return', 'returned'),
  recall: moveText('收回', 'recall', 'recalled'),
  succeed: moveText('承接', 'succeed', 'held by the successor of its unit', '已由合并后的机构承接'),
  object: moveText('异议', 'object', 'objected to', '已提出异议'),
  extend: moveText('延期', 'extend', 'extended'),
  classify: moveText('分类', 'classify', 'classified'),
  conclude: moveText('办结', 'conclude', 'concluded'),
  notice: moveText('告知', 'give notice', 'notified', '已登记告知'),
  rate: moveText('评价', 'rate', 'rated', '已登记评价'),
  review: moveText('复查', 'review', 'reviewed', '已登记复查'),
  're-examine': moveText('复核', 're-examine', 're-examined', '已登记复核'),
  hear: moveText('听证', 'enter a hearing', 'heard', '已登记听证'),
  'refer-to-mediation': moveText('转调解', 'refer to mediation', 'referred to mediation'),
  close: moveText('结案', 'close', 'closed'),
  void: moveText('作废', 'void', 'voided'),
} as const satisfies Record<string, MoveText>;

export type Move = keyof typeof MOVES;
export const MOVE_LIST = Object.keys(MOVES) as Move[];

/** What usually comes next, where it is possible: a petition that is accepted is assigned, reported on, concluded, notified, rated, closed. */
export const USUAL: readonly Move[] = ['accept', 'assign', 'report', 'conclude', 'notice', 'rate', 'close'];

/** What the head of an organ decides: to whom it goes, an extension (信访工作条例 Art. 34), every opinion, and when it is over. */
export const DECISIONS: ReadonlySet<Move> = new Set<Move>([
  'decline',
  'route',
  'hand-down',
  'object',
  'extend',
  'conclude',
  'review',
  're-examine',
  'close',
  'void',
]);

/**
 * The whole life of a petition. A review or a re-examination is asked for from concluded and decided from under review, so
 * each is here twice. What else a move needs is in `conditions.ts`; what is not in this table cannot happen.
 */
export const TRANSITIONS = {
  lodged: {
    succeed: ['lodged'],
    accept: ['accepted'],
    decline: ['declined'],
    confer: ['lodged'],
    classify: ['lodged'],
    assign: ['lodged'],
    reassign: ['lodged'],
    escalate: ['lodged'],
    'hand-down': ['lodged'],
    return: ['lodged'],
    recall: ['lodged'],
    object: ['lodged'],
    notice: ['lodged'],
    void: ['void'],
  },
  accepted: {
    succeed: ['accepted'],
    accept: ['accepted'],
    confer: ['accepted'],
    classify: ['accepted'],
    assign: ['accepted'],
    reassign: ['accepted'],
    route: ['accepted'],
    'task-accept': ['accepted'],
    'task-object': ['accepted'],
    report: ['accepted'],
    escalate: ['accepted'],
    'hand-down': ['accepted'],
    return: ['accepted'],
    recall: ['accepted'],
    object: ['accepted'],
    extend: ['accepted'],
    notice: ['accepted'],
    'refer-to-mediation': ['accepted'],
    conclude: ['concluded'],
    void: ['void'],
  },
  declined: { succeed: ['declined'], notice: ['declined'] },
  concluded: {
    succeed: ['concluded'],
    report: ['concluded'],
    notice: ['concluded'],
    rate: ['concluded'],
    review: ['under_review'],
    're-examine': ['under_review'],
    close: ['closed'],
  },
  under_review: {
    succeed: ['under_review'],
    report: ['under_review'],
    hear: ['under_review'],
    review: ['concluded'],
    're-examine': ['re_examined'],
  },
  re_examined: {
    succeed: ['re_examined'],
    report: ['re_examined'],
    notice: ['re_examined'],
    rate: ['re_examined'],
    close: ['closed'],
  },
  closed: { succeed: ['closed'], report: ['closed'], rate: ['closed'] },
  void: {},
} as const satisfies Record<Status, Partial<Record<Move, readonly Status[]>>>;

/** Still in the stock of the unit that holds it. */
export const IN_STOCK: ReadonlySet<Status> = new Set(['lodged', 'accepted']);

/** Still to be worked on. */
export const OPEN_STATUSES: readonly Status[] = ['lodged', 'accepted', 'under_review'];

/** The statuses of petitions that were not entered by mistake. */
export const VALID: readonly Status[] = STATUS_LIST.filter(status => status !== 'void');
