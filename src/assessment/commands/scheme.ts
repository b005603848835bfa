import { type Command, command } from '../../cli/command.ts';
import { choice, flag } from '../../cli/param.ts';
import { asOfParam } from '../../cli/places.ts';
import { templateOf } from '../../intake/sheet.ts';
import { addDays, type Day, OPEN_END, type Span } from '../../kernel/day.ts';
import { column, detail, type Row, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { type HistoryWords, historyTable } from '../../register/history-command.ts';
import { valuesOf } from '../results/store.ts';
import { ADDITIONS, defaultRows } from '../scheme/default-scheme.ts';
import { indicatorAmong, schemeNamed } from '../scheme/editing.ts';
import { fileRow, schemeSheet } from '../scheme/file.ts';
import { SETTING_NAMES } from '../scheme/rules.ts';
import { ANNUAL, type Indicator, type Scheme } from '../scheme/scheme.ts';
import { allSchemes, everyIndicator, indicatorsOn, schemesOn } from '../scheme/store.ts';
import { totalOf } from '../scoring/points.ts';
import { shownSetting } from '../views.ts';
import { optionalIndicator, schemeArgument } from './params.ts';

const list = command({
  name: 'list',
  zh: '列表',
  summary: {
    zh: '列出生效的考核方案和指标；--format csv 的结果修改后可再导入',
    en: 'list the scheme in force with its indicators; its CSV can be changed and imported again',
  },
  example: 'assessment list',
  access: 'read',
  params: {
    on: asOfParam,
    all: flag('--all', { zh: '含不在生效期的方案', en: 'include schemes that are not in force' }),
  },
  run: ({ db, today }, input) => {
    const day = input.on ?? today;
    const schemes = (input.all ? allSchemes(db) : schemesOn(db, day)).map(scheme => ({
      scheme,
      indicators: indicatorsOn(db, scheme.id, nearestDay(scheme, day)),
    }));
    return {
      view: {
        shape: 'table',
        columns: [
          column('scheme', '方案', 'Scheme'),
          detail('scheme_name', '方案名称', 'Scheme name'),
          column('indicator', '指标代码', 'Indicator', 'code'),
          column('name_zh', '指标名称', 'Chinese name'),
          detail('name_en', '英文名称', 'English name'),
          column('weight', '权重', 'Weight', 'integer'),
          column('source', '数据来源', 'Source', 'word'),
          column('rule', '计分办法', 'Rule'),
        ],
        rows: schemes.flatMap(({ scheme, indicators }) => indicators.map(indicator => fileRow(scheme, indicator))),
        notes:
          schemes.length === 0
            ? [{ zh: `${day} 没有生效的考核方案`, en: `No scheme is in force on ${day}` }]
            : schemes.map(({ scheme, indicators }) => schemeNote(scheme, indicators)),
      },
    };
  },
});

/** The day of a span nearest to a day. */
function nearestDay({ from_on, to_on }: Span, day: Day): Day {
  if (day < from_on) return from_on;
  return day < to_on ? day : addDays(to_on, -1);
}

function schemeNote({ code, annual, to_on }: Scheme, indicators: readonly Indicator[]) {
  const sum = totalOf(indicators.map(({ weight }) => weight));
  const end =
    to_on === OPEN_END ? { zh: '', en: '' } : { zh: `（到 ${to_on} 停用）`, en: ` (closed from ${to_on} on)` };
  return {
    zh: `方案 ${code}${end.zh}：权重合计 ${sum}；${ANNUAL[annual].zh}；无考核基数的（如没有信访）不扣分`,
    en: `Scheme ${code}${end.en}: weights add up to ${sum}. ${ANNUAL[annual].en} An indicator with nothing to count (no petitions, for example) loses no points.`,
  };
}

const template = command({
  name: 'template',
  zh: '模板',
  summary: {
    zh: '打印一个完整的考核方案（CSV），修改后导入',
    en: 'print a whole scheme as CSV, to edit and import',
  },
  example: 'assessment template',
  access: 'none',
  params: {
    with: choice(
      '--with <indicators>',
      { zh: '另加一组指标，权重重新分配', en: 'with more indicators, weights shared anew' },
      ADDITIONS,
    ),
  },
  run: ({ lang }, input) => ({ view: templateOf(schemeSheet, defaultRows(lang, input.with)) }),
});

const WORDS: HistoryWords = {
  titles: {
    ...SETTING_NAMES,
    to_on: { zh: '停用日期', en: 'until' },
    value: { zh: '分数', en: 'points' },
    note: { zh: '说明', en: 'note' },
  },
  shown: { source: value => shownSetting('source', value), rule: value => shownSetting('rule', value) },
};

const history = command({
  name: 'history',
  zh: '历史',
  summary: {
    zh: '方案或一个指标的修改历史，含原值和原因；指标的还有人工录入的分数',
    en: 'the changes of a scheme or an indicator, with old values, reasons and points entered by hand',
  },
  example: 'assessment history standard coverage',
  access: 'read',
  params: { scheme: schemeArgument, indicator: optionalIndicator },
  run: ({ db, today }, input) => {
    const scheme = schemeNamed(db, input.scheme);
    const indicators = everyIndicator(db, scheme.id, today);
    if (input.indicator === undefined) return { view: schemeHistory(db, scheme, indicators) };
    return { view: indicatorHistory(db, indicatorAmong(indicators, input.indicator)) };
  },
});

function indicatorHistory(db: Db, { id }: Indicator): Table {
  const settings = historyTable(db, 'indicator', id, WORDS, true);
  const entered = valuesOf(db, id).map(value => value.id);
  const values = historyTable(db, 'manual-value', entered, WORDS, true);
  return { ...settings, rows: [...settings.rows, ...values.rows] };
}

/** All changes of a scheme, in the order in which they were entered. */
function schemeHistory(db: Db, scheme: Scheme, indicators: readonly Indicator[]): Table {
  const own = historyTable(db, 'scheme', scheme.id, WORDS, true);
  const codes = new Map(indicators.map(({ id, code }) => [id, code]));
  const ofIndicators = historyTable(db, 'indicator', [...codes.keys()], WORDS, true);
  const named = [...ofIndicators.rows].map((row): Row => ({ ...row, indicator: codes.get(Number(row.record_id)) }));
  return {
    ...own,
    columns: own.columns.toSpliced(3, 0, column('indicator', '指标代码', 'Indicator', 'code')),
    rows: [...own.rows, ...named].sort((a, b) => Number(a.id) - Number(b.id)),
  };
}

export const schemeCommands: readonly Command[] = [list, template, history];
