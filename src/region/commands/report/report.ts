import { type Command, type Context, type UnnamedCommand, unnamed } from '../../../cli/command.ts';
import { type Input, option, type Params } from '../../../cli/param.ts';
import { periodParams } from '../../../cli/places.ts';
import { BEGINNING, type Day } from '../../../kernel/day.ts';
import { type Period, periodOf } from '../../../kernel/period.ts';
import type { Table } from '../../../kernel/view.ts';
import { notBegun } from '../../../reports/scope.ts';
import { withoutSmallCounts } from '../../../reports/small-counts.ts';
import { databaseParam } from '../params.ts';
import { byPlace } from './places.ts';
import { type RegionSource, withRegion } from './source.ts';
import { type Counted, explainedByCounty, regionTable } from './table.ts';

/** The options of every report of a region. */
export const placeParams = {
  by: byPlace,
  database: databaseParam,
  explain: option('--explain <column>', {
    zh: '逐个旗县列出某一列的分子、分母，和在其台账中列出记录的命令（填 JSON 中的列名）',
    en: 'a column county by county: its part, its whole, and the command that lists the records there (its name in JSON)',
  }),
} as const;

type Asked = Input<typeof placeParams>;

/** A report on a period: what it counts there. */
interface PeriodReport<C, P extends Params> extends Pick<Command, 'summary' | 'example'> {
  readonly params?: P;
  counted(source: RegionSource, period: Period, today: Day, input: Input<P>): Promise<Counted<C>>;
}

const PERIOD_PARAMS = { ...periodParams, ...placeParams } as const;

/** A report of a region on a period. */
export function regionReport<C, const P extends Params>(report: PeriodReport<C, P>): UnnamedCommand {
  const { summary, example, params } = report;
  return withoutSmallCounts(
    unnamed({
      ...{ summary, example, access: 'none' },
      params: { ...params, ...PERIOD_PARAMS },
      run: (context, given) => {
        const input = given as unknown as Input<P> & Input<typeof PERIOD_PARAMS>;
        const period = periodOf(input, context.today);
        for (const text of notBegun(period, context.today)) context.remark(text);
        return shown(context, input, source => report.counted(source, period, context.today, input));
      },
    }),
  );
}

/** Opens the region's database, counts, and shows a table or what stands behind one of its columns. */
export async function shown<C>(context: Context, asked: Asked, count: (source: RegionSource) => Promise<Counted<C>>) {
  const view = await withRegion(context, asked.database, async source => viewOf(await count(source), source, asked));
  return { view, counts: { shown: (view.rows as readonly unknown[]).length } };
}

function viewOf<C>(
  counted: Counted<C>,
  source: RegionSource,
  { by = 'county', explain }: Pick<Asked, 'by' | 'explain'>,
): Table {
  return explain === undefined ? regionTable(counted, source, by) : explainedByCounty(counted, source, explain);
}

/** A period as a command line names it. */
export function periodWords({ from, to }: Period): string {
  return from === BEGINNING ? `--to ${to}` : `--from ${from} --to ${to}`;
}
