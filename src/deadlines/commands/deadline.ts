import { type Command, command } from '../../cli/command.ts';
import { argument, flag, option, required } from '../../cli/param.ts';
import { asOfParam, onParam, reasonParam } from '../../cli/places.ts';
import { asCount, asName } from '../../cli/values.ts';
import { covers, type Day } from '../../kernel/day.ts';
import { misuse, notFound, refuse } from '../../kernel/failure.ts';
import { column, lines, type Row } from '../../kernel/view.ts';
import { historyCommand } from '../../register/history-command.ts';
import { type DeadlineRule, lengthText } from '../rules.ts';
import { allRules, isUsed, ruleOn, succeedRule } from '../store.ts';

const DEADLINE = { zh: '时限', en: 'deadlines', one: 'deadline', list: 'deadline list' };

const COLUMNS = [
  column('code', '代号', 'Code'),
  column('name', '时限', 'Deadline'),
  column('starts', '起算', 'Starts with'),
  column('length', '长短', 'Length'),
  column('roll', '遇休假日顺延', 'Rolls', 'flag'),
  column('extension', '可延长', 'Extension'),
  column('is_law', '法定', 'Law', 'flag'),
  column('citation', '依据', 'Source'),
  column('from_on', '起始日期', 'From', 'day'),
  column('to_on', '截止日期', 'Until', 'day'),
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
          en: 'The first day is not counted; a month runs to the corresponding day; where it rolls, a free last day moves to the next working day.',
        },
      ],
    },
  }),
});

const change = command({
  name: 'change',
  zh: '修改',
  summary: {
    zh: '修改时限的长短，以前算出的日期不变',
    en: 'change a deadline’s length; days that were set before stay',
  },
  example: 'deadline change TIER_VILLAGE --length 10 --on 2024-01-01 --reason 镇里统一要求',
  access: 'write',
  params: {
    code: argument('<code>', { zh: '时限代号', en: 'the deadline’s code' }),
    length: required(
      option('--length <number>', { zh: '新的长短（单位不变）', en: 'the new length, same unit' }, asCount),
    ),
    on: onParam,
    reason: required(option('--reason <text>', reasonParam.summary, asName)),
  },
  run: ({ db, stamp, today }, input) => {
    const on = input.on ?? today;
    const rules = allRules(db);
    const standing = ruleOn(rules, input.code.toUpperCase(), on) ?? notInForce(rules, input.code, on);
    const { code, unit, length, to_on } = standing;
    if (unit === 'named')
      refuse(
        { zh: `${code} 的日期由当事行为写明，没有长短可改`, en: `${code} has no length: the act names the day` },
        {
          zh: '办理时用 --due（交办）或 --perform-by（化解）写明',
          en: 'Name it in the act: --due (hand-down), --perform-by (settle)',
        },
      );
    if (input.length === 0) misuse({ zh: '长短至少是 1', en: 'the length must be at least 1' });
    if (input.length === length) misuse({ zh: `${code} 本来就是 ${length}`, en: `${code} is ${length} already` });
    if (rules.some(rule => rule.code === code && rule.from_on > on))
      refuse(
        { zh: `${code} 自 ${to_on} 起已另有规定`, en: `${code} has a later version already, from ${to_on} on` },
        { zh: `请用 --on 写 ${to_on} 或以后的日期`, en: `Name ${to_on} or a later day with --on` },
      );
    if (on === standing.from_on && isUsed(db, standing))
      refuse(
        {
          zh: `${code} 自 ${on} 的规定已用来计算期限，不能改写`,
          en: `Days were set by the version of ${code} that begins on ${on}; it stays as it is`,
        },
        { zh: '请用 --on 写以后的日期', en: 'Name a later day with --on' },
      );
    succeedRule(db, standing, input.length, on, stamp(on, input.reason));
    const next = lengthText({ length: input.length, unit });
    return {
      view: lines(
        { deadline: code, length: input.length, unit, from_on: on },
        { zh: `${code} 自 ${on} 起为 ${next.zh}`, en: `${code} is ${next.en} from ${on} on` },
        ...(standing.isLaw
          ? [{ zh: '这是法定时限，请确认法规确已修改', en: 'This deadline is law: make sure that the law has changed' }]
          : []),
      ),
      records: [code],
    };
  },
});

const history = historyCommand(
  'deadline',
  DEADLINE,
  '<code>',
  'deadline history TIER_VILLAGE',
  async ({ db }, code) => {
    const versions = allRules(db).filter(rule => rule.code === code.toUpperCase());
    return versions.length > 0 ? versions.map(rule => rule.id) : notFound(DEADLINE, code);
  },
  () => ({ titles: { length: { zh: '长短', en: 'length' } } }),
);

export const deadlineCommands: readonly Command[] = [list, change, history];

/** The refusal of a deadline that is not known, or that begins only later. */
function notInForce(rules: readonly DeadlineRule[], code: string, on: Day): never {
  const first = rules.find(rule => rule.code === code.toUpperCase());
  if (!first) notFound(DEADLINE, code);
  refuse(
    { zh: `${first.code} 自 ${first.from_on} 起施行，${on} 还没有`, en: `${first.code} is not in force on ${on}` },
    {
      zh: `请用 --on 写 ${first.from_on} 或以后的日期`,
      en: `It began on ${first.from_on}: name that day or a later one with --on`,
    },
  );
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
