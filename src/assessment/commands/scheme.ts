import { type Command, command } from '../../cli/command.ts';
import { argument, option, required } from '../../cli/param.ts';
import { asOfParam, onParam, reasonParam } from '../../cli/places.ts';
import { notFound, refuse } from '../../kernel/failure.ts';
import { column, detail, lines } from '../../kernel/view.ts';
import type { Sqlite } from '../../ledger/sqlite.ts';
import { historyTable } from '../../register/history-command.ts';
import { asQuarter } from '../quarter.ts';
import { totalOf } from '../rules.ts';
import { ANNUAL, type Indicator, ruleText, type Scheme, SOURCES } from '../scheme.ts';
import { allSchemes, changeWeight, frozenQuarters, indicatorsOn, manualIds, weighedOn } from '../store.ts';
import { asPoints } from './values.ts';

const SCHEME = { zh: '考核方案', en: 'schemes', one: 'scheme', list: 'assessment list' };
const INDICATOR = { zh: '考核指标', en: 'indicators', one: 'indicator', list: 'assessment list' };

const schemeArgument = argument('<scheme>', { zh: '方案代码', en: 'the scheme’s code' });
const indicatorArgument = argument('<indicator>', { zh: '指标代码', en: 'the indicator’s code' });

/** An indicator of a scheme with the weight of a day. */
export function indicatorNamed(handle: Sqlite, scheme: Scheme, text: string, day: string): Indicator {
  return (
    indicatorsOn(handle, scheme.id, day).find(one => one.code === text || one.name_zh === text) ??
    notFound(INDICATOR, text)
  );
}

function schemeNamed(handle: Sqlite, text: string): Scheme {
  return allSchemes(handle).find(one => one.code === text || one.name === text) ?? notFound(SCHEME, text);
}

const list = command({
  name: 'list',
  zh: '列表',
  summary: {
    zh: '列出考核方案和指标：权重、数据来源、计分办法',
    en: 'list schemes and indicators with weights and rules',
  },
  example: 'assessment list',
  access: 'read',
  plain: true,
  params: { on: asOfParam },
  run: ({ handle, today }, input) => {
    const day = input.on ?? today;
    const schemes = allSchemes(handle).map(scheme => ({ scheme, indicators: indicatorsOn(handle, scheme.id, day) }));
    return {
      view: {
        shape: 'table',
        columns: [
          column('scheme', '方案', 'Scheme'),
          detail('scheme_name', '方案名称', 'Scheme name'),
          column('indicator', '指标代码', 'Indicator'),
          column('name', '指标', 'Name'),
          column('weight', '权重', 'Weight', 'integer'),
          column('source', '数据来源', 'Source'),
          column('rule', '计分办法', 'Rule'),
        ],
        rows: schemes.flatMap(({ scheme, indicators }) =>
          indicators.map(one => ({
            scheme: scheme.code,
            scheme_name: scheme.name,
            indicator: one.code,
            name: { zh: one.name_zh, en: one.name_en },
            weight: one.weight,
            source: SOURCES[one.source],
            rule: ruleText(one.rule),
          })),
        ),
        notes: schemes.map(({ scheme, indicators }) => {
          const sum = totalOf(indicators.map(one => one.weight));
          return {
            zh: `方案 ${scheme.code}：权重合计 ${sum}；${ANNUAL[scheme.annual].zh}；没有可算的（如没有信访）不扣分`,
            en: `Scheme ${scheme.code}: weights add up to ${sum}. ${ANNUAL[scheme.annual].en} Where there is nothing to count (no petition, say), no points are lost.`,
          };
        }),
      },
    };
  },
});

const change = command({
  name: 'change',
  zh: '修改',
  summary: {
    zh: '修改一个指标的权重，原值留在历史里',
    en: 'change an indicator’s weight; old values stay in the history',
  },
  example: 'assessment change standard coverage --weight 22 --on 2024-01-01 --reason 突出走访',
  access: 'write',
  plain: true,
  params: {
    scheme: schemeArgument,
    indicator: indicatorArgument,
    weight: required(option('--weight <points>', { zh: '权重（0 到 100）', en: 'the weight, 0 to 100' }, asPoints)),
    on: onParam,
    reason: reasonParam,
  },
  run: ({ handle, act, today }, input) => {
    const on = input.on ?? today;
    const scheme = schemeNamed(handle, input.scheme);
    const indicator = indicatorNamed(handle, scheme, input.indicator, '9999-12-30');
    const frozen = frozenQuarters(handle, scheme.id).find(quarter => asQuarter(quarter).to >= on);
    if (frozen)
      refuse(
        { zh: `${frozen} 已冻结，权重不能自 ${on} 起修改`, en: `${frozen} is frozen: no weight can change from ${on}` },
        {
          zh: `用 --on 写 ${asQuarter(frozen).to} 以后的日期`,
          en: `Name a day after ${asQuarter(frozen).to} with --on`,
        },
      );
    const last = weighedOn(handle, indicator.id);
    if (last !== null && on < last)
      refuse({
        zh: `${indicator.code} 的权重已自 ${last} 起修改过，不能再改更早的`,
        en: `The weight of ${indicator.code} changed from ${last} already, later than ${on}`,
      });
    if (indicator.weight === input.weight)
      refuse({
        zh: `${indicator.code} 的权重本来就是 ${input.weight}`,
        en: `${indicator.code} weighs ${input.weight} already`,
      });
    changeWeight(handle, indicator, input.weight, act(on, input.reason));
    const sum = totalOf(indicatorsOn(handle, scheme.id, on).map(one => one.weight));
    return {
      view: lines(
        { scheme: scheme.code, indicator: indicator.code, weight: input.weight, sum },
        {
          zh: `${indicator.code} 的权重自 ${on} 起为 ${input.weight}；权重合计 ${sum}${sum === 100 ? '' : '，冻结前须调到 100'}`,
          en: `${indicator.code} weighs ${input.weight} from ${on}; the weights add up to ${sum}${sum === 100 ? '' : ', and must to 100 before a quarter is frozen'}`,
        },
      ),
      records: [`${scheme.code} ${indicator.code}`],
    };
  },
});

const TITLES = {
  titles: {
    weight: { zh: '权重', en: 'weight' },
    value: { zh: '分数', en: 'points' },
    note: { zh: '说明', en: 'note' },
  },
};

const history = command({
  name: 'history',
  zh: '历史',
  summary: {
    zh: '一个指标的修改历史：权重和人工录入的分数，含原值',
    en: 'what changed about an indicator: its weight, values entered by hand',
  },
  example: 'assessment history standard coverage',
  access: 'read',
  params: { scheme: schemeArgument, indicator: indicatorArgument },
  run: async ({ db, handle, today }, input) => {
    const indicator = indicatorNamed(handle, schemeNamed(handle, input.scheme), input.indicator, today);
    const weights = await historyTable(db, 'indicator', indicator.id, TITLES, true);
    const values = await historyTable(db, 'manual-value', manualIds(handle, indicator.id), TITLES, true);
    return { view: { ...weights, rows: [...weights.rows, ...values.rows] } };
  },
});

export const schemeCommands: readonly Command[] = [list, change, history];
