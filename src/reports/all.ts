import type { Command, UnnamedCommand } from '../cli/command.ts';
import { withoutSmallCounts } from './small-counts.ts';

/**
 * Every report under its two names. Each is loaded alone, so that none waits for the code of the others. A new report is a
 * file of its own (`periodReport` or `dayReport` with its figures, and what stands behind them if its rows are not records
 * themselves) and a line here; the period, the units, the title, `--explain`, help and completion come with it.
 */
const REPORTS: readonly (readonly [name: string, zh: string, load: () => Promise<UnnamedCommand>])[] = [
  ['coverage', '覆盖', async () => (await import('./coverage/command.ts')).coverage],
  ['missed', '未访', async () => (await import('./missed.ts')).missed],
  ['standards', '达标', async () => (await import('./standards/command.ts')).standards],
  ['domains', '领域', async () => (await import('./domains.ts')).domains],
  ['diaries', '日记', async () => (await import('./diaries/command.ts')).diaries],
  ['resolution', '化解', async () => (await import('./resolution/command.ts')).resolution],
  ['screening', '排查', async () => (await import('./screening/command.ts')).screening],
  ['returns', '收报', async () => (await import('./returns/command.ts')).returns],
  ['debriefing', '述职', async () => (await import('./debriefing/command.ts')).debriefing],
  ['matrix', '月报表', async () => (await import('./matrix.ts')).matrix],
  ['overdue', '逾期', async () => (await import('./overdue.ts')).overdue],
  ['one-stop', '一站', async () => (await import('./one-stop.ts')).oneStop],
  ['petitions', '信访', async () => (await import('./petitions/command.ts')).petitions],
  ['workload', '工作量', async () => (await import('./workload.ts')).workload],
  ['allowance', '以案定补', async () => (await import('./allowance/command.ts')).allowance],
  ['headline', '总览', async () => (await import('./headline/command.ts')).headline],
  ['bulletin', '简报', async () => (await import('./bulletin/command.ts')).bulletin],
  ['months', '逐月', async () => (await import('./months.ts')).months],
  ['monthly', '月报', async () => (await import('./monthly/command.ts')).monthly],
  ['gaps', '缺项', async () => (await import('./gaps/command.ts')).gaps],
  ['quality', '作风', async () => (await import('./quality/command.ts')).quality],
  ['scorecard', '评分', async () => (await import('./scorecard/command.ts')).scorecard],
];

/** Those that are figures and not lists of records. */
const STATISTICS: ReadonlySet<string> = new Set([
  ...['coverage', 'standards', 'domains', 'diaries', 'resolution', 'screening', 'matrix', 'petitions', 'workload'],
  ...['headline', 'bulletin', 'months', 'monthly'],
]);

/** The report that a word calls, or all of them. */
export async function reportCommands(verb?: string): Promise<readonly Command[]> {
  const called = REPORTS.filter(([name, zh]) => verb === name || verb === zh);
  const wanted = called.length > 0 ? called : REPORTS;
  return Promise.all(
    wanted.map(async ([name, zh, load]) => {
      const report = await load();
      return { ...(STATISTICS.has(name) ? withoutSmallCounts(report) : report), name, zh };
    }),
  );
}
