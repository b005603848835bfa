import type { TestContext } from 'vitest';

/** What an ordeal did: how often it tried, and what came of it, in words. */
export interface Tally {
  readonly tried: number;
  readonly outcome: string;
}

declare module 'vitest' {
  interface TaskMeta {
    tally?: Tally;
  }
}

/** Whether this is `npm run torture`; `npm test` runs the short form of the same ordeals. */
const IS_FULL = process.env.MODE === 'torture';

/** How often something is tried: in full, and in the short form. */
export const times = (full: number, short: number) => (IS_FULL ? full : short);

/** How many random lives are lived: other ones each time in full, always the same ones in the short form. */
export const lives = (full: number, short: number) => ({
  numRuns: times(full, short),
  endOnFailure: true,
  ...(IS_FULL ? {} : { seed: 20_261_128 }),
});

/** Ten seconds are the most that any command may take. */
export const MOST_MS = 10_000;

/** Time enough for an ordeal, on a machine that does other things, too. */
export const LONG = 3_600_000;

/** Tells the table of `npm run torture` what an ordeal did. */
export function tell({ task }: TestContext, tried: number, outcome: Readonly<Record<string, number>>): void {
  const said = Object.entries(outcome).map(([what, count]) => `${count} ${what}`);
  task.meta.tally = { tried, outcome: said.join(', ') };
}
