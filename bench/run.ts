import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What one run of a process took. */
export interface Run {
  /** Wall time in milliseconds, from spawn to exit. */
  readonly ms: number;
  readonly stdout: string;
}

/** Runs a program to its end and times it; throws where it fails. */
export function timed(command: string, args: readonly string[], input?: string): Run {
  const start = performance.now();
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, TIAOCHU_LANG: 'en' },
    ...(input === undefined ? {} : { input }),
  });
  const ms = performance.now() - start;
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: exit ${done.status}\n${done.stderr}`);
  return { ms, stdout: done.stdout };
}

/** Runs tiaochu as a user does, in a process of its own. */
export type Program = (...args: readonly string[]) => Run;

/** The program of a checkout that is built: this one, where no other is named. */
export function programIn(checkout = ROOT): Program {
  return (...args) => timed(process.execPath, [join(checkout, 'bin', 'tiaochu.js'), ...args]);
}

export const tiaochu = programIn();

/** The median of several runs in milliseconds, after one that warms the caches. Runs of rivals should be interleaved. */
export function medians(runs: number, rivals: Readonly<Record<string, () => Run>>): Record<string, number> {
  const times: Record<string, number[]> = {};
  for (let round = 0; round <= runs; round++)
    for (const [name, rival] of Object.entries(rivals)) {
      const { ms } = rival();
      if (round > 0) times[name] = [...(times[name] ?? []), ms];
    }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
}

/** Whether the sqlite3 shell, the yardstick, is on this machine. */
export function hasSqliteShell(): boolean {
  return spawnSync('sqlite3', ['--version']).status === 0;
}
