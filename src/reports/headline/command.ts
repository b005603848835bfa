import { unnamed } from '../../cli/command.ts';
import { periodParams } from '../../cli/places.ts';
import { share } from '../../kernel/figures.ts';
import { periodOf, periodText } from '../../kernel/period.ts';
import type { Card, Column, Row } from '../../kernel/view.ts';
import { byUnit } from '../coverage/by-unit.ts';
import { explainedCoverage } from '../coverage/explain.ts';
import { explained, explainParam, explanationOf, type Records } from '../explain.ts';
import { type Scope, scopeOf } from '../scope.ts';
import { withoutVisitText } from '../screening/evidence.ts';
import { findsIn } from '../screening/finds.ts';
import { COVERAGE, DEFINITIONS, HEADLINE, type HeadlineFigure } from './figures.ts';
import { headlineRule, householdVisits, notOver } from './notes.ts';

/** The figures of a period, by key: each is the number of the rows that `--explain` lists; coverage is a share. */
export function headlineFigures(scope: Scope): Record<string, number | null> {
  const counts = HEADLINE.map(({ key, sql }) => [
    key,
    scope.db.prepare(`select count(*) from (${sql})`).pluck().get(scope.period) as number,
  ]);
  const { visited, households } = byUnit(scope, 'banner').totals;
  return { ...Object.fromEntries(counts), [COVERAGE.key]: share(visited, households) };
}

export const headline = unnamed({
  summary: {
    zh: '一页总览：机构、队伍、走访、化解、代办',
    en: 'the headline figures: units, people, visits, settlements, petitions',
  },
  example: 'report headline --from 2023-05-01 --to 2023-12-31',
  access: 'read',
  personal: true,
  params: { ...periodParams, explain: explainParam },
  run: (context, input) => {
    const scope = scopeOf(context, periodOf(input, context.today));
    if (input.explain === undefined) return { view: page(scope) };
    return { view: explained(recordsBehind(scope, input.explain, context.reveal), scope.period) };
  },
});

/** How people read a figure where the number does not say it all. */
const READS: Readonly<Record<string, Pick<Column, 'reads'>>> = { household_visits: { reads: householdVisits } };

function page(scope: Scope): Card {
  const span = periodText(scope.period);
  return {
    shape: 'card',
    title: { zh: `总览（${span.zh}）`, en: `Headline figures (${span.en})` },
    columns: [
      ...HEADLINE.map(({ key, title }): Column => ({ key, title, kind: 'integer', ...READS[key] })),
      { key: COVERAGE.key, title: COVERAGE.title, kind: 'rate' },
    ],
    row: headlineFigures(scope),
    notes: [headlineRule(scope.period), DEFINITIONS, ...withoutVisitText(findsIn(scope)), ...notOver(scope)],
  };
}

/** Exactly the rows that a figure counts; those of coverage are the households visited. */
function recordsBehind(scope: Scope, wanted: string, reveal: boolean): Records {
  const known = Object.fromEntries([...HEADLINE, COVERAGE].map(figure => [figure.key, figure]));
  const figure = explanationOf<HeadlineFigure | typeof COVERAGE>(known, wanted);
  const { title, rule } = figure;
  const records = 'sql' in figure ? figureRows(scope, figure, reveal) : explainedCoverage(scope, COVERAGE.key);
  return { ...records, title, notes: [{ zh: `口径：${rule.zh}`, en: `Counting: ${rule.en}.` }, ...notOver(scope)] };
}

function figureRows(scope: Scope, { sql, columns, rows: withMore }: HeadlineFigure, reveal: boolean) {
  const { db, period } = scope;
  if (withMore) return { columns, rows: withMore(scope, reveal) };
  function* rows() {
    yield* db.prepare(sql).iterate(period) as IterableIterator<Row>;
  }
  return { columns, rows: rows() };
}
