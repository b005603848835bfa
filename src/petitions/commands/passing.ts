import { directParam, escalated, handDownParams, handedDown } from '../../cases/passing-params.ts';
import type { Command } from '../../cli/command.ts';
import { PETITIONS } from '../area.ts';
import { moveCommand, needed, reason } from './move-params.ts';

export const object = moveCommand('object', {
  summary: {
    zh: '异议：交办、转送的不属本单位（部门）职权的，5 个工作日内说明理由；部门异议的写 --department',
    en: 'object within 5 working days, with reasons, to what was handed down; --department for a department’s objection',
  },
  options: '--reason 属自然资源部门职权',
  params: needed,
});

/** Passing it on: village first, then township, then banner. */
export const passing: readonly Command[] = [
  moveCommand('escalate', {
    summary: { zh: '上报：移交给上一级', en: 'offer it one tier up' },
    options: '--reason 超出村级职权',
    params: {
      reason,
      direct: directParam({ zh: '没有会商而直接上报的理由', en: 'why it is escalated without a conference' }),
    },
    act: escalated,
  }),
  moveCommand('hand-down', {
    summary: { zh: '交办：移交给自己的下级', en: 'offer it to a unit below' },
    options: '--to 150722100200 --due 2023-12-20',
    params: {
      ...handDownParams(PETITIONS),
      reason,
    },
    act: handedDown,
  }),
  moveCommand('return', {
    summary: {
      zh: '退回：不接收移交的，或把已接收的退给移出单位',
      en: 'return an offer, or offer an accepted petition back',
    },
    options: '--reason 事实有误',
    params: needed,
  }),
  moveCommand('recall', {
    summary: { zh: '收回尚未答复的移交', en: 'recall an unanswered offer' },
    params: { reason },
  }),
  moveCommand('succeed', {
    summary: {
      zh: '承接：持有单位已并入本机构的，由本机构持有（未结的在合并时已承接）',
      en: 'hold what a unit held that was merged into this one (a merger does it for what is open)',
    },
    params: { reason },
  }),
];
