import type { Command, UnnamedCommand } from '../../../cli/command.ts';

/** Every report of a region under its two names; they are called as a county's reports are. */
const REPORTS: readonly (readonly [name: string, zh: string, load: () => Promise<UnnamedCommand>])[] = [
  ['coverage', '覆盖', async () => (await import('./coverage.ts')).coverage],
  ['resolution', '化解', async () => (await import('./resolution.ts')).resolution],
  ['matrix', '月报表', async () => (await import('./matrix.ts')).matrix],
  ['petitions', '信访', async () => (await import('./petitions.ts')).petitions],
  ['headline', '总览', async () => (await import('./headline.ts')).headline],
  ['scorecard', '评分', async () => (await import('./scorecard.ts')).scorecard],
];

export async function regionReports(): Promise<readonly Command[]> {
  return Promise.all(
    REPORTS.map(async ([name, zh, load]) => ({ ...(await load()), name: `report ${name}`, zh: `报表 ${zh}` })),
  );
}
