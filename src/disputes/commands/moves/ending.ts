import type { Command } from '../../../cli/command.ts';
import { flag } from '../../../cli/param.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';
import { lackingIn } from '../../file-store.ts';
import { lackingText } from '../../file-text.ts';
import { moveCommand, needed, reason } from './move.ts';

/** Ending a dispute, and beginning it anew. */
export const endingMoves: readonly Command[] = [
  moveCommand('close', {
    summary: { zh: '结案：履行完毕，或写明原因', en: 'close it: performed, or with a reason' },
    params: { reason },
    complete: (act, _, { caseFile, context }) => {
      const lacking = lackingIn(context.db, caseFile);
      if (lacking.length > 0) context.remark(lackingText(caseFile.number, lacking));
      for (const { department, due } of caseFile.referrals) context.remark(unansweredText(department, due));
      return act;
    },
  }),
  moveCommand('terminate', {
    summary: { zh: '终止调解，告知其他途径', en: 'terminate it and inform the parties of their other remedies' },
    options: '--remedies-told --reason 对方拒绝',
    params: {
      remediesTold: flag('--remedies-told', {
        zh: '已告知仲裁、行政、司法途径',
        en: 'the parties have been informed of their other remedies',
      }),
      ...needed,
    },
  }),
  moveCommand('withdraw', {
    summary: { zh: '当事人撤回', en: 'a party withdraws it' },
    options: '--reason 自行和解',
    params: needed,
  }),
  moveCommand('reopen', {
    summary: { zh: '重启：化解后又反复，或终止、撤回后重新受理', en: 'reopen it after a relapse, or after its end' },
    options: '--reason 又起争执',
    params: needed,
  }),
];

/** A department has not answered; its answer can still be entered. */
function unansweredText(department: string, due: Day): Text {
  return {
    zh: `${department}尚未反馈（要求 ${due} 前），结案后仍可用 report 登记`,
    en: `${department} has not answered (by ${due}); its answer can still be entered with report`,
  };
}
