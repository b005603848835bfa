import { type Command, command } from '../../cli/command.ts';
import { argument, flag, option, required } from '../../cli/param.ts';
import { asOfParam, onParam, reasonParam } from '../../cli/places.ts';
import { asCount, asName } from '../../cli/values.ts';
import { covers } from '../../kernel/day.ts';
import { misuse, notFound, refuse, refuseIf } from '../../kernel/failure.ts';
import { column, lines, type Row, spanColumns } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { historyCommand } from '../../register/history-command.ts';
import {
  type DeadlineRule,
  lengthProblem,
  lengthText,
  namedDayProblem,
  notInForce,
  ruleOn,
  successionProblem,
} from '../rules.ts';
import { allRules, hasSetDays, succeedRule } from '../store.ts';

const DEADLINE = { zh: '时限', en: 'deadlines', one: 'deadline', list: 'deadline list' };

const COLUMNS = [
  column('code', '代号', 'Code'),
  column('name', '时限', 'Deadline'),
  column('starts', '起算', 'Starts with'),
  column('length', '时长', 'Length'),
  column('roll', '遇休假日顺延', 'Rolls', 'flag'),
  column('extension', '可延长', 'Extension'),
  column('is_law', '法定', 'Law', 'flag'),
  column('citation', '依据', 'Source'),
  ...spanColumns,
] as const;

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出各种时限及其依据', en: 'list the deadlines with their articles' },
  example: 'deadline list',
  access: 'read',
  params: { on: asOfParam, all: flag('--all', { zh: '含以前的', en: 'earlier versions too' }) },
  run: ({ db, today }, input) => ({
    view: {
      shape: 'table',
      columns: COLUMNS,
      rows: allRules(db)
        .filter(rule => input.all || covers(rule, input.on ?? today))
        .map(ruleRow),
      notes: [
        {
          zh: '起算当日不计入；月到相应之日；顺延的，最后一日是休假日的到下一个工作日',
          en: 'The first day is not counted; a month runs to the corresponding day; a deadline that rolls over moves from a day off to the next working day.',
        },
      ],
    },
  }),
});

const change = command({
  name: 'change',
  zh: '修改',
  summary: { zh: '修改时限的时长，已算出的日期不变', en: 'change a deadline’s length; due dates already set stay' },
  example: 'deadline change TIER_VILLAGE --length 10 --on 2024-01-01 --reason 镇里统一要求',
  access: 'write',
  params: {
    code: argument('<code>', { zh: '时限代号', en: 'the deadline’s code' }),
    length: required(
      option('--length <number>', { zh: '新的时长（单位不变）', en: 'the new length, same unit' }, asCount),
    ),
    on: onParam,
    reason: required(option('--reason <text>', reasonParam.summary, asName)),
  },
  run: ({ db, stamp, today }, input) => {
    const on = input.on ?? today;
    const versions = versionsOf(db, input.code);
    const [first] = versions;
    const current = ruleOn(versions, first.code, on) ?? refuse(notInForce(first, on));
    const { code, unit } = current;
    refuseIf(namedDayProblem(current));
    const problem = lengthProblem(current, input.length);
    if (problem) misuse(problem);
    refuseIf(successionProblem(current, versions, on, hasSetDays(db, current)));
    succeedRule(db, current, input.length, on, stamp(on, input.reason));
    const next = lengthText({ length: input.length, unit });
    return {
      view: lines(
        { deadline: code, length: input.length, unit, from_on: on },
        { zh: `${code} 自 ${on} 起为 ${next.zh}`, en: `${code} is ${next.en} from ${on} on` },
        ...(current.isLaw
          ? [
              {
                zh: '这是法定时限，请确认法律法规确已修改',
                en: 'This deadline is statutory: make sure that the law has changed',
              },
            ]
          : []),
      ),
      records: [code],
    };
  },
});

const history = historyCommand(
  'deadline',
  DEADLINE,
  'TIER_VILLAGE',
  (db, code) => versionsOf(db, code).map(version => version.id),
  { titles: { length: { zh: '时长', en: 'length' } } },
);

export const deadlineCommands: readonly Command[] = [list, change, history];

/** The versions of a deadline, the first one first. */
function versionsOf(db: Db, text: string): [DeadlineRule, ...DeadlineRule[]] {
  const [first, ...later] = allRules(db).filter(rule => rule.code === text.toUpperCase());
  return [first ?? notFound(DEADLINE, text), ...later];
}

function ruleRow(rule: DeadlineRule): Row {
  const { extension } = rule;
  const more = lengthText(extension);
  return {
    code: rule.code,
    name: rule.name,
    starts: rule.starts,
    length: lengthText(rule),
    roll: rule.roll === 'next_workday',
    extension:
      extension.length === 0 ? null : { zh: `${more.zh}（${extension.by.zh}）`, en: `${more.en} (${extension.by.en})` },
    is_law: rule.isLaw,
    citation: rule.citation,
    from_on: rule.from_on,
    to_on: rule.to_on,
  };
}
