import { unnamed } from '../../cli/command.ts';
import { periodParams, unitParam } from '../../cli/places.ts';
import { share } from '../../kernel/figures.ts';
import { periodText } from '../../kernel/period.ts';
import type { Card, Column, Row } from '../../kernel/view.ts';
import { byUnit } from '../coverage/by-unit.ts';
import { explainedCoverage } from '../coverage/explain.ts';
import { explained, explainParam, explanationOf, type Records } from '../explain.ts';
import { periodScope, type Scope } from '../scope.ts';
import { withoutVisitText } from '../screening/evidence.ts';
import { findsIn } from '../screening/finds.ts';
import { COVERAGE, definitionsOf, figuresAt, type HeadlineFigure, type Within } from './figures.ts';
import { headlineRule, householdVisits, notOver, unitRule } from './notes.ts';

/** The figures that a scope's unit has, in a period. */
export function figuresIn({ unit }: Scope): readonly HeadlineFigure[] {
  return figuresAt(unit?.level ?? 'banner');
}

/** The figures of a period, by key: each is the number of the rows that `--explain` lists; coverage is a share. */
export function headlineFigures(scope: Scope): Record<string, number | null> {
  const counts = figuresIn(scope).map(({ key, sql }) => [
    key,
    scope.db
      .prepare(`select count(*) from (${sql(within(scope))})`)
      .pluck()
      .get(valuesOf(scope)) as number,
  ]);
  const { visited, households } = byUnit(scope, 'banner').totals;
  return { ...Object.fromEntries(counts), [COVERAGE.key]: share(visited, households) };
}

/** The condition that a query's units are those that were asked for; all are, without a unit. */
function within({ within }: Scope): Within {
  return column => (within === undefined ? 'true' : `${column} in (select value from json_each(@units))`);
}

function valuesOf({ period, within }: Scope) {
  return { ...period, units: JSON.stringify([...(within ?? [])]) };
}

export const headline = unnamed({
  summary: {
    zh: '一页总览：机构、队伍、走访、化解、代办；可看全旗、一个乡镇或一个村',
    en: 'the headline figures: units, people, visits, settlements, petitions; of the banner, a township or a village',
  },
  example: 'report headline --from 2023-05-01 --to 2023-12-31',
  access: 'read',
  personal: true,
  params: { ...periodParams, unit: unitParam, explain: explainParam },
  run: (context, input) => {
    const scope = periodScope(context, input, input.unit);
    if (input.explain === undefined) return { view: page(scope) };
    return { view: explained(recordsBehind(scope, input.explain, context.reveal), scope.period) };
  },
});

/** How people read a figure where the number does not say it all. */
const READS: Readonly<Record<string, Pick<Column, 'reads'>>> = { household_visits: { reads: householdVisits } };

function page(scope: Scope): Card {
  const span = periodText(scope.period);
  const figures = figuresIn(scope);
  const of = scope.unit ? { zh: `${scope.unit.name}`, en: ` of ${scope.unit.name}` } : { zh: '', en: '' };
  return {
    shape: 'card',
    title: { zh: `${of.zh}总览（${span.zh}）`, en: `Headline figures${of.en} (${span.en})` },
    columns: [
      ...figures.map(({ key, title }): Column => ({ key, title, kind: 'integer', ...READS[key] })),
      { key: COVERAGE.key, title: COVERAGE.title, kind: 'rate' },
    ],
    row: headlineFigures(scope),
    notes: [
      headlineRule(scope.period),
      definitionsOf(figures),
      ...unitRule(scope),
      ...withoutVisitText(findsIn(scope)),
      ...notOver(scope),
    ],
  };
}

/** Exactly the rows that a figure counts; those of coverage are the households visited. */
function recordsBehind(scope: Scope, wanted: string, reveal: boolean): Records {
  const known = Object.fromEntries([...figuresIn(scope), COVERAGE].map(figure => [figure.key, figure]));
  const figure = explanationOf<HeadlineFigure | typeof COVERAGE>(known, wanted);
  const { title, rule } = figure;
  const records = 'sql' in figure ? figureRows(scope, figure, reveal) : explainedCoverage(scope, COVERAGE.key);
  return { ...records, title, notes: [{ zh: `口径：${rule.zh}`, en: `Counting: ${rule.en}.` }, ...notOver(scope)] };
}

function figureRows(scope: Scope, { sql, columns, rows: withMore }: HeadlineFigure, reveal: boolean) {
  if (withMore) return { columns, rows: withMore(scope, reveal) };
  function* rows() {
    yield* scope.db.prepare(sql(within(scope))).iterate(valuesOf(scope)) as IterableIterator<Row>;
  }
  return { columns, rows: rows() };
}
