import { spawn } from 'node:child_process';
import { DEFAULT_ENV } from '../support/run.ts';
import { PROGRAM } from '../support/spawned.ts';

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly ms: number;
}

interface Plan {
  readonly ledger: string;
  /** A signal after so many milliseconds. */
  readonly end?: { readonly signal: NodeJS.Signals; readonly after: number };
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: readonly string[];
}

/** Runs the built program, and ends it at a moment. */
export function ended(argv: readonly string[], { ledger, end, env = {}, node = [] }: Plan): Promise<Ending> {
  const began = performance.now();
  const child = spawn(process.execPath, [...node, PROGRAM, ...argv], {
    env: { ...process.env, ...DEFAULT_ENV, TIAOCHU_LEDGER: ledger, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text;
  });
  const timer = end && setTimeout(() => child.kill(end.signal), end.after);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, stderr, ms: performance.now() - began });
    });
  });
}
