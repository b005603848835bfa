import { type Command, command } from '../../cli/command.ts';
import { argument, flag, option, required } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import { asActDay, asName } from '../../cli/values.ts';
import { notFound, refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { simpleCommands } from '../../register/simple-commands.ts';
import { withdrawnProblem } from '../../register/simple-end.ts';
import { inUnits } from '../../units/views.ts';
import { guidanceProblemRecord, PROBLEM_TITLE } from '../problem-record.ts';
import { doneProblem } from '../problem-rules.ts';
import { finishProblem, problemCoded } from '../problem-store.ts';

const done = command({
  name: 'done',
  zh: '完成',
  summary: { zh: '登记问题已整改及其结果', en: 'enter that a problem is done, with its result' },
  example: 'guidance-problem done ZD01-V1-W1 --result 已补记并向户主答复 --on 2023-12-20',
  access: 'write',
  params: {
    code: argument('<code>', { zh: '问题编号', en: 'the problem’s code' }),
    result: required(option('--result <text>', { zh: '整改结果', en: 'what was done' }, asName)),
    on: option('--on <day>', { zh: '完成日期（默认今天）', en: 'the day it was done (default today)' }, asActDay),
    reason: reasonParam,
  },
  run: ({ db, stamp, today }, { code, result, on = today, reason }) => {
    const problem = problemCoded(db, code) ?? notFound(PROBLEM_TITLE, code);
    refuseIf(withdrawnProblem(code, problem.withdrawn_on) ?? doneProblem(problem, on, today));
    finishProblem(db, problem, result, stamp(on, reason));
    return {
      view: lines(
        { 'guidance-problem': code, done_on: on },
        { zh: `问题 ${code} 于 ${on} 完成整改`, en: `Problem ${code} done on ${on}` },
      ),
      records: [code],
    };
  },
});

const IN_UNITS = inUnits();

const commands = simpleCommands(guidanceProblemRecord, {
  sample: 'ZD01-V1-W1',
  add: '--code ZD01-V1-W9 --visit-code ZD01-V1 --unit-code 150722100 --found-on 2023-06-30 --content 台账登记不及时 --owner-unit 150722100 --due-on 2023-07-31',
  change: '--due-on 2023-12-31 --reason 汛期顺延',
  file: 'guidance-problems.csv',
  details: ['visit_code', 'found_on', 'owner_unit', 'owner_department', 'owner_post', 'result'],
  beside: IN_UNITS.beside,
  filters: {
    ...IN_UNITS.filters,
    open: {
      param: flag('--open', { zh: '只列未完成的', en: 'only those that are not done' }),
      passes: () => problem => problem.done_on === null,
    },
    overdue: {
      param: flag('--overdue', { zh: '只列逾期未完成的', en: 'only those that are overdue' }),
      passes: (_db, _wanted, day) => problem => problem.done_on === null && String(problem.due_on) < day,
    },
  },
});

/** `done` comes where other nouns close a record: before withdrawing it. */
const place = commands.findIndex(({ name }) => name === 'withdraw');
export const guidanceProblemCommands: readonly Command[] = commands.toSpliced(place, 0, done);
