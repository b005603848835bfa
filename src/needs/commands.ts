import { type Command, command } from '../cli/command.ts';
import { argument, choice, flag, option, required } from '../cli/param.ts';
import { reasonParam } from '../cli/places.ts';
import { asActDay, asName } from '../cli/values.ts';
import { SATISFACTIONS } from '../disputes/dispute.ts';
import { householdFilter } from '../households/household-filter.ts';
import { villagesIn } from '../households/household-store.ts';
import { sentenceOf } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import { notFound, refuse, refuseIf } from '../kernel/failure.ts';
import { column, lines } from '../kernel/view.ts';
import { namedAmong } from '../naming/named-param.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import { withdrawnProblem } from '../register/simple-end.ts';
import { inUnits } from '../units/views.ts';
import { NEED_TITLE, needSheet } from './need.ts';
import { needRecord } from './need-record.ts';
import { closeProblem, isOverdue, orderProblems } from './rules.ts';
import { closeNeed, departmentNames, needCoded, ownerCoded } from './store.ts';

const close = command({
  name: 'close',
  zh: '办结',
  summary: { zh: '办结一条需求：写明结果和反馈日期', en: 'close a need with its result and the day of feedback' },
  example: 'need close 150722100200-X1 --result 已修缮 --feedback 2023-12-30',
  access: 'write',
  params: {
    code: argument('<code>', { zh: '需求编号', en: 'the need’s code' }),
    result: required(option('--result <text>', { zh: '办理结果', en: 'what was done' }, asName)),
    feedback: required(
      option(
        '--feedback <day>',
        { zh: '向群众反馈的日期', en: 'the day on which the household was informed' },
        asActDay,
      ),
    ),
    satisfaction: choice(
      '--satisfaction <how>',
      { zh: '这一户的满意度', en: 'how satisfied the household is' },
      SATISFACTIONS,
    ),
    reason: reasonParam,
  },
  run: ({ db, stamp, today }, { code, result, feedback, satisfaction, reason }) => {
    const need = needCoded(db, code) ?? notFound(NEED_TITLE, code);
    refuseIf(withdrawnProblem(code, need.withdrawn_on) ?? closeProblem(need, feedback, today));
    const early = orderProblems(need.raised_on, null, feedback);
    if (early.length > 0) refuse(sentenceOf(needSheet, early));
    closeNeed(db, need, { result, feedback_on: feedback, satisfaction: satisfaction ?? '' }, stamp(feedback, reason));
    return {
      view: lines(
        { need: code, feedback_on: feedback },
        { zh: `需求 ${code} 已办结，${feedback} 反馈`, en: `Need ${code} is closed, feedback on ${feedback}` },
      ),
      records: [code],
    };
  },
});

const IN_UNITS = inUnits('household_code', db => villagesIn(db, 'need'));

const commands = simpleCommands(needRecord, {
  sample: '150722100200-X1',
  add: '--household-code 150722100200010001 --category 住房 --content 房屋漏雨 --raised-on 2023-06-01 --owner MZJ --due-on 2023-07-01',
  change: '--due-on 2023-12-31 --reason 材料待补',
  file: 'needs.csv',
  details: [
    'household_code',
    'content',
    'raised_on',
    'owner_code',
    'result',
    'visit',
    'owner',
    'feedback_on',
    'satisfaction',
  ],
  beside: {
    ...IN_UNITS.beside,
    owner_code: { column: column('department', '承办部门', 'Department'), of: departmentNames },
  },
  filters: {
    ...IN_UNITS.filters,
    household: householdFilter,
    open: {
      param: flag('--open', { zh: '只列未办结的', en: 'only those that are not closed' }),
      passes: () => need => need.feedback_on === null,
    },
    overdue: {
      param: flag('--overdue', { zh: '只列逾期未办结的', en: 'only open needs that are overdue' }),
      passes: (_, __, day) => need =>
        isOverdue({ due_on: need.due_on as Day | null, feedback_on: need.feedback_on as Day | null }, day),
    },
    owner: {
      param: namedAmong(
        option('--owner <code>', {
          zh: '只列一个部门、一名干部或代办员承办的（代码或名称、姓名）',
          en: 'only those of this department, cadre or agent (a code or a name)',
        }),
        ['department', 'cadre', 'agent'],
      ),
      passes: (db, wanted) => {
        const code = ownerCoded(db, wanted);
        return need => need.owner_code === code;
      },
    },
  },
});

/** `close` comes where other nouns have it: before the history. */
const history = commands.findIndex(({ name }) => name === 'history');
export const needCommands: readonly Command[] = commands.toSpliced(history, 0, close);
