import { command } from '../cli/command.ts';
import { periodParams } from '../cli/places.ts';
import { type Period, periodOf, periodText } from '../kernel/period.ts';
import { type Column, column, type Row } from '../kernel/view.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { byUnit } from './coverage-by-unit.ts';
import { explainedCoverage } from './coverage-explain.ts';
import { shareOf } from './coverage-rows.ts';
import { explainer, explainParam } from './explain.ts';
import { COVERAGE_KEY, HEADLINE, type HeadlineFigure } from './headline-figures.ts';

/** The figures of a period, by key: each is the number of the rows that `--explain` lists; coverage is a share. */
export function headlineFigures(handle: Sqlite, period: Period): Record<string, number | null> {
  const counts = HEADLINE.map(({ key, sql }) => {
    const named = Object.fromEntries(Object.entries(period).filter(([name]) => sql.includes(`@${name}`)));
    return [key, handle.prepare(`select count(*) from (${sql})`).pluck().get(named) as number];
  });
  const { totals } = byUnit(handle, loadTree(handle, period.to), period, 'banner', undefined);
  return { ...Object.fromEntries(counts), [COVERAGE_KEY]: shareOf(totals) };
}

export const headline = command({
  name: 'headline',
  zh: '总览',
  summary: {
    zh: '一页总览：机构、队伍、走访、化解、代办',
    en: 'the headline figures: units, people, visits, settlements, petitions',
  },
  example: 'report headline --from 2023-05-01 --to 2023-12-31',
  access: 'read',
  plain: true,
  personal: true,
  params: { ...periodParams, explain: explainParam },
  run: ({ handle, today }, input) => {
    const period = periodOf(input, today);
    if (input.explain !== undefined) return { view: explained(handle, period, input.explain) };
    const figures = headlineFigures(handle, period);
    const columns: Column[] = [
      ...HEADLINE.map(({ key, title }): Column => ({ key, title, kind: 'integer' })),
      column(COVERAGE_KEY, '走访覆盖率', 'Coverage', 'rate'),
    ];
    return {
      view: {
        shape: 'card',
        title: { zh: `总览（${periodText(period).zh}）`, en: `Headline figures (${periodText(period).en})` },
        columns,
        row: figures,
      },
    };
  },
});

/** Exactly the rows that a figure counts; those of coverage are the households visited. */
function explained(handle: Sqlite, period: Period, wanted: string) {
  const known: Readonly<Record<string, HeadlineFigure>> = Object.fromEntries(HEADLINE.map(one => [one.key, one]));
  if (wanted === COVERAGE_KEY)
    return explainedCoverage(handle, loadTree(handle, period.to), period, undefined, COVERAGE_KEY);
  const { sql, columns } = explainer(known, wanted);
  const named = Object.fromEntries(Object.entries(period).filter(([name]) => sql.includes(`@${name}`)));
  function* rows() {
    yield* handle.prepare(sql).iterate(named) as IterableIterator<Row>;
  }
  return { shape: 'table', columns, rows: rows() } as const;
}
