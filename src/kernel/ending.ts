const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

const acts = new Set<() => void>();

/**
 * Runs something when the process ends: at its exit, and before a signal ends it. From the first call on a signal is heard
 * between two turns only, so whoever works for long has to let go now and then.
 */
export function beforeEnding(act: () => void): void {
  if (acts.size === 0) {
    process.on('exit', runAll);
    for (const signal of SIGNALS) process.on(signal, endBy);
  }
  acts.add(act);
}

function runAll(): void {
  for (const act of acts) act();
}

/** Ends as the signal does, so that a shell hears which it was. */
function endBy(signal: NodeJS.Signals): void {
  runAll();
  if (process.platform === 'win32') process.exit(1);
  process.off(signal, endBy);
  process.kill(process.pid, signal);
}
