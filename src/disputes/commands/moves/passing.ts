import { directParam, escalated, exceptHolder, handDownParams, handedDown } from '../../../cases/passing-params.ts';
import type { Command } from '../../../cli/command.ts';
import { narrowing, picks, required } from '../../../cli/param.ts';
import { unitNamed } from '../../../units/tree.ts';
import { DISPUTES } from '../../area.ts';
import { moveCommand, names, needed, reason, rights } from './move.ts';

/** Passing a dispute on. */
export const passingMoves: readonly Command[] = [
  moveCommand('accept', {
    summary: { zh: '受理，或接收别的单位移交来的纠纷', en: 'accept a registered dispute, or one that is offered' },
    params: { rightsNotified: rights },
  }),
  moveCommand('decline', {
    summary: { zh: '不予受理', en: 'decline a registered dispute' },
    options: '--reason 法院已立案',
    params: needed,
  }),
  moveCommand('escalate', {
    summary: { zh: '上报：移交给上一级，对方接收后才转移', en: 'offer it one tier up; it moves when it is accepted' },
    options: '--reason 涉及两村',
    params: {
      reason,
      direct: directParam({ zh: '没有调解记录而直接上报的理由', en: 'why it is escalated without a mediation' }),
    },
    act: escalated,
  }),
  moveCommand('hand-down', {
    summary: { zh: '交办：移交给自己的下级', en: 'offer it to a unit below, with a day for the result' },
    options: '--to 150722100200 --due 2023-06-30',
    params: {
      ...handDownParams(DISPUTES),
      reason,
    },
    act: handedDown,
  }),
  moveCommand('return', {
    summary: { zh: '退回：不接收移交，或把已接收的退给原单位', en: 'refuse an offer, or offer an accepted case back' },
    options: '--reason 不属本镇',
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
  moveCommand('joint', {
    summary: { zh: '与别的单位联合调解，仍由本单位持有', en: 'mediate jointly with other units; the holder stays' },
    options: '--with 后宜卧奇村 --reason 跨村',
    params: {
      with: required(
        narrowing(exceptHolder(DISPUTES), picks('unit', names('--with <unit...>', '联合的单位', 'the other units'))),
      ),
      reason,
    },
    act: (said, { scene }) => ({ ...said, with: said.with.map(unit => unitNamed(scene.tree, unit).name) }),
  }),
];
