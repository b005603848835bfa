import { type Command, type Context, command, type Outcome } from '../../cli/command.ts';
import { argument, option, required } from '../../cli/param.ts';
import { onParam, reasonParam } from '../../cli/places.ts';
import { endingProblem, OPEN_END } from '../../kernel/day.ts';
import { misuse, refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { reader } from '../../register/add-and-change.ts';
import { demandEnteredFits, demandOpenDay, indicatorAmong, schemeNamed } from '../scheme/editing.ts';
import { schemeSheet, settingsOf } from '../scheme/file.ts';
import { inScheme } from '../scheme/plan.ts';
import { existingIndicatorProblem } from '../scheme/rules.ts';
import { changeScheme, indicatorsOn } from '../scheme/store.ts';
import { type Edit, edited } from './edit-indicator.ts';
import { alsoParam, asPoints, indicatorArgument, optionalIndicator, schemeArgument } from './params.ts';

const name_zh = option('--name-zh <name>', schemeSheet.name_zh.title, reader(schemeSheet.name_zh));
const name_en = option(
  '--name-en <name>',
  { zh: '英文名称（默认与指标名称相同）', en: 'English name (default: the Chinese one)' },
  reader(schemeSheet.name_en),
);
const source = option(
  '--source <source>',
  {
    zh: '数据来源，如 走访覆盖率、逾期件数、人工录入',
    en: 'the source of the figure: coverage, overdue, manual, …',
  },
  reader(schemeSheet.source),
);
const rule = option(
  '--rule <text>',
  { zh: '计分办法，如 权重 × 数值、每件扣 1 分', en: 'the scoring rule: "weight × value", "1 less for each", …' },
  reader(schemeSheet.rule),
);
const when = { on: onParam, reason: reasonParam } as const;

const add = command({
  name: 'add',
  zh: '新增',
  summary: {
    zh: '给方案新增一个指标，同时改其他指标的权重，合计保持 100',
    en: 'add an indicator and change the weights of others in the same command',
  },
  example:
    'assessment add standard overdue --name-zh 逾期 --name-en overdue --source overdue --rule "1 less for each" --weight 5 --also coverage=15 --on 2024-01-01 --reason 考核办法修订',
  access: 'write',
  params: {
    scheme: schemeArgument,
    indicator: argument('<indicator>', indicatorArgument.summary, reader(schemeSheet.indicator)),
    name_zh: required(name_zh),
    name_en,
    source: required(source),
    rule: required(rule),
    weight: required(option('--weight <points>', { zh: '权重', en: 'the weight' }, reader(schemeSheet.weight))),
    also: alsoParam,
    ...when,
  },
  run: (context, input) =>
    edited(context, input, current => {
      refuseIf(existingIndicatorProblem(input.scheme, input.indicator, current));
      return settingsOf(input, current);
    }),
});

const change = command({
  name: 'change',
  zh: '修改',
  summary: {
    zh: '修改一个指标，或几个指标的权重，原值保留在历史中',
    en: 'change an indicator, or the weights of several; old values stay in the history',
  },
  example: 'assessment change standard coverage --weight 22 --also settlement=22 --on 2024-01-01 --reason 突出走访',
  access: 'write',
  params: {
    scheme: schemeArgument,
    indicator: indicatorArgument,
    weight: option('--weight <points>', { zh: '权重（0 到 100）', en: 'the weight, 0 to 100' }, asPoints),
    also: alsoParam,
    name_zh,
    name_en: option('--name-en <name>', schemeSheet.name_en.title, reader(schemeSheet.name_en)),
    source,
    rule,
    ...when,
  },
  run: (context, input) =>
    edited(context, input, current => {
      const known = indicatorAmong(inScheme(current), input.indicator);
      const { name_zh = known.name_zh, weight = known.weight, source = known.source, rule = known.rule } = input;
      return { ...known, name_zh, name_en: input.name_en || known.name_en, weight, source, rule };
    }),
});

const close = command({
  name: 'close',
  zh: '停用',
  summary: {
    zh: '停用一个指标，其权重同时给其他指标；不写指标则停用整个方案',
    en: 'end an indicator and give its weight to others, or close a whole scheme',
  },
  example: 'assessment close standard meetings --also coverage=26 --on 2024-01-01 --reason 另行考核 --yes',
  access: 'write',
  confirm: 'always',
  params: { scheme: schemeArgument, indicator: optionalIndicator, also: alsoParam, ...when },
  run: (context, input) => {
    const { indicator } = input;
    if (indicator === undefined) return closedScheme(context, input);
    return edited(context, input, current => ({ ...indicatorAmong(inScheme(current), indicator), weight: 0 }));
  },
});

/** Ends a scheme: from that day on there is none until the next begins. */
function closedScheme({ db, stamp, today }: Context, input: Edit): Outcome {
  const on = input.on ?? today;
  const scheme = schemeNamed(db, input.scheme);
  if (input.also) misuse({ zh: '--also 须与指标一起写', en: '--also needs an indicator' });
  refuseIf(endingProblem(scheme.code, scheme, on));
  demandOpenDay(db, scheme, on);
  for (const indicator of indicatorsOn(db, scheme.id, on))
    demandEnteredFits(db, indicator.id, { ...indicator, weight: 0 }, on);
  changeScheme(db, scheme.id, { field: 'to_on', old: OPEN_END, new: on }, stamp(on, input.reason));
  return {
    view: lines(
      { scheme: scheme.code, to_on: on },
      { zh: `方案 ${scheme.code} 自 ${on} 起停用`, en: `Scheme ${scheme.code} is closed from ${on} on` },
      {
        zh: `之后的方案用 tiaochu assessment import 文件 --on ${on} 导入`,
        en: `Import the next scheme with: tiaochu assessment import FILE --on ${on}`,
      },
    ),
    records: [scheme.code],
  };
}

export const editCommands: readonly Command[] = [add, change, close];
