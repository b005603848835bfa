import { deadlinesOf } from '../../cases/deadline-store.ts';
import { numberArgument } from '../../cases/move-command.ts';
import { command } from '../../cli/command.ts';
import type { Day } from '../../kernel/day.ts';
import { refuse } from '../../kernel/failure.ts';
import { type Text, type Word, wordList } from '../../kernel/text.ts';
import { column } from '../../kernel/view.ts';
import { DISPUTES } from '../area.ts';
import { COURT_WARNINGS } from '../court-warnings.ts';
import type { Dispute } from '../dispute.ts';
import { allCategories, disputeRow, loadDispute } from '../store.ts';

export const confirmCheck = command({
  name: 'confirm-check',
  zh: '确认检查',
  summary: {
    zh: '申请司法确认前的检查：最后一天、材料、不受理的情形',
    en: 'check before applying for judicial confirmation: the last day, the papers, what a court does not accept',
  },
  example: 'dispute confirm-check 150722100200-2023-1',
  access: 'read',
  params: { number: numberArgument(DISPUTES) },
  run: ({ db, today }, input) => {
    const dispute = loadDispute(db, input.number);
    const { number, agreement } = dispute;
    if (!agreement)
      refuse(
        { zh: `${number} 尚无调解协议，无从申请司法确认`, en: `${number} has no mediation agreement to confirm` },
        { zh: `先化解：tiaochu dispute settle ${number}`, en: `Settle it first: tiaochu dispute settle ${number}` },
      );
    const due = deadlinesOf(db, dispute.id).findLast(({ code }) => code === 'SFQR_30');
    const { category_id } = disputeRow(db, dispute.id);
    const category = allCategories(db).find(({ id }) => id === category_id);
    const warning = COURT_WARNINGS[category?.warning ?? ''];
    return {
      view: {
        shape: 'table',
        title: { zh: `${number} 司法确认检查`, en: `Judicial confirmation of ${number}` },
        columns: [column('item', '材料或条件', 'Paper or condition'), column('state', '情况', 'State', 'word')],
        rows: requirements(agreement),
        notes: [lastDay(due, today), ...(warning ? [warning] : []), NOT_TAKEN],
      },
      records: [number],
    };
  },
});

const STATES = wordList({
  there: { zh: '具备', en: 'there' },
  lacking: { zh: '尚缺', en: 'lacking' },
  'by-hand': { zh: '请核对', en: 'check by hand' },
});
const BY_HAND = STATES['by-hand'];
const met = (yes: boolean): Word => (yes ? STATES.there : STATES.lacking);

/** What a court wants to see: what the ledger knows of it, and what is to be checked by hand. */
function requirements({ form, effectiveOn }: NonNullable<Dispute['agreement']>) {
  const effect: Text =
    form === 'written'
      ? {
          zh: '协议已生效（当事人、调解员、调委会签署齐全）',
          en: 'in effect: parties, mediator and committee have signed',
        }
      : { zh: '协议已生效（口头协议自达成之日）', en: 'in effect (an oral agreement from the day it was made)' };
  return [
    { item: { zh: '书面调解协议', en: 'written agreement' }, state: met(form === 'written') },
    { item: effect, state: met(effectiveOn !== null) },
    { item: { zh: '调解组织主持调解的证明', en: 'proof that the committee mediated' }, state: BY_HAND },
    { item: { zh: '与协议有关的财产权利证明', en: 'papers of the property concerned' }, state: BY_HAND },
    {
      item: { zh: '双方身份、住所、联系方式的证明', en: 'identity, address and contacts of both parties' },
      state: BY_HAND,
    },
    { item: { zh: '双方共同申请', en: 'both parties apply together' }, state: BY_HAND },
  ];
}

/** The 30 days from the effect of the agreement (Civil Procedure Law Art. 205). */
function lastDay(due: { start_on: Day; due_on: Day; due_latest: Day | null } | undefined, today: Day): Text {
  if (!due)
    return { zh: '协议尚未生效，三十日尚未起算', en: 'The agreement is not in effect: the 30 days have not begun' };
  const { start_on, due_on, due_latest } = due;
  if (due_latest !== null) return notBefore(start_on, due_on);
  if (due_on < today) return { zh: `申请期限已于 ${due_on} 届满`, en: `The time to apply ended on ${due_on}` };
  return {
    zh: `自协议生效（${start_on}）起三十日内共同申请，最后一天 ${due_on}（民事诉讼法第二百零五条）`,
    en: `Apply jointly within 30 days of the agreement’s taking effect (${start_on}); the last day is ${due_on} (Civil Procedure Law Art. 205)`,
  };
}

/** Where holidays are not announced yet nobody may call the time over: it ends on a worked day. */
function notBefore(start: Day, due: Day): Text {
  return {
    zh: `自协议生效（${start}）起三十日内共同申请，最后一天不早于 ${due}；该年放假安排尚未导入，请在 ${due} 或以前申请（民事诉讼法第二百零五条）`,
    en: `Apply jointly within 30 days of the agreement’s taking effect (${start}); the last day is not before ${due}. The holidays of that year have not been imported: apply by then (Civil Procedure Law Art. 205)`,
  };
}

const NOT_TAKEN: Text = {
  zh: '不受理：不属法院主管或管辖、身份关系、特别程序、物权和知识产权确权；驳回：违反强制性规定、损害他人或公共利益、违背公序良俗、非自愿、内容不明。确认有效的可申请强制执行（民事诉讼法第二百零六条）；法院不收费',
  en: 'Not accepted: other courts’ matters, identity relations, special procedures, confirmation of property or IP rights. Rejected: against mandatory law, others’ or public interest, good morals, free will, or unclear. A confirmed agreement can be enforced (Art. 206); the court charges nothing.',
};
