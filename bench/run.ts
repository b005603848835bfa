import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What one run of a process took. */
export interface Run {
  /** Wall time in milliseconds, from spawn to exit. */
  readonly ms: number;
  readonly stdout: string;
}

const environment = () => ({ ...process.env, TIAOCHU_LANG: 'en', TIAOCHU_CONFIG: '' });

/** Runs a program to its end and times it; throws where it fails. */
export function timed(command: string, args: readonly string[], input?: string): Run {
  const start = performance.now();
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: environment(),
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

/** What every run is compared with: a Node that does nothing. */
export const emptyNode = (): Run => timed(process.execPath, ['-e', '0']);

/** Milliseconds of several rounds, by what ran. */
export type Times<K extends string> = Readonly<Record<K, readonly number[]>>;

/** Runs rivals in turn, in as many rounds as are asked for, after one that warms the caches. */
export function inTurns<K extends string>(rounds: number, rivals: Readonly<Record<K, () => Run>>): Times<K> {
  const names = Object.keys(rivals) as K[];
  const times = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const { ms } = rivals[name]();
      if (round > 0) times[name].push(ms);
    }
  return times;
}

/** The median of several runs in milliseconds, by what ran. */
export function medians<K extends string>(rounds: number, rivals: Readonly<Record<K, () => Run>>): Record<K, number> {
  const times = Object.entries<readonly number[]>(inTurns(rounds, rivals));
  return Object.fromEntries(times.map(([name, values]) => [name, median(values)])) as Record<K, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return (low + high) / 2;
}

/** The median of what a figure is in each round: pairs taken at one time, so that the machine's moods cancel out. */
export function medianOf(a: readonly number[], b: readonly number[], figure: (a: number, b: number) => number): number {
  return median(a.map((value, round) => figure(value, b[round] ?? Number.NaN)));
}

export const ratio = (a: number, b: number): number => a / b;
export const difference = (a: number, b: number): number => a - b;

/** Whether a program can be run here. */
export function isThere(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** The most memory that one run of tiaochu had, in megabytes, threads included; asked of the system (Linux) while it runs. */
export async function peakMemory(...args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'tiaochu.js'), ...args], {
    stdio: 'ignore',
    env: environment(),
  });
  let peak = 0;
  const asking = setInterval(() => {
    peak = Math.max(peak, highWater(child.pid));
  }, 20);
  const code = await new Promise(resolve => child.on('exit', resolve));
  clearInterval(asking);
  if (code !== 0) throw new Error(`tiaochu ${args.join(' ')}: exit ${code}`);
  return peak;
}

function highWater(pid: number | undefined): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
