import { type ChildProcess, type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { DEFAULT_ENV } from './run.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PROGRAM = join(ROOT, 'bin', 'tiaochu.js');

export interface Spawned {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface SpawnPlan {
  readonly ledger?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: readonly string[];
  readonly program?: string;
  readonly started?: (child: ChildProcess) => void;
}

const environment = (plan: SpawnPlan) => ({
  ...process.env,
  ...DEFAULT_ENV,
  ...(plan.ledger === undefined ? {} : { TIAOCHU_LEDGER: plan.ledger }),
  ...plan.env,
});

/** A real process of its own. */
export function tiaochu(argv: readonly string[], plan: SpawnPlan = {}): Promise<Spawned> {
  const child = spawn(process.execPath, [...(plan.node ?? []), plan.program ?? PROGRAM, ...argv], {
    env: environment(plan),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  plan.started?.(child);
  return finished(child);
}

const script = (line: string) => ['-c', `tiaochu() { "${process.execPath}" "${PROGRAM}" "$@"; }\n${line}`];

/** A line of bash in which `tiaochu` is the program. */
export function bashIn(cwd: string, line: string, plan: SpawnPlan = {}) {
  return spawnSync('bash', script(line), { env: environment(plan), encoding: 'utf8', cwd });
}

/** The same while the test goes on. */
export function bashBeside(cwd: string, line: string, plan: SpawnPlan = {}): Promise<Spawned> {
  return finished(spawn('bash', script(line), { env: environment(plan), cwd, stdio: ['ignore', 'pipe', 'pipe'] }));
}

function finished(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Spawned> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
