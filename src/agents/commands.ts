import { type Command, command } from '../cli/command.ts';
import { argument, flag } from '../cli/param.ts';
import { asOfParam, onParam, reasonParam, unitParam } from '../cli/places.ts';
import { covers, endingProblem } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { maskName, maskPhone } from '../kernel/mask.ts';
import { counted } from '../kernel/text.ts';
import { column, lines, type Row } from '../kernel/view.ts';
import { addCommand } from '../register/add-command.ts';
import { changeCommand } from '../register/change-command.ts';
import { historyCommand, historyTable, wordsOf } from '../register/history-command.ts';
import { importCommand } from '../register/import-command.ts';
import { templateCommand } from '../register/template-command.ts';
import { loadTree } from '../units/store.ts';
import { type UnitTree, unitsWithin } from '../units/tree.ts';
import { AGENT_TITLE, agentSheet } from './agent.ts';
import { agentRegister } from './agent-register.ts';
import { type Agent, agentCoded, agentRows, closeAgent, inHand, openMatters } from './store.ts';

const AGENT_WORDS = wordsOf(agentSheet, { masks: { name: maskName, phone: maskPhone } });

const COLUMNS = [
  column('code', '代办员编号', 'Agent'),
  column('name', '姓名', 'Name', 'name'),
  column('unit_code', '单位代码', 'Unit code'),
  column('unit', '单位', 'Unit'),
  column('phone', '电话', 'Phone', 'phone'),
  column('cadre_code', '干部编号', 'Cadre'),
  column('from_on', '起始日期', 'From', 'day'),
  column('to_on', '截止日期', 'Until', 'day'),
] as const;

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出代办员', en: 'list petition agents' },
  example: 'agent list --unit 150722100',
  access: 'read',
  personal: true,
  params: { unit: unitParam, on: asOfParam, all: flag('--all', { zh: '含已停用的', en: 'closed ones too' }) },
  run: ({ db, today }, input) => {
    const day = input.on ?? today;
    const tree = loadTree(db, day);
    const within = unitsWithin(tree, input.unit);
    const rows = agentRows(db)
      .filter(agent => (!within || within.has(agent.unit_id)) && (input.all || covers(agent, day)))
      .map(agent => agentRow(agent, tree));
    return {
      view: {
        shape: 'table',
        columns: COLUMNS,
        rows,
        notes: [{ zh: `共 ${rows.length} 人`, en: `${rows.length} in all` }],
      },
      counts: { shown: rows.length },
    };
  },
});

const show = command({
  name: 'show',
  zh: '查看',
  summary: { zh: '查看一名代办员', en: 'show a petition agent' },
  example: 'agent show 150722100200-D01',
  access: 'read',
  personal: true,
  params: { code: argument('<code>', { zh: '代办员编号', en: 'the agent’s code' }) },
  run: async ({ db, today, reveal }, input) => {
    const agent = agentCoded(db, input.code);
    const open = openMatters(db).get(agent.id) ?? 0;
    return {
      view: {
        shape: 'card',
        title: { zh: `代办员 ${agent.code}`, en: `Agent ${agent.code}` },
        columns: [...COLUMNS, column('open', '在办', 'Open', 'integer')],
        row: { ...agentRow(agent, loadTree(db, today)), open },
        tables: [await historyTable(db, 'agent', agent.id, AGENT_WORDS, reveal)],
      },
      records: [agent.code],
    };
  },
});

const close = command({
  name: 'close',
  zh: '停用',
  summary: { zh: '代办员从某日起不再代办', en: 'end an agent’s time from a day on' },
  example: 'agent close 150722100200-D01 --on 2024-01-01 --reason 调离',
  access: 'write',
  params: { code: argument('<code>', { zh: '代办员编号', en: 'the agent’s code' }), on: onParam, reason: reasonParam },
  run: ({ db, stamp, today }, input) => {
    const on = input.on ?? today;
    const agent = agentCoded(db, input.code);
    const wrong = endingProblem(agent.code, agent, on);
    if (wrong) refuse(wrong);
    const open = inHand(db, agent.id);
    if (open > 0)
      refuse(
        { zh: `${agent.code} 还有 ${open} 件在办的信访`, en: `${agent.code} has ${counted(open, 'open petition')}` },
        {
          zh: `先逐件改派：tiaochu petition reassign（用 tiaochu petition list --agent ${agent.code} 查看）`,
          en: `Give each to another agent first: tiaochu petition reassign (see tiaochu petition list --agent ${agent.code})`,
        },
      );
    closeAgent(db, agent, on, stamp(on, input.reason));
    return {
      view: lines(
        { agent: agent.code, to_on: on },
        { zh: `${agent.code} 自 ${on} 起停用`, en: `${agent.code} is closed from ${on} on` },
      ),
      records: [agent.code],
    };
  },
});

/** `agent workload` is the workload report itself and is handed in, since reports stand above. */
export function agentCommands(workload: Command): Command[] {
  return [
    list,
    show,
    addCommand(agentRegister, 'agent add --code 150722100200-D99 --name 鄂晓光 --unit-code 150722100200'),
    changeCommand(agentRegister, 'agent change 150722100200-D01 --phone 13900000009'),
    close,
    { ...workload, name: 'workload', zh: '工作量', example: 'agent workload --unit 150722100' },
    historyCommand(
      'agent',
      AGENT_TITLE,
      '<code>',
      'agent history 150722100200-D01',
      async ({ db }, code) => agentCoded(db, code).id,
      () => AGENT_WORDS,
    ),
    importCommand(agentRegister, 'agent import demo/agents.csv'),
    templateCommand('agent', AGENT_TITLE, agentSheet),
  ];
}

function agentRow(agent: Agent, tree: UnitTree): Row {
  const unit = tree.units.get(agent.unit_id);
  return { ...agent, unit_code: unit?.code, unit: unit?.name };
}
