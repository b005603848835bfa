import type { Text } from '../kernel/text.ts';

/** Where a petition stands. An offer to another unit is a second fact beside it. */
export const STATUSES = {
  lodged: { zh: '已登记', en: 'lodged' },
  accepted: { zh: '办理中', en: 'accepted' },
  declined: { zh: '不予受理', en: 'declined' },
  concluded: { zh: '已办结', en: 'concluded' },
  under_review: { zh: '复查复核中', en: 'under review' },
  re_examined: { zh: '已复核', en: 're-examined' },
  closed: { zh: '已结案', en: 'closed' },
} as const satisfies Record<string, Text>;

export type Status = keyof typeof STATUSES;
export const STATUS_LIST = Object.keys(STATUSES) as Status[];

/** What can be done with a petition once it is lodged, by the command that does it. */
export const MOVES = {
  accept: { zh: '受理', en: 'accept' },
  decline: { zh: '不予受理', en: 'decline' },
  confer: { zh: '会商', en: 'confer' },
  assign: { zh: '指派', en: 'assign' },
  reassign: { zh: '改派', en: 'reassign' },
  route: { zh: '分流', en: 'route' },
  report: { zh: '反馈', en: 'report' },
  escalate: { zh: '上报', en: 'escalate' },
  'hand-down': { zh: '交办', en: 'hand down' },
  return: { zh: '退回', en: 'return' },
  recall: { zh: '收回', en: 'recall' },
  object: { zh: '异议', en: 'object' },
  extend: { zh: '延期', en: 'extend' },
  conclude: { zh: '办结', en: 'conclude' },
  notify: { zh: '送达', en: 'notify' },
  rate: { zh: '评价', en: 'rate' },
  review: { zh: '复查', en: 'review' },
  're-examine': { zh: '复核', en: 're-examine' },
  'refer-to-mediation': { zh: '转调解', en: 'refer to mediation' },
  close: { zh: '结案', en: 'close' },
} as const satisfies Record<string, Text>;

export type Move = keyof typeof MOVES;
export const MOVE_LIST = Object.keys(MOVES) as Move[];

/**
 * The whole life of a petition. A review or a re-examination is asked for from concluded and decided from under review, so
 * each stands twice. What else a move needs is in `conditions.ts`; what is not in this table cannot happen.
 */
export const TRANSITIONS = {
  lodged: {
    accept: ['accepted'],
    decline: ['declined'],
    confer: ['lodged'],
    assign: ['lodged'],
    reassign: ['lodged'],
    escalate: ['lodged'],
    'hand-down': ['lodged'],
    recall: ['lodged'],
    object: ['lodged'],
  },
  accepted: {
    accept: ['accepted'],
    confer: ['accepted'],
    assign: ['accepted'],
    reassign: ['accepted'],
    route: ['accepted'],
    report: ['accepted'],
    escalate: ['accepted'],
    'hand-down': ['accepted'],
    return: ['accepted'],
    recall: ['accepted'],
    object: ['accepted'],
    extend: ['accepted'],
    'refer-to-mediation': ['accepted'],
    conclude: ['concluded'],
  },
  declined: {},
  concluded: {
    notify: ['concluded'],
    rate: ['concluded'],
    review: ['under_review'],
    're-examine': ['under_review'],
    close: ['closed'],
  },
  under_review: {
    review: ['concluded'],
    're-examine': ['re_examined'],
  },
  re_examined: {
    notify: ['re_examined'],
    rate: ['re_examined'],
    close: ['closed'],
  },
  closed: { rate: ['closed'] },
} as const satisfies Record<Status, Partial<Record<Move, readonly Status[]>>>;

/** Still in the stock of the unit that holds it. */
export const IN_STOCK: ReadonlySet<Status> = new Set(['lodged', 'accepted']);

/** Still to be worked on. */
export const OPEN_STATUSES: readonly Status[] = ['lodged', 'accepted', 'under_review'];
