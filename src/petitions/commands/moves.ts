import { agentCoded, agentRows } from '../../agents/store.ts';
import type { Loaded } from '../../cases/carry-out.ts';
import { moveCommandsOf, openUnit } from '../../cases/move-command.ts';
import { presentParties } from '../../cases/party-store.ts';
import type { Command } from '../../cli/command.ts';
import { choice, flag, option, optionList, required } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import { asCount, asDay, asName } from '../../cli/values.ts';
import { departmentNamed } from '../../departments/store.ts';
import { misuse } from '../../kernel/failure.ts';
import type { AgentNamed, DepartmentNamed } from '../acts.ts';
import { PETITIONS } from '../area.ts';
import { checkExtension, MOST_DAYS_MORE } from '../conditions.ts';
import { openPetitions } from '../open-work-store.ts';
import { OPINIONS, OUTCOMES, type Petition, RATINGS } from '../petition.ts';
import { checkInOffice, isInterested, suggestedAgent } from '../suggest.ts';

const moveCommand = moveCommandsOf(PETITIONS, '150722100200-2023-P1');
const reason = option('--reason <text>', reasonParam.summary, asName);
const needed = { reason: required(reason) } as const;
const agentParam = option('--agent <code>', { zh: '代办员编号', en: 'the agent’s code' });
const departmentParam = option('--department <code>', { zh: '部门代码或名称', en: 'the department’s code or name' });
const dueParam = option('--due <day>', { zh: '要求办结的日期', en: 'the day by which the result is wanted' }, asDay);

type Petitions = Loaded<Petition>;

/** Those whose petition it is; whoever was entered by mistake is not. */
const petitionersOf = ({ context, caseFile }: Petitions) => presentParties(context.db, caseFile.id);

/** An agent who is named, with what the rules need to know of them. */
function namedAgent(loaded: Petitions, code: string): AgentNamed {
  const agent = agentCoded(loaded.context.db, code);
  checkInOffice(agent, loaded.on);
  return { agent: code, agentId: agent.id, interested: isInterested(agent, petitionersOf(loaded)) || undefined };
}

/** The agent whom the program would choose; the result says why. */
function chosenAgent(loaded: Petitions): AgentNamed {
  const { context, caseFile, scene, on, explain } = loaded;
  const open = openPetitions(context.db);
  const candidates = agentRows(context.db).map(agent => ({ ...agent, open: open.get(agent.id) ?? 0 }));
  const { agent, why } = suggestedAgent(candidates, petitionersOf(loaded), caseFile.holder, scene.tree, on);
  for (const reason of why) explain(reason);
  return { agent: agent.code, agentId: agent.id };
}

function namedDepartment({ context, on }: Petitions, text: string): DepartmentNamed {
  const { id, name } = departmentNamed(context.db, text, on);
  return { department: name, departmentId: id };
}

/** Handling a petition: who looks at it, who carries it, which department has a task. */
const handling: readonly Command[] = [
  moveCommand('accept', {
    summary: {
      zh: '受理（60 日开始），或接收别的单位移交来的',
      en: 'accept it (the 60 days begin), or accept an offer',
    },
    params: {},
  }),
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
      attendees: required(optionList('--attendees <name...>', { zh: '参加人', en: 'who took part' }, asName)),
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
  moveCommand('assign', {
    summary: {
      zh: '指派代办员；--suggest 由程序推荐并说明理由',
      en: 'assign an agent; --suggest picks one and says why',
    },
    options: '--suggest',
    params: { agent: agentParam, suggest: flag('--suggest', { zh: '由程序推荐', en: 'let the program choose' }) },
    act: ({ agent, suggest }, loaded) => {
      if ((agent !== undefined) === suggest)
        misuse({ zh: '请写 --agent 编号，或用 --suggest', en: 'Give either --agent or --suggest' });
      return agent === undefined ? chosenAgent(loaded) : namedAgent(loaded, agent);
    },
  }),
  moveCommand('reassign', {
    summary: { zh: '改派另一名代办员', en: 'reassign it to another agent' },
    options: '--agent 150722100200-D02 --reason 调离',
    params: { agent: required(agentParam), ...needed },
    act: ({ agent, reason: why }, loaded) => ({ reason: why, ...namedAgent(loaded, agent) }),
  }),
  moveCommand('route', {
    summary: {
      zh: '分流指派：给部门一项任务，仍由本单位负责',
      en: 'give a department a task; the holder stays responsible',
    },
    options: '--department RSJ --due 2023-12-20',
    params: { department: required(departmentParam), due: dueParam, reason },
    act: ({ department, due, reason: why }, loaded) => ({ reason: why, ...namedDepartment(loaded, department), due }),
  }),
  moveCommand('report', {
    summary: { zh: '登记部门的反馈', en: 'enter a department’s answer' },
    options: '--department RSJ --answer 已补录缴费记录',
    params: {
      department: required(departmentParam),
      answer: required(option('--answer <text>', { zh: '答复', en: 'what it says' }, asName)),
    },
    act: ({ department, answer }, loaded) => ({ ...namedDepartment(loaded, department), answer }),
  }),
];

/** Passing it on: village first, then township, then banner. */
const passing: readonly Command[] = [
  moveCommand('escalate', {
    summary: { zh: '上报：移交给上一级', en: 'offer it one tier up' },
    options: '--reason 超出村级职权',
    params: {
      reason,
      direct: option(
        '--direct <reason>',
        { zh: '没有会商而直接上报的理由', en: 'why it is escalated without a conference' },
        asName,
      ),
    },
    act: ({ reason: why, direct }) => ({ reason: why ?? direct, direct }),
  }),
  moveCommand('hand-down', {
    summary: { zh: '交办：移交给自己的下级', en: 'offer it to a unit below' },
    options: '--to 150722100200 --due 2023-12-20',
    params: {
      to: required(option('--to <unit>', { zh: '下级机构', en: 'the unit below' })),
      due: required(dueParam),
      reason,
    },
    act: (said, { scene }) => ({ ...said, to: openUnit(said.to, scene).code }),
  }),
  moveCommand('return', {
    summary: { zh: '退回：把已接收的退给移出单位', en: 'offer an accepted petition back' },
    options: '--reason 事实有误',
    params: needed,
  }),
  moveCommand('recall', {
    summary: { zh: '收回尚未答复的移交', en: 'recall an unanswered offer' },
    params: { reason },
  }),
  moveCommand('object', {
    summary: {
      zh: '异议：不属本单位职权的，5 个工作日内说明理由',
      en: 'object to an offer within 5 working days, with reasons',
    },
    options: '--reason 属自然资源部门职权',
    params: needed,
  }),
  moveCommand('extend', {
    summary: { zh: '延期一次，最多 30 日，须负责人批准', en: 'extend once, by at most 30 days, approved by the head' },
    options: '--days 30 --approver 孟志强 --reason 情况复杂',
    params: {
      days: option('--days <number>', { zh: '延长的天数（默认 30）', en: 'how many days (default 30)' }, asCount),
      approver: required(option('--approver <name>', { zh: '批准人', en: 'who approved it' }, asName)),
      ...needed,
    },
    act: ({ days = MOST_DAYS_MORE, ...said }) => {
      checkExtension(days);
      return { days, ...said };
    },
  }),
];

/** Answering it. */
const answering: readonly Command[] = [
  moveCommand('conclude', {
    summary: { zh: '办结：作出处理意见', en: 'conclude it with a handling opinion' },
    options: '--outcome support --reply 已补缴到账',
    params: {
      outcome: required(choice('--outcome <outcome>', { zh: '结果', en: 'the outcome' }, OUTCOMES)),
      reply: required(option('--reply <text>', { zh: '处理意见', en: 'the reply' }, asName)),
    },
  }),
  moveCommand('notify', {
    summary: { zh: '登记答复送达信访人的日期', en: 'enter the day on which the reply reached the petitioner' },
    options: '--on 2023-12-01',
    params: { how: option('--how <text>', { zh: '送达方式', en: 'how' }) },
  }),
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

/** The commands of all moves but `refer-to-mediation`, which registers a dispute and has a file of its own. */
export const moveCommands: readonly Command[] = [...handling, ...passing, ...answering];
