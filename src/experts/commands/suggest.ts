import { numberArgument } from '../../cases/move-command.ts';
import { command } from '../../cli/command.ts';
import { DISPUTES } from '../../disputes/area.ts';
import { invitationsOf } from '../../disputes/invitation-store.ts';
import { allCategories, disputeRow, loadDispute } from '../../disputes/store.ts';
import { refuseIf } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { column, type Table } from '../../kernel/view.ts';
import { ENGAGEMENTS } from '../expert.ts';
import { notToBeSettledProblem } from '../invitation-rules.ts';
import { expertRows } from '../store.ts';
import { type Suggestion, suggestedExperts } from '../suggestion.ts';

const RULE = {
  zh: '在册且专长含这一类别的专家，未了结的邀请少的在前，数量相同的按编号排列；未了结的邀请指未谢绝、且纠纷尚未化解或终结的邀请',
  en: 'Experts in office with the dispute’s category among their specialties, fewest open invitations first, then by code. An invitation is open while it is not declined and its dispute is not settled or ended.',
};

export const suggest = command({
  name: 'suggest',
  zh: '推荐',
  summary: {
    zh: '推荐可以邀请到一件纠纷的专家，并说明理由',
    en: 'suggest experts to invite to a dispute, and say why',
  },
  example: 'expert suggest 150722100200-2023-3',
  access: 'read',
  personal: true,
  params: { number: numberArgument(DISPUTES) },
  run: ({ db, today }, input) => {
    const dispute = loadDispute(db, input.number);
    refuseIf(notToBeSettledProblem(dispute));
    const { category_id, title } = disputeRow(db, dispute.id);
    const category = allCategories(db).find(({ id }) => id === category_id);
    if (!category) throw new Error(`${dispute.number} has no category`);
    const suggestion = suggestedExperts(expertRows(db), category, invitationsOf(db, dispute.id), today);
    const subject = {
      zh: `${dispute.number} ${title}（${category.name_zh}）可以邀请的专家`,
      en: `Experts for ${dispute.number} ${title} (${category.name_en})`,
    };
    return { view: { ...suggestionTable(subject, suggestion), about: [dispute.number] }, records: [dispute.number] };
  },
});

function suggestionTable(title: Text, { suggested, leftOut }: Suggestion): Table {
  return {
    shape: 'table',
    title,
    columns: [
      column('code', '专家编号', 'Expert', 'code'),
      column('name', '姓名', 'Name', 'name'),
      column('department', '部门', 'Department'),
      column('engagement', '参与方式', 'Engagement', 'word'),
      column('phone', '电话', 'Phone', 'phone'),
      column('open', '未了结的邀请', 'Open', 'integer'),
      column('why', '理由', 'Why'),
    ],
    rows: suggested.map(({ expert, why }) => ({ ...expert, engagement: ENGAGEMENTS[expert.engagement], why })),
    notes: [RULE, ...leftOut],
  };
}
