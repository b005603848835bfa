import { command } from '../../cli/command.ts';
import { argument, option, required } from '../../cli/param.ts';
import { onParam, reasonParam } from '../../cli/places.ts';
import { asCount, asName } from '../../cli/values.ts';
import type { Day } from '../../kernel/day.ts';
import { misuse, notFound, refuse, refuseIf } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { column, type Lines, lines, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { isRight } from '../codes.ts';
import { countedDay, type RunningDeadline, runningDeadlines } from '../counted-store.ts';
import {
  type DeadlineRule,
  lengthProblem,
  lengthText,
  namedDayProblem,
  notInForce,
  ruleOn,
  successionProblem,
} from '../rules.ts';
import { dueText } from '../state.ts';
import { allRules, hasSetDays, loadCalendar, succeedRule } from '../store.ts';

export const DEADLINE = { zh: '时限', en: 'deadlines', one: 'deadline', list: 'deadline list' };

export const deadlineChange = command({
  name: 'change',
  zh: '修改',
  summary: {
    zh: '修改时限的时长，已算出的日期不变；--dry-run 列出正在计算的各件，对照新时长',
    en: 'change a deadline’s length; due dates already set stay, and --dry-run lists them beside the new length',
  },
  example: 'deadline change TIER_VILLAGE --length 10 --on 2024-01-01 --reason 镇里统一要求',
  access: 'write',
  params: {
    code: argument('<code>', { zh: '时限代号', en: 'the deadline’s code' }),
    length: required(
      option('--length <count>', { zh: '新的时长（单位不变）', en: 'the new length, same unit' }, asCount),
    ),
    on: onParam,
    reason: required(option('--reason <text>', reasonParam.summary, asName)),
  },
  run: ({ db, stamp, today, dryRun }, input) => {
    const on = input.on ?? today;
    const versions = versionsOf(db, input.code);
    const [first] = versions;
    const current = ruleOn(versions, first.code, on) ?? refuse(notInForce(first, on));
    const { code } = current;
    refuseIf(namedDayProblem(current));
    const problem = lengthProblem(current, input.length);
    if (problem) misuse(problem);
    refuseIf(successionProblem(current, versions, on, hasSetDays(db, current)));
    const changed = { ...current, length: input.length };
    const running = runningDeadlines(db).filter(deadline => deadline.code === code && !hasLapsed(deadline, today));
    succeedRule(db, current, input.length, on, stamp(on, input.reason));
    const said = changeLines(changed, on, running.length);
    const view = dryRun ? ({ shape: 'pages', pages: [said, keptDays(db, running, changed)] } as const) : said;
    return { view, records: [code] };
  },
});

/** A right that lapsed waits for nobody, although nothing ended it. */
function hasLapsed({ code, due_on, due_latest }: RunningDeadline, today: Day): boolean {
  return isRight(code) && (due_latest ?? due_on) < today;
}

/** The versions of a deadline, the first one first. */
export function versionsOf(db: Db, text: string): [DeadlineRule, ...DeadlineRule[]] {
  const [first, ...later] = allRules(db).filter(rule => rule.code === text.toUpperCase());
  return [first ?? notFound(DEADLINE, text), ...later];
}

const STATUTORY: Text = {
  zh: '这是法定时限，请确认法律法规确已修改',
  en: 'This deadline is statutory: make sure that the law has changed',
};

/** The new length, and that days already set stay: a change of law does not rewrite old cases. */
function changeLines(changed: DeadlineRule, on: string, running: number): Lines {
  const { code, length, unit, isLaw } = changed;
  const { zh, en } = lengthText(changed);
  return lines(
    { deadline: code, length, unit, from_on: on },
    { zh: `${code} 自 ${on} 起为 ${zh}`, en: `${code} is ${en} from ${on} on` },
    ...(isLaw ? [STATUTORY] : []),
    ...(running > 0
      ? [
          {
            zh: `正在计算的 ${running} 个期限日期不变；此后起算的按新时长`,
            en: `Running deadlines keep their day (${running}); what starts from then on has the new length`,
          },
        ]
      : []),
  );
}

/** The open cases in which the deadline runs: the day that it keeps, and the day that the new length would give. */
function keptDays(db: Db, running: readonly RunningDeadline[], changed: DeadlineRule): Table {
  const calendar = loadCalendar(db);
  return {
    shape: 'table',
    title: { zh: `正在计算的期限（${running.length}）`, en: `Running deadlines (${running.length})` },
    columns: [
      column('number', '编号', 'Number', 'code'),
      column('start_on', '起算日期', 'From', 'day'),
      column('due', '到期', 'Due'),
      column('by_new_length', '按新时长', 'By the new length'),
      column('moves', '是否改变', 'Moves', 'flag'),
    ],
    rows: running.map(deadline => {
      const { due, latest } = countedDay(db, deadline, calendar, changed);
      return {
        number: deadline.number,
        start_on: deadline.start_on,
        due: dueText(deadline, deadline.rule),
        by_new_length: dueText({ due_on: due, due_latest: latest }, changed),
        moves: false,
      };
    }),
    notes: [
      {
        zh: '这次修改不改变已算出的日期：每个期限按起算时的时长；「按新时长」仅供对照',
        en: 'The change moves none of these days: each deadline keeps the length with which it started. “By the new length” is for comparison.',
      },
    ],
  };
}
