import { command } from '../../cli/command.ts';
import { periodParams, unitParam } from '../../cli/places.ts';
import { periodOf, periodText } from '../../kernel/period.ts';
import { column, type Row, type Table } from '../../kernel/view.ts';
import { loadTree } from '../../units/store.ts';
import { unitsWithin } from '../../units/tree.ts';
import { explainer, explainParam } from '../explain.ts';
import { type Finding, KINDS, qualityFindings } from './findings.ts';

const COLUMNS = [
  column('kind', '类型', 'Kind'),
  column('unit_code', '机构代码', 'Unit code'),
  column('unit', '机构', 'Unit'),
  column('who', '对象', 'Who'),
  column('what', '内容', 'What'),
  column('count', '次数', 'Count', 'integer'),
] as const;

export const quality = command({
  name: 'quality',
  zh: '作风',
  summary: {
    zh: '供督查核实的线索：日记雷同（同组或多组）、一日走访过多、登记同时化解、全部化解',
    en: 'what a supervisor may look into: same diaries of one pair or several, sixty visits a day, settled as entered, all settled',
  },
  example: 'report quality --year 2023',
  access: 'read',
  params: { ...periodParams, unit: unitParam, explain: explainParam },
  run: ({ db, today }, input) => {
    const period = periodOf(input, today);
    const tree = loadTree(db, period.to);
    const within = unitsWithin(tree, input.unit);
    if (input.explain !== undefined) explainer({ count: true }, input.explain);
    const found = qualityFindings(db, tree, period).filter(one => !within || within.has(one.unit));
    const labels = (one: Finding): Row => {
      const unit = tree.units.get(one.unit);
      return { kind: KINDS[one.kind], unit_code: unit?.code, unit: unit?.name, who: one.who, what: one.what };
    };
    if (input.explain !== undefined) return { view: explained(found, labels) };
    return {
      view: {
        shape: 'table',
        title: { zh: `工作作风线索（${periodText(period).zh}）`, en: `Worth a look (${periodText(period).en})` },
        columns: COLUMNS,
        rows: found.map(one => ({ ...labels(one), count: one.count })),
        notes: [
          {
            zh: '只是供督查核实的线索，不作为处罚依据。日记雷同：同一结对在期内有 3 户次以上入户的日记相同；多组日记雷同：同一个村由几组结对在期内入户 5 户次以上、日记一字不差（6 个字以上的）；一日走访过多：同一结对一天入户 60 户次以上；登记同时化解：登记当天化解，且两次录入相隔不到 1 分钟（导入的不算）；全部化解：期内登记 5 件以上、期末全部化解的单位',
            en: 'For a supervisor to look into; no proof, and nothing follows by itself. Same diary: of three home visits or more by one pair in the period. Same diary by several pairs: of five home visits or more in one village, word for word, six characters or longer. Many visits: sixty home visits or more by one pair on one day. Settled as entered: on the day of registration, both entered within a minute (imports left out). All settled: units that registered five or more, all settled at the period’s end.',
          },
        ],
      },
      counts: { shown: found.length },
    };
  },
});

/** The visits and disputes behind the counts: exactly as many. */
function explained(found: readonly Finding[], labels: (one: Finding) => Row): Table {
  return {
    shape: 'table',
    columns: [
      ...COLUMNS.slice(0, -1),
      column('record', '走访号或编号', 'Record'),
      column('on_day', '日期', 'Day', 'day'),
    ],
    rows: found.flatMap(one => one.records().map(record => ({ ...labels(one), ...record }))),
  };
}
