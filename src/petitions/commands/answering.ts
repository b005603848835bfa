import type { Command } from '../../cli/command.ts';
import { choice, flag, option, required } from '../../cli/param.ts';
import { asName } from '../../cli/values.ts';
import { checkOutcome } from '../class-rules.ts';
import { CLASSES, ROADS } from '../classes.ts';
import { OPINIONS, OUTCOMES, RATINGS } from '../petition.ts';
import { moveCommand, reason } from './move-params.ts';
import { notice } from './notice.ts';

const UNCLASSIFIED = {
  zh: '尚未分类，按信访程序（信访工作条例第三十一条第六项）办结；需要时先用 petition classify 分类',
  en: 'It was not classified and counts as residual (Regulations on Petition Work Art. 31(6)); petition classify says otherwise',
};

/** Answering it. */
export const answering: readonly Command[] = [
  moveCommand('classify', {
    summary: {
      zh: '申诉求决分类：只有信访程序的出具处理意见书、有 60 日期限和复查',
      en: 'classify a claim: only a residual one gets a handling opinion, the 60 days and a review',
    },
    options: '--as arbitration',
    params: {
      as: required(choice('--as <class>', { zh: '归入哪一类', en: 'the class of the claim' }, CLASSES)),
      reason,
    },
    act: (said, { explain }) => {
      explain(ROADS[said.as]);
      return said;
    },
  }),
  moveCommand('conclude', {
    summary: { zh: '办结：作出处理意见', en: 'conclude it with a handling opinion' },
    options: '--outcome support --reply 已补缴到账',
    params: {
      outcome: choice(
        '--outcome <outcome>',
        { zh: '结果（导入其他程序的不写）', en: 'the outcome (omitted where another road is taken)' },
        OUTCOMES,
      ),
      reply: required(option('--reply <text>', { zh: '处理意见', en: 'the reply' }, asName)),
    },
    act: (said, { caseFile, context, explain }) => {
      checkOutcome(caseFile, said.outcome);
      const { isSuggestion, classedAs, handler } = caseFile;
      if (classedAs !== '') explain(ROADS[classedAs]);
      else if (!isSuggestion && handler !== undefined) context.remark(UNCLASSIFIED);
      return said;
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
