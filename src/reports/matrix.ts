import { command } from '../cli/command.ts';
import { choice } from '../cli/param.ts';
import { periodParams, unitParam } from '../cli/places.ts';
import { allCategories } from '../disputes/codes-store.ts';
import { periodOf, periodText } from '../kernel/period.ts';
import { counted } from '../kernel/text.ts';
import { type Column, column, type Row } from '../kernel/view.ts';
import { loadTree } from '../units/store.ts';
import { unitsWithin } from '../units/tree.ts';
import { explainer, explainParam } from './explain.ts';
import { divisionOf } from './resolution/division.ts';
import { resolutionFacts, type StayFact } from './resolution/facts.ts';
import { sortIntoRows } from './resolution/figures.ts';

const HALVES = {
  both: { zh: '化解和未化解', en: 'settled and unsettled' },
  settled: { zh: '已化解', en: 'settled' },
  unsettled: { zh: '未化解', en: 'unsettled' },
} as const;

/** The county's monthly return (排查化解统计表): townships down, categories across, settled and unsettled, with totals. */
export const matrix = command({
  name: 'matrix',
  zh: '月报表',
  summary: {
    zh: '排查化解统计表：乡镇 × 类别，已化解、未化解',
    en: 'the monthly return: township by category, settled and unsettled',
  },
  example: 'report matrix --month 2023-06',
  access: 'read',
  params: {
    ...periodParams,
    unit: unitParam,
    show: choice(
      '--show <half>',
      { zh: '只列 settled 已化解或 unsettled 未化解（默认都列）', en: 'settled or unsettled only (default both)' },
      ['both', 'settled', 'unsettled'],
      HALVES,
    ),
    explain: explainParam,
  },
  run: ({ db, today }, input) => {
    const period = periodOf(input, today);
    const tree = loadTree(db, period.to);
    const categories = allCategories(db);
    const division = divisionOf(db, tree, 'township', unitsWithin(tree, input.unit));
    const behind = sortIntoRows(resolutionFacts(db, period, today), period, division.rowOf);
    const halves = (['settled', 'unsettled'] as const).filter(
      half => !input.show || input.show === 'both' || input.show === half,
    );
    const staysOf = (key: string, half: 'settled' | 'unsettled') =>
      behind.get(key)?.[half === 'settled' ? 'settled' : 'closing'] ?? [];
    const places = [
      ...halves.map(half => ({
        key: half,
        title: HALVES[half],
        counts: (stay: StayFact) => stay.category !== '',
        half,
      })),
      ...categories.flatMap(({ code, name_zh, name_en }) =>
        halves.map(half => ({
          key: `${half}_${code}`,
          title: {
            zh: `${name_zh}${halves.length > 1 ? ` ${HALVES[half].zh}` : ''}`,
            en: `${name_en}${halves.length > 1 ? `, ${HALVES[half].en}` : ''}`,
          },
          counts: (stay: StayFact) => stay.category === code,
          half,
        })),
      ),
    ];
    if (input.explain !== undefined) {
      const place = explainer(Object.fromEntries(places.map(one => [one.key, one])), input.explain);
      const rows = division.rows.flatMap(({ key, labels }) =>
        staysOf(key, place.half)
          .filter(place.counts)
          .map(stay => ({ ...labels, ...caseRow(stay, tree.units.get(stay.unit)?.name) })),
      );
      return {
        view: {
          shape: 'table',
          columns: [...FIRST, ...CASE_COLUMNS],
          rows,
          notes: [{ zh: `共 ${rows.length} 件次`, en: counted(rows.length, 'row') }],
        },
      };
    }
    const rowFor = (keys: readonly string[]): Row =>
      Object.fromEntries(
        places.map(({ key, counts, half }) => [key, keys.flatMap(one => staysOf(one, half)).filter(counts).length]),
      );
    const kept = division.rows.filter(row => row.always || behind.has(row.key));
    return {
      view: {
        shape: 'table',
        title: { zh: `排查化解统计表（${periodText(period).zh}）`, en: `Monthly return (${periodText(period).en})` },
        columns: [
          ...FIRST,
          ...places.map(
            ({ key, title }, i): Column => ({
              key,
              title,
              kind: 'integer',
              ...(i >= halves.length ? { detail: true } : {}),
            }),
          ),
        ],
        rows: kept.map(row => ({ ...row.labels, ...rowFor([row.key]) })),
        totals: { unit: { zh: '合计', en: 'Total' }, ...rowFor(kept.map(row => row.key)) },
        notes: [
          {
            zh: '已化解：统计期内化解的件次，按化解单位；未化解：期末仍未了结的，按持有单位；乡镇含所属村（社区），旗本级另列；类别按期末',
            en: 'Settled: settlements of the period, at the unit that settled. Unsettled: still open at its end, at the unit that holds them. A township with its villages; the banner’s own desk apart; category as on the last day.',
          },
        ],
      },
    };
  },
});

const FIRST = [column('unit_code', '机构代码', 'Unit code'), column('unit', '机构', 'Unit')] as const;
const CASE_COLUMNS = [
  column('number', '编号', 'Number'),
  column('title', '名称', 'Title'),
  column('category', '类别', 'Category'),
  column('at_unit', '持有单位', 'Held by'),
  column('registered_on', '登记日期', 'Registered', 'day'),
  column('left_on', '化解日期', 'Settled', 'day'),
] as const;

function caseRow(stay: StayFact, unit: string | undefined): Row {
  const { number, title, category, registeredOn } = stay;
  return { number, title, category, at_unit: unit, registered_on: registeredOn, left_on: stay.leftOn };
}
