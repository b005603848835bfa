import { agentCoded } from '../../agents/store.ts';
import { carryOut, type Where } from '../../cases/carry-out.ts';
import { presentParties } from '../../cases/party-store.ts';
import { dueParam } from '../../cases/passing-params.ts';
import type { Command, Context, Outcome } from '../../cli/command.ts';
import { demanded, flag, forLines, isSaid, narrowing, option, optionList, required } from '../../cli/param.ts';
import { partedNames } from '../../cli/parts.ts';
import { asName } from '../../cli/values.ts';
import { misuse } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import type { AgentNamed } from '../acts.ts';
import { ableAgents, agentCandidates, exceptItsAgent } from '../agent-picked.ts';
import { PETITIONS } from '../area.ts';
import { acceptanceBy } from '../first-step.ts';
import { checkInOffice, isInterested, suggestedAgent } from '../suggest.ts';
import { agentParam, departmentParam, moveCommand, namedDepartment, needed, type Petitions } from './move-params.ts';

/** Those whose petition it is; whoever was entered by mistake is not. */
const petitionersOf = ({ context, caseFile }: Petitions) => presentParties(context.db, caseFile.id);

/** An agent who is named, with what the rules need to know of them. */
function namedAgent(loaded: Petitions, code: string): AgentNamed {
  const agent = agentCoded(loaded.context.db, code);
  checkInOffice(agent, loaded.on);
  loaded.explain({ zh: `代办员 ${code}`, en: `Agent ${code}` });
  return { agent: code, agentId: agent.id, interested: isInterested(agent, petitionersOf(loaded)) || undefined };
}

/** The agent whom the program would choose; the result says why. */
function chosenAgent(loaded: Petitions): AgentNamed {
  const { context, caseFile, scene, on, explain } = loaded;
  const { agent, why } = suggestedAgent(
    agentCandidates(context.db),
    petitionersOf(loaded),
    caseFile.holder,
    scene.tree,
    on,
  );
  for (const reason of why) explain(reason);
  return { agent: agent.code, agentId: agent.id };
}

export const accept = moveCommand('accept', {
  summary: {
    zh: '受理（机关受理起 60 日；村、社区受理是代办），或接收别的单位移交来的；部门受理的写 --department',
    en: 'accept it (an organ has 60 days from then, a village carries it), or accept an offer; --department for a department’s acceptance',
  },
  params: {},
  act: (_, { scene }) => acceptanceBy(scene.actor),
});

const assigning = moveCommand('assign', {
  summary: {
    zh: '指派代办员；--suggest 只推荐并说明理由，--take 指派推荐的',
    en: 'assign an agent; --suggest only names one and says why, --take assigns that agent',
  },
  options: '--take',
  params: {
    agent: demanded((_, { suggest, take }) => !isSaid(suggest) && !isSaid(take), narrowing(ableAgents, agentParam)),
    suggest: forLines(flag('--suggest', { zh: '只推荐，不指派', en: 'only suggest an agent' })),
    take: forLines(flag('--take', { zh: '指派推荐的代办员', en: 'assign the suggested agent' })),
  },
  act: ({ agent, suggest, take }, loaded) => {
    if ((agent !== undefined) === (suggest || take))
      misuse({ zh: '请写 --agent 编号，或用 --suggest、--take', en: 'Give --agent, or --suggest or --take' });
    return agent === undefined ? chosenAgent(loaded) : namedAgent(loaded, agent);
  },
});

const assign: Command = {
  ...assigning,
  run: (context, input) =>
    input.suggest === true && input.take !== true && input.agent === undefined
      ? suggestion(context, input as unknown as Where)
      : assigning.run(context, input),
};

/** The agent whom `--take` would assign, after all that an assignment needs was checked; nothing is kept of it. */
function suggestion(context: Context, where: Where): Outcome {
  let suggested = '';
  const why: Text[] = [];
  const { records = [] } = carryOut(PETITIONS, context, 'assign', where, loaded => {
    const agent = chosenAgent({ ...loaded, explain: text => why.push(text) });
    suggested = agent.agent;
    return { move: 'assign' as const, on: loaded.on, reason: '', ...agent };
  });
  const [number = ''] = records;
  const line = `tiaochu petition assign ${number} --take`;
  return {
    isOnlyShown: true,
    view: lines(
      { petition: number, suggested },
      { zh: `${number}：推荐 ${suggested}，尚未指派`, en: `${number}: ${suggested} is suggested, not yet assigned` },
      ...why,
      { zh: `指派请用 ${line}`, en: `To assign that agent: ${line}` },
    ),
    records,
  };
}

/** Handling a petition: who looks at it, and who carries it. */
export const handling: readonly Command[] = [
  moveCommand('decline', {
    summary: { zh: '不予受理', en: 'decline it' },
    options: '--reason 不属信访事项',
    params: needed,
  }),
  moveCommand('confer', {
    summary: {
      zh: '会商研判；可同时指派代办员、分流部门',
      en: 'enter a conference; it may assign and route in the same step',
    },
    options: '--attendees 村书记 包村干部 --analysis 属社保经办 --decision 由代办员联系人社局',
    params: {
      attendees: required(
        optionList(
          '--attendees <name...>',
          { zh: '参加人（几人用顿号隔开）', en: 'who took part; several with ; between' },
          asName,
          partedNames,
        ),
      ),
      analysis: required(option('--analysis <text>', { zh: '研判意见', en: 'what was found' }, asName)),
      decision: required(option('--decision <text>', { zh: '决定', en: 'what was decided' }, asName)),
      agent: agentParam,
      department: departmentParam,
      due: dueParam,
    },
    act: ({ attendees, analysis, decision, agent, department, due }, loaded) => {
      if (due !== undefined && department === undefined)
        misuse(
          {
            zh: '--due 是部门任务的期限，须同时写 --department',
            en: '--due is the department’s due date: name the department, too',
          },
          { zh: '加上 --department', en: 'Add --department' },
        );
      return {
        ...{ attendees, analysis, decision, due },
        ...(agent === undefined ? {} : namedAgent(loaded, agent)),
        ...(department === undefined ? {} : namedDepartment(loaded, department)),
      };
    },
  }),
  assign,
  moveCommand('reassign', {
    summary: { zh: '改派另一名代办员', en: 'reassign it to another agent' },
    options: '--agent 150722100200-D02 --reason 调离',
    params: { agent: required(narrowing(exceptItsAgent, agentParam)), ...needed },
    act: ({ agent, reason: why }, loaded) => ({ reason: why, ...namedAgent(loaded, agent) }),
  }),
];
