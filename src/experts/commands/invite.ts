import { atParam, numberArgument } from '../../cases/move-command.ts';
import { checkActor } from '../../cases/offer.ts';
import { type Command, type Context, command } from '../../cli/command.ts';
import { choice, flag, type Input, option, required } from '../../cli/param.ts';
import { asActDay } from '../../cli/values.ts';
import { DISPUTES } from '../../disputes/area.ts';
import { invitationsOf } from '../../disputes/invitation-store.ts';
import { ANSWERS } from '../../disputes/invitations.ts';
import { loadDispute } from '../../disputes/store.ts';
import type { Day } from '../../kernel/day.ts';
import { refuse, refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { named } from '../../naming/named-param.ts';
import { loadTree } from '../../units/store.ts';
import { unitNamed } from '../../units/tree.ts';
import {
  answerDayProblem,
  consentProblem,
  invitationProblem,
  invitationToAnswer,
  nothingToAnswer,
} from '../invitation-rules.ts';
import { addInvitation, expertCoded, saveAnswer } from '../store.ts';

const params = {
  number: numberArgument(DISPUTES),
  expert: required(named(option('--expert <code>', { zh: '专家编号', en: 'the expert’s code' }), 'expert')),
  at: atParam(DISPUTES, 'invite'),
} as const;

/** The dispute, its invitations and the expert; refuses any unit but the holder. */
function loaded({ db, today }: Context, input: Input<typeof params> & { readonly on: Day | undefined }) {
  const on = input.on ?? today;
  const tree = loadTree(db, on);
  const dispute = loadDispute(db, input.number);
  const unit = checkActor(dispute, 'invite', input.at === undefined ? undefined : unitNamed(tree, input.at), tree);
  return { on, dispute, unit, expert: expertCoded(db, input.expert), invitations: invitationsOf(db, dispute.id) };
}

const invite = command({
  name: 'invite',
  zh: '邀请',
  summary: { zh: '邀请专家参加一件纠纷的调处', en: 'invite an expert to help with a dispute' },
  example: 'dispute invite 150722100200-2023-3 --expert ZJ001 --consented',
  access: 'write',
  params: {
    ...params,
    on: option('--on <day>', { zh: '邀请日期（默认今天）', en: 'the day of the invitation (default today)' }, asActDay),
    consented: flag('--consented', { zh: '双方当事人同意邀请', en: 'the parties consent' }),
    note: option('--note <text>', { zh: '邀请事由', en: 'the purpose' }),
  },
  run: (context, input) => {
    const { on, dispute, unit, expert, invitations } = loaded(context, input);
    refuseIf(
      invitationProblem(dispute, expert, invitations, on, context.today) ?? consentProblem(dispute, input.consented),
    );
    const note = input.note?.trim() ?? '';
    const invitation = { case_id: dispute.id, expert_id: expert.id, unit_id: unit, note, consented: 1 as const };
    addInvitation(context.db, invitation, context.stamp(on, note || undefined));
    const { number } = dispute;
    return {
      view: lines(
        { dispute: number, expert: expert.code, invited_on: on, answer: ANSWERS[''] },
        { zh: `${number}：已邀请专家 ${expert.code}`, en: `${number}: expert ${expert.code} invited` },
        {
          zh: `答复后登记：tiaochu dispute answer ${number} --expert ${expert.code} --answer accepted|declined`,
          en: `When they answer: tiaochu dispute answer ${number} --expert ${expert.code} --answer accepted|declined`,
        },
      ),
      records: [number],
      counts: { invited: 1 },
    };
  },
});

const answer = command({
  name: 'answer',
  zh: '应邀',
  summary: { zh: '登记专家对邀请的答复：应邀或谢绝', en: 'enter what an expert answered to an invitation' },
  example: 'dispute answer 150722100200-2023-3 --expert ZJ001 --answer accepted',
  access: 'write',
  params: {
    ...params,
    answer: required(choice('--answer <answer>', { zh: '答复', en: 'the answer' }, ANSWERS, ['accepted', 'declined'])),
    on: option('--on <day>', { zh: '答复日期（默认今天）', en: 'the day of the answer (default today)' }, asActDay),
    note: option('--note <text>', { zh: '答复说明', en: 'a note on the answer' }),
  },
  run: (context, input) => {
    const { on, dispute, expert, invitations } = loaded(context, input);
    const invitation =
      invitationToAnswer(invitations, expert.code, input.answer) ??
      refuse(nothingToAnswer(dispute.number, expert.code, invitations));
    refuseIf(answerDayProblem(invitation, on, context.today));
    const reply = input.note?.trim() ?? '';
    saveAnswer(context.db, invitation, { answer: input.answer, reply }, context.stamp(on, reply || undefined));
    const { zh, en } = ANSWERS[input.answer];
    return {
      view: lines(
        { dispute: dispute.number, expert: expert.code, answered_on: on, answer: ANSWERS[input.answer] },
        { zh: `${dispute.number}：专家 ${expert.code} ${zh}`, en: `${dispute.number}: expert ${expert.code} ${en}` },
      ),
      records: [dispute.number],
      counts: { answered: 1 },
    };
  },
});

/** Two more verbs of `dispute`, whose own folder may not import the experts. */
export const inviteCommands: readonly Command[] = [invite, answer];
