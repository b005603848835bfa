import { command } from '../../cli/command.ts';
import { periodParams } from '../../cli/places.ts';
import { type Period, periodOf, periodText } from '../../kernel/period.ts';
import type { Text } from '../../kernel/text.ts';
import type { Column, Row, Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import { byUnit } from '../coverage/by-unit.ts';
import { explainedCoverage } from '../coverage/explain.ts';
import { shareOf } from '../coverage/figures.ts';
import { explainer, explainParam } from '../explain.ts';
import { COVERAGE, DEFINITIONS, HEADLINE, type HeadlineFigure } from './figures.ts';
import { headlineRule, householdVisits, notOver } from './notes.ts';

/** The figures of a period, by key: each is the number of the rows that `--explain` lists; coverage is a share. */
export function headlineFigures(db: Db, period: Period): Record<string, number | null> {
  const counts = HEADLINE.map(({ key, sql }) => [
    key,
    db.prepare(`select count(*) from (${sql})`).pluck().get(namedIn(sql, period)) as number,
  ]);
  const { totals } = byUnit(db, loadTree(db, period.to), period, 'banner', undefined);
  return { ...Object.fromEntries(counts), [COVERAGE.key]: shareOf(totals) };
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
  personal: true,
  params: { ...periodParams, explain: explainParam },
  run: ({ db, today }, input) => {
    const period = periodOf(input, today);
    const later = notOver(period, today);
    if (input.explain !== undefined) return { view: explained(db, period, input.explain, later) };
    const figures = headlineFigures(db, period);
    const columns: Column[] = [
      ...HEADLINE.map(({ key, title }): Column => ({ key, title, kind: 'integer', ...READS[key] })),
      { key: COVERAGE.key, title: COVERAGE.title, kind: 'rate' },
    ];
    return {
      view: {
        shape: 'card',
        title: { zh: `总览（${periodText(period).zh}）`, en: `Headline figures (${periodText(period).en})` },
        columns,
        row: figures,
        notes: [headlineRule(period), DEFINITIONS, ...later],
      },
    };
  },
});

const READS: Readonly<Record<string, Pick<Column, 'reads'>>> = { household_visits: { reads: householdVisits } };

/** Exactly the rows that a figure counts; those of coverage are the households visited. */
function explained(db: Db, period: Period, wanted: string, later: readonly Text[]): Table {
  const known = Object.fromEntries([...HEADLINE, COVERAGE].map(one => [one.key, one]));
  const figure = explainer<HeadlineFigure | typeof COVERAGE>(known, wanted);
  const { title, rule } = figure;
  const span = periodText(period);
  return {
    ...('sql' in figure
      ? figureRows(db, period, figure)
      : explainedCoverage(db, loadTree(db, period.to), period, undefined, COVERAGE.key)),
    title: { zh: `「${title.zh}」由这些记录得来（${span.zh}）`, en: `What stands behind "${title.en}" (${span.en})` },
    notes: [{ zh: `口径：${rule.zh}`, en: `Counting: ${rule.en}.` }, ...later],
  };
}

function figureRows(db: Db, period: Period, { sql, columns }: HeadlineFigure): Table {
  function* rows() {
    yield* db.prepare(sql).iterate(namedIn(sql, period)) as IterableIterator<Row>;
  }
  return { shape: 'table', columns, rows: rows() };
}

/** The days of a period that a query asks for. */
function namedIn(sql: string, period: Period): Record<string, string> {
  return Object.fromEntries(Object.entries(period).filter(([name]) => sql.includes(`@${name}`)));
}
