import { cancel } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { campaignStart } from '../ledger/campaign.ts';
import { openLedger } from '../ledger/open.ts';
import { actDay, datesAnAct, dayDoubts } from './act-day.ts';
import { atTerminal } from './at-terminal.ts';
import { contextOf, type Job } from './context.ts';
import { withMeanings } from './meaning.ts';

const GO_ON: Text = { zh: '仍要继续吗？', en: 'Go on all the same?' };

/**
 * What a command doubts after a look at the ledger: a question on a terminal, asked before anything is locked; a remark in a
 * script, with `--yes` and on a dry run. Where nobody is asked anything, the ledger stays open for the command: while somebody
 * thinks, it could be restored.
 */
export async function settleDoubts(job: Job): Promise<void> {
  const { call, input, path, session } = job;
  const { command } = call;
  const day = datesAnAct(command) ? actDay(input) : undefined;
  if (!command.doubts && day === undefined) return;
  const db = openLedger(path);
  job.ready.keep(db);
  try {
    db.pragma('query_only = on');
    const context = contextOf(job, db);
    const early = day === undefined ? [] : dayDoubts(day, context.today, campaignStart(db));
    const found = [...early, ...(command.doubts?.(context, withMeanings(job, context).input) ?? [])];
    for (const doubt of found) context.remark(doubt);
    if (found.length === 0 || input.yes || context.dryRun || !atTerminal(session.world)) return;
  } finally {
    db.pragma('query_only = off');
    if (atTerminal(session.world)) job.ready.take()?.close();
  }
  const prompter = await session.world.prompter(session.lang);
  if (!(await prompter.confirm(GO_ON[session.lang]))) cancel();
}
