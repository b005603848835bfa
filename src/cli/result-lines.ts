import type { Text } from '../kernel/text.ts';
import type { Lines, Table, View } from '../kernel/view.ts';
import type { Context, Outcome } from './command.ts';
import type { Job } from './context.ts';
import { codesIn, namedLines } from './named-lines.ts';
import { would } from './would.ts';

/** The result of a command that writes, with what codes are called; a dry run says what would be done. */
export async function sayable(outcome: Outcome, job: Job, context: Context): Promise<Outcome> {
  if (job.call.command.access !== 'write') return outcome;
  return { ...outcome, view: await sayableView(outcome.view, job, context) };
}

async function sayableView(view: View, job: Job, context: Context): Promise<View> {
  if (view.shape === 'pages') {
    const pages: View[] = [];
    for (const page of view.pages) pages.push(await sayableView(page, job, context));
    return { ...view, pages };
  }
  if (view.shape === 'table') return sayableTable(view, job, context);
  return view.shape === 'lines' ? sayableLines(view, job, context) : view;
}

/** A table says in its title what the command named. */
async function sayableTable(view: Table, job: Job, context: Context): Promise<Table> {
  if (!view.title) return view;
  const [title = view.title] = await named([view.title], job, context);
  return { ...view, title };
}

async function sayableLines(view: Lines, job: Job, context: Context): Promise<Lines> {
  return { ...view, lines: await named(context.dryRun ? would(view.lines) : view.lines, job, context) };
}

/** Lines with what the codes in them are called. */
async function named(lines: readonly Text[], job: Job, { db, today, lang, settings, zone }: Context): Promise<Text[]> {
  const codes = codesIn(lines);
  if (codes.length === 0) return [...lines];
  const [noun = ''] = job.call.path.split(' ');
  const called = (await job.picking()).called({ db, day: today, lang, unit: settings.unit, zone }, noun, codes);
  return namedLines(lines, called);
}
