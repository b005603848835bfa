import { type Command, type Context, type Outcome, type UnnamedCommand, unnamed } from '../cli/command.ts';
import type { ExitCode } from '../cli/exit.ts';
import { choice, type Input, type Params } from '../cli/param.ts';
import { asOfParam, periodParams, unitParam } from '../cli/places.ts';
import { BEGINNING } from '../kernel/day.ts';
import { periodText } from '../kernel/period.ts';
import type { Text } from '../kernel/text.ts';
import type { Table } from '../kernel/view.ts';
import { explained, explainParam, explanationOf, type Records } from './explain.ts';
import { periodScope, type Scope, scopeOf } from './scope.ts';

/** What a report shows, apart from its title and its period. */
interface Figures extends Pick<Table, 'columns' | 'rows' | 'totals' | 'notes' | 'groups'> {
  readonly exit?: ExitCode;
  /** Where an option makes it another list. */
  readonly title?: Text;
}

/** A report: what it counts. Its period, its units, its title and `--explain` are the same in all of them. */
interface Report<P extends Params> extends Pick<Command, 'summary' | 'example' | 'personal'> {
  readonly title: Text;
  /** How it counts, under every table. */
  readonly rule?: Text;
  /** Whether it counts the whole banner, so that there is no `--unit`. */
  readonly everywhere?: boolean;
  /** Its own options besides those that every report has. */
  readonly params?: P;
  figures(scope: Scope, input: Input<P>, context: Context): Figures;
  /** The records behind a column; without it, the rows of the report are records themselves. */
  explain?(scope: Scope, column: string, input: Input<P>): Records;
}

/** What the rows of a report are; its help lists them. */
export function byParam<const V extends string>(kinds: Readonly<Record<V, Text>>, standard: V) {
  const { zh, en } = kinds[standard];
  const summary = { zh: `按什么统计（默认按${zh}）`, en: `what the rows are (default ${en})` };
  return choice('--by <what>', summary, kinds);
}

const EVERYWHERE_PARAMS = { ...periodParams, explain: explainParam } as const;
const PERIOD_PARAMS = { ...periodParams, unit: unitParam, explain: explainParam } as const;
const DAY_PARAMS = { unit: unitParam, on: asOfParam, explain: explainParam } as const;

/** A report on a period. */
export function periodReport<const P extends Params>(report: Report<P>): UnnamedCommand {
  return unnamed({
    ...report,
    access: 'read',
    params: { ...report.params, ...(report.everywhere ? EVERYWHERE_PARAMS : PERIOD_PARAMS) },
    run(context, given) {
      const input = given as unknown as Input<P> & Input<typeof PERIOD_PARAMS>;
      const scope = periodScope(context, input, input.unit);
      if (input.explain !== undefined && report.explain)
        return { view: explained(report.explain(scope, input.explain, input), scope.period) };
      return shown(report, report.figures(scope, input, context), periodText(scope.period), input.explain);
    },
  });
}

/** A report on the state of one day, by default today. */
export function dayReport(report: Report<Record<never, never>>): UnnamedCommand {
  return unnamed({
    ...report,
    access: 'read',
    params: DAY_PARAMS,
    run(context, input) {
      const day = input.on ?? context.today;
      const scope = scopeOf(context, { from: BEGINNING, to: day }, input.unit);
      return shown(report, report.figures(scope, {}, context), { zh: `截至 ${day}`, en: `on ${day}` }, input.explain);
    },
  });
}

function shown(
  report: Pick<Report<Params>, 'title' | 'rule'>,
  { exit, notes = [], title = report.title, ...table }: Figures,
  span: Text,
  explain: string | undefined,
): Outcome {
  // The rows are records themselves: any of their columns is explained by them.
  if (explain !== undefined) explanationOf(Object.fromEntries(table.columns.map(({ key }) => [key, key])), explain);
  const dated = { zh: `${title.zh}（${span.zh}）`, en: `${title.en} (${span.en})` };
  return {
    view: { shape: 'table', title: dated, ...table, notes: report.rule ? [report.rule, ...notes] : notes },
    ...(Array.isArray(table.rows) ? { counts: { shown: table.rows.length } } : {}),
    ...(exit === undefined ? {} : { exit }),
  };
}
