import type { Command, Context } from '../../cli/command.ts';
import { choice, demanded, flag, formerly, option, required } from '../../cli/param.ts';
import { asName } from '../../cli/values.ts';
import type { Text } from '../../kernel/text.ts';
import { isUnit } from '../../units/tree.ts';
import { checkOutcome, needsOutcome } from '../class-rules.ts';
import { CLASSES, ROADS } from '../classes.ts';
import { OPINIONS, OUTCOMES, RATINGS } from '../petition.ts';
import { reviewerOf } from '../reviewer.ts';
import { loadPetition } from '../store.ts';
import { isAwaited } from '../tasks.ts';
import { hearing } from './hearing.ts';
import { moveCommand, reason } from './move-params.ts';
import { notice } from './notice.ts';

const UNCLASSIFIED = {
  zh: '尚未分类，按信访程序（信访工作条例第三十一条第六项）办结；需要时先用 tiaochu petition classify 分类',
  en: 'It was not classified and counts as residual (Regulations on Petition Work Art. 31(6)); petition classify says otherwise',
};

const conclude = moveCommand('conclude', {
  summary: { zh: '办结：作出处理意见', en: 'conclude it with a handling opinion' },
  options: '--outcome support --reply 已补缴到账',
  params: {
    outcome: demanded(
      ({ db }, { number }) => needsOutcome(loadPetition(db, String(number))),
      choice(
        '--outcome <outcome>',
        { zh: '结果（导入其他程序的不写）', en: 'the outcome (omitted where another road is taken)' },
        OUTCOMES,
      ),
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
});

/** Departments that have not reported when the petition is concluded; a late answer can still be entered. */
function unreported({ db }: Context, { number }: { readonly number?: unknown }): Text[] {
  const { tasks, number: whole } = loadPetition(db, String(number));
  return tasks.filter(isAwaited).map(({ name, routedOn }) => ({
    zh: `${name}尚未反馈（${routedOn} 分流）；迟到的答复仍可登记：tiaochu petition report ${whole} --department ${name}`,
    en: `${name} has not reported (routed on ${routedOn}); a late answer can still be entered: tiaochu petition report ${whole} --department ${name}`,
  }));
}

/** Answering it. */
export const answering: readonly Command[] = [
  moveCommand('classify', {
    summary: {
      zh: '申诉求决分类：只有信访程序的出具处理意见书、有 60 日期限和复查',
      en: 'classify a claim: only a residual one gets a handling opinion, the 60 days and a review',
    },
    options: '--class arbitration',
    params: {
      class: formerly(
        '--as',
        required(choice('--class <class>', { zh: '归入哪一类', en: 'the class of the claim' }, CLASSES)),
      ),
      reason,
    },
    act: ({ class: as, ...said }, { explain }) => {
      explain(ROADS[as]);
      return { ...said, as };
    },
  }),
  { ...conclude, doubts: unreported },
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
              zh: '复查：先登记申请，再写 --outcome 和 --opinion 登记意见；由上一级机关作出',
              en: 'a review by the organ one level above: first the request, then its outcome and opinion',
            }
          : {
              zh: '复核：先登记申请，再写 --outcome 和 --opinion 登记意见；由复查机关的上一级作出',
              en: 'a re-examination by the organ above the reviewing one: first the request, then its outcome and opinion',
            },
      params: {
        outcome: choice('--outcome <outcome>', { zh: '结果', en: 'the outcome' }, OPINIONS),
        opinion: option('--opinion <text>', { zh: '意见', en: 'the opinion' }, asName),
        reason,
        at: option('--at <organ>', {
          zh: '复查复核机关（旗以上的写名称）',
          en: 'the organ that decides; one above the banner by its name',
        }),
      },
      act: (said, { at, caseFile, scene }) => {
        const { at: _, ...words } = said;
        const isOutside = reviewerOf(caseFile, move, scene.tree)?.isOutside === true;
        // A unit of the ledger is no organ above it: its name stays the unit that acts, and the rules judge that.
        return { ...words, ...(isOutside && at !== undefined && !isUnit(scene.tree, at) ? { organ: at } : {}) };
      },
    }),
  ),
  hearing,
  moveCommand('close', {
    summary: { zh: '结案', en: 'close it' },
    params: {
      waived: flag('--waived', { zh: '信访人书面放弃复查复核', en: 'the petitioner gave up the review in writing' }),
      reason,
    },
    act: said => ({ ...said, waived: said.waived || undefined }),
  }),
];
