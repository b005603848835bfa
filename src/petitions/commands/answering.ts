import type { Command } from '../../cli/command.ts';
import { choice, flag, option, required } from '../../cli/param.ts';
import { asName } from '../../cli/values.ts';
import { OPINIONS, OUTCOMES, RATINGS } from '../petition.ts';
import { moveCommand, reason } from './move-params.ts';
import { notice } from './notice.ts';

/** Answering it. */
export const answering: readonly Command[] = [
  moveCommand('conclude', {
    summary: { zh: '办结：作出处理意见', en: 'conclude it with a handling opinion' },
    options: '--outcome support --reply 已补缴到账',
    params: {
      outcome: required(choice('--outcome <outcome>', { zh: '结果', en: 'the outcome' }, OUTCOMES)),
      reply: required(option('--reply <text>', { zh: '处理意见', en: 'the reply' }, asName)),
    },
  }),
  notice,
  moveCommand('rate', {
    summary: { zh: '登记信访人的满意度评价', en: 'enter the petitioner’s rating' },
    options: '--satisfaction satisfied',
    params: {
      satisfaction: required(choice('--satisfaction <word>', { zh: '评价', en: 'the rating' }, RATINGS)),
    },
  }),
  ...(['review', 're-examine'] as const).map(move =>
    moveCommand(move, {
      summary:
        move === 'review'
          ? {
              zh: '复查：先登记申请，再写 --outcome 和 --opinion 登记意见',
              en: 'a review: first the request, then its outcome and opinion',
            }
          : {
              zh: '复核：先登记申请，再写 --outcome 和 --opinion 登记意见',
              en: 'a re-examination: first the request, then its outcome and opinion',
            },
      params: {
        outcome: choice('--outcome <outcome>', { zh: '结果', en: 'the outcome' }, OPINIONS),
        opinion: option('--opinion <text>', { zh: '意见', en: 'the opinion' }, asName),
        reason,
      },
    }),
  ),
  moveCommand('close', {
    summary: { zh: '结案', en: 'close it' },
    params: {
      waived: flag('--waived', { zh: '信访人书面放弃复查复核', en: 'the petitioner gave up the review in writing' }),
      reason,
    },
    act: said => ({ ...said, waived: said.waived || undefined }),
  }),
];
