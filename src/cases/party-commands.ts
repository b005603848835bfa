import { type Command, type Context, command, type Outcome } from '../cli/command.ts';
import { argument, choice, option, required } from '../cli/param.ts';
import { reasonParam } from '../cli/places.ts';
import { asCount } from '../cli/values.ts';
import { misuse, notFound, refuse } from '../kernel/failure.ts';
import { lines } from '../kernel/view.ts';
import { recordChanges } from '../ledger/events.ts';
import { loadTree } from '../units/store.ts';
import { unitNamed } from '../units/tree.ts';
import type { AnyCaseArea } from './area.ts';
import type { Case } from './case.ts';
import { commandHint } from './case-hint.ts';
import { atParam, numberArgument } from './move-command.ts';
import { checkActor } from './offer.ts';
import { ROLES, type Role } from './party.ts';
import { addParty, changeParty, type PartyRow, presentParties, removeParty } from './party-store.ts';
import { readParties, readPartyChange } from './party-text.ts';

const PARTY = { zh: '当事人', en: 'parties', one: 'party' };

/** `<noun> party add|change|remove`: what only the holder may do to a case's parties. */
export function partyCommands(area: AnyCaseArea, roles: readonly Role[], limit: number, sample: string): Command[] {
  return [addCommand(area, roles, limit, sample), changeCommand(area, sample), removeCommand(area, sample)];
}

const whichParty = ({ kind }: AnyCaseArea) =>
  argument(
    '<party>',
    { zh: `当事人序号（tiaochu ${kind} show 可查）`, en: `the party’s number in ${kind} show` },
    asCount,
  );

function addCommand(area: AnyCaseArea, roles: readonly Role[], limit: number, sample: string): Command {
  const { kind, title } = area;
  return command({
    name: 'party add',
    zh: '当事人 增加',
    summary: { zh: `给${title.zh}增加一名当事人`, en: `add a party to a ${title.one}` },
    example: `${kind} party add ${sample} --role ${roles.at(-1)} --party name=何春花`,
    access: 'write',
    params: {
      number: numberArgument(area),
      role: required(choice('--role <role>', { zh: '身份', en: 'role' }, ROLES, roles)),
      party: required(
        option(
          '--party <party>',
          {
            zh: '当事人：姓名=…,电话=…,性别=…,出生=…,住址=… 等；几个人用分号隔开',
            en: 'the party: name=…,phone=…,sex=…,birth=…,address=… and so on; several with ; between',
          },
          readParties,
        ),
      ),
      at: atParam(area, 'change'),
    },
    run: (context, input) =>
      onOwn(area, context, input, (caseFile, parties) => {
        if (parties.length + input.party.length > limit)
          misuse({ zh: `当事人最多 ${limit} 名`, en: `At most ${limit} parties` });
        for (const words of input.party) {
          const id = addParty(context.db, caseFile.id, input.role, words);
          const added = { field: 'added', old: null, new: words.name };
          recordChanges(context.db, 'party', id, [added], context.stamp());
        }
        const places = input.party.map((_, i) => parties.length + 1 + i);
        return { zh: `已增加第 ${places.join('、')} 名当事人`, en: `party ${places.join(', ')} added` };
      }),
  });
}

function changeCommand(area: AnyCaseArea, sample: string): Command {
  return command({
    name: 'party change',
    zh: '当事人 修改',
    summary: { zh: '修改一名当事人，原值保留在历史中', en: 'change a party; old values stay in the history' },
    example: `${area.kind} party change ${sample} 1 --party phone=13900000001`,
    access: 'write',
    params: {
      number: numberArgument(area),
      party: whichParty(area),
      words: required(
        option(
          '--party <words>',
          {
            zh: '要修改的项目，如 电话=13900000001、性别=女、出生年份=1970',
            en: 'what changes, like phone=13900000001,sex=female,birth=1970',
          },
          readPartyChange,
        ),
      ),
      at: atParam(area, 'change'),
      reason: reasonParam,
    },
    run: (context, input) =>
      onOwn(area, context, input, (_, parties) => {
        const stamp = context.stamp(undefined, input.reason);
        const changed = changeParty(context.db, placed(parties, input.party), input.words, stamp);
        if (changed === 0) misuse({ zh: '没有写明要修改的项目', en: 'Nothing to change was named' });
        return { zh: `已修改第 ${input.party} 名当事人`, en: `party ${input.party} changed` };
      }),
  });
}

function removeCommand(area: AnyCaseArea, sample: string): Command {
  return command({
    name: 'party remove',
    zh: '当事人 移除',
    summary: { zh: '移除一名登记错的当事人（记录保留）', en: 'remove a party entered by mistake (the record stays)' },
    example: `${area.kind} party remove ${sample} 2 --reason 登记有误`,
    access: 'write',
    params: {
      number: numberArgument(area),
      party: whichParty(area),
      reason: required(reasonParam),
      at: atParam(area, 'change'),
    },
    run: (context, input) =>
      onOwn(area, context, input, ({ number: own }, parties) => {
        if (parties.length === 1)
          refuse(
            { zh: `${own} 只有这一名当事人，不能移除`, en: `${own} has no other party` },
            commandHint(
              { kind: area.kind, number: own },
              `party change # ${input.party} --party name=…`,
              '登记有误的请修改：$',
              'Correct it instead: $',
            ),
          );
        removeParty(context.db, placed(parties, input.party), context.stamp(undefined, input.reason));
        return { zh: `已移除第 ${input.party} 名当事人`, en: `party ${input.party} removed` };
      }),
  });
}

/** Does something to the present parties, if it is the holder who acts. */
function onOwn(
  area: AnyCaseArea,
  context: Context,
  input: { readonly number: string; readonly at: string | undefined },
  work: (caseFile: Case, parties: readonly PartyRow[]) => { zh: string; en: string },
): Outcome {
  const { db } = context;
  const tree = loadTree(db, context.today);
  const caseFile: Case = area.load(db, input.number);
  const { id, number } = caseFile;
  checkActor(caseFile, 'change', input.at === undefined ? undefined : unitNamed(tree, input.at), tree);
  const done = work(caseFile, presentParties(db, id));
  area.checkParties?.(db, caseFile, presentParties(db, id));
  return {
    view: lines({ [area.kind]: number }, { zh: `${number}：${done.zh}`, en: `${number}: ${done.en}` }),
    records: [number],
    counts: { changed: 1 },
  };
}

function placed(parties: readonly PartyRow[], position: number): PartyRow {
  const numbers = {
    zh: `当事人序号是 1 至 ${parties.length}，用 show 查看`,
    en: `The parties are numbered 1 to ${parties.length}; show lists them`,
  };
  return parties[position - 1] ?? notFound(PARTY, String(position), numbers);
}
