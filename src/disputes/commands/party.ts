import { checkActor } from '../../cases/offer.ts';
import { PARTY_LIMIT, ROLES, type Role } from '../../cases/party.ts';
import { changeParty, type PartyRow, partiesOf, partyWriter, removeParty } from '../../cases/store.ts';
import { type Command, type Context, command, type Outcome } from '../../cli/command.ts';
import { argument, choice, option, required } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import { asCount } from '../../cli/values.ts';
import { misuse, notFound, refuse } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { recordChanges } from '../../ledger/events.ts';
import { loadTree } from '../../units/store.ts';
import { unitNamed } from '../../units/tree.ts';
import type { Dispute } from '../dispute.ts';
import { loadDispute } from '../store.ts';
import { asParty, asPartyChange } from '../values.ts';
import { numberArgument } from './move-command.ts';

const PARTY = { zh: '当事人', en: 'parties', one: 'party' };
const ROLE_LIST = ['applicant', 'respondent'] as const satisfies readonly Role[];
const atParam = option('--at <unit>', {
  zh: '办理单位（默认持有单位）',
  en: 'the unit that acts (default: the holder)',
});
const whoArgument = argument(
  '<party>',
  { zh: '当事人序号（dispute show 可查）', en: 'the party’s number in dispute show' },
  asCount,
);

const add = command({
  name: 'party add',
  zh: '当事人 增加',
  summary: { zh: '给纠纷增加一名当事人', en: 'add a party to a dispute' },
  example: 'dispute party add 2023-1 --role respondent --party name=何春花',
  access: 'write',
  plain: true,
  params: {
    number: numberArgument,
    role: required(choice('--role <role>', { zh: '身份', en: 'role' }, ROLE_LIST, ROLES)),
    party: required(
      option(
        '--party <party>',
        { zh: '当事人：name=…,phone=…,id=…,household=…', en: 'the party: name=…,phone=…,id=…,household=…' },
        asParty,
      ),
    ),
    at: atParam,
  },
  run: (context, input) =>
    onOwn(context, input, (dispute, parties) => {
      if (parties.length >= PARTY_LIMIT)
        misuse({ zh: `当事人最多 ${PARTY_LIMIT} 名`, en: `At most ${PARTY_LIMIT} parties` });
      const id = partyWriter(context.handle)(dispute.id, input.role, input.party);
      recordChanges(context.handle, 'party', id, [{ field: 'added', old: null, new: input.party.name }], context.act());
      return { zh: `增加第 ${parties.length + 1} 名当事人`, en: `party ${parties.length + 1} added` };
    }),
});

const change = command({
  name: 'party change',
  zh: '当事人 修改',
  summary: { zh: '修改一名当事人，原值留在历史里', en: 'change a party; old values stay in the history' },
  example: 'dispute party change 2023-1 1 --party phone=13900000001',
  access: 'write',
  plain: true,
  params: {
    number: numberArgument,
    party: whoArgument,
    words: required(
      option(
        '--party <words>',
        { zh: '要改的项，如 phone=13900000001', en: 'what changes, like phone=13900000001' },
        asPartyChange,
      ),
    ),
    at: atParam,
    reason: reasonParam,
  },
  run: (context, input) =>
    onOwn(context, input, (_, parties) => {
      const changed = changeParty(
        context.handle,
        one(parties, input.party),
        input.words,
        context.act(undefined, input.reason),
      );
      if (changed === 0) misuse({ zh: '没有要修改的内容', en: 'There is nothing to change' });
      return { zh: `已修改第 ${input.party} 名当事人`, en: `party ${input.party} changed` };
    }),
});

const remove = command({
  name: 'party remove',
  zh: '当事人 移除',
  summary: { zh: '移除一名登记错的当事人（记录保留）', en: 'take a wrongly entered party off (the record stays)' },
  example: 'dispute party remove 2023-1 2 --reason 登记有误',
  access: 'write',
  plain: true,
  params: { number: numberArgument, party: whoArgument, reason: required(reasonParam), at: atParam },
  run: (context, input) =>
    onOwn(context, input, (dispute, parties) => {
      if (parties.length === 1)
        refuse(
          { zh: `${dispute.number} 只有这一名当事人，不能移除`, en: `${dispute.number} has no other party` },
          {
            zh: '请先用 party add 增加，或用 party change 修改',
            en: 'Add one first with party add, or use party change',
          },
        );
      removeParty(context.handle, one(parties, input.party), context.act(undefined, input.reason));
      return { zh: `已移除第 ${input.party} 名当事人`, en: `party ${input.party} taken off` };
    }),
});

export const partyCommands: readonly Command[] = [add, change, remove];

/** What only the holder may do to a dispute's parties, with the parties that stand. */
function onOwn(
  context: Context,
  input: { readonly number: string; readonly at: string | undefined },
  work: (dispute: Dispute, parties: readonly PartyRow[]) => { zh: string; en: string },
): Outcome {
  const tree = loadTree(context.handle, context.today);
  const dispute = loadDispute(context.handle, input.number);
  checkActor(dispute, 'change', input.at === undefined ? undefined : unitNamed(tree, input.at), tree);
  const done = work(
    dispute,
    partiesOf(context.handle, dispute.id).filter(party => party.removed_on === null),
  );
  const { number } = dispute;
  return {
    view: lines({ dispute: number }, { zh: `${number}：${done.zh}`, en: `${number}: ${done.en}` }),
    records: [number],
    counts: { changed: 1 },
  };
}

function one(parties: readonly PartyRow[], position: number): PartyRow {
  return parties[position - 1] ?? notFound(PARTY, String(position));
}
