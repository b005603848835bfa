import type { Context } from '../../cli/command.ts';
import type { View } from '../../kernel/view.ts';
import type { Content } from './contents.ts';
import type { Month } from './month.ts';

/** A table of the month as its command shows it, and the command line that shows the same. */
export interface Shown {
  readonly content: Content;
  readonly view: View;
  readonly command: string;
}

/** Runs the report of a content, inside the transaction of the month: all of them see the ledger at one moment. */
export async function shownOf(content: Content, month: Month, context: Context): Promise<Shown> {
  const { run } = await content.load();
  const own = content.options(month);
  const dated = content.dated === 'by month' ? { month: month.name } : { on: month.lastDay };
  const unit = month.unit === undefined ? {} : { unit: month.unit.code };
  const { view } = await run(context, { ...own, ...dated, ...unit });
  return {
    content,
    view: kept(await context.shown(view)),
    command: ['report', content.report, ...words({ ...own, ...dated, ...unit })].join(' '),
  };
}

/** Rows are read once and written into several files. */
function kept(view: View): View {
  if (view.shape === 'pages') return { ...view, pages: view.pages.map(kept) };
  return view.shape === 'table' ? { ...view, rows: [...view.rows] } : view;
}

function words(options: Readonly<Record<string, string | true>>): string[] {
  return Object.entries(options).flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, value]));
}
