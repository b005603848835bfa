import { spawn } from 'node:child_process';
import type { Pager } from './world.ts';

/** As much as is kept for the case that the pager turns out to fail; one that fails later has shown something. */
const KEPT = 1 << 18;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Starts a pager on this terminal. While it runs Ctrl-C is its business,
 * and a signal that ends this program ends it first, so that it can give the terminal back as it was.
 */
export function openPager(command: string, keys: string, env: Env): Pager {
  const child = started(command, keys, env);
  const handBack = takeSignals(signal => child.kill(signal));
  const kept: (string | Uint8Array)[] = [];
  let size = 0;
  let isOpen = true;
  const ended = new Promise<number | null>(resolve => {
    child.on('error', () => resolve(127));
    child.on('close', code => resolve(code));
  });
  // Who has seen enough closes the pipe: that is no error.
  child.stdin.on('error', () => {
    isOpen = false;
  });
  void ended.then(() => {
    isOpen = false;
  });
  return {
    write: async piece => {
      size += piece.length;
      if (size <= KEPT) kept.push(piece);
      // The next piece is made when this one is taken, so that a long list is never in memory as a whole.
      if (isOpen) await Promise.race([new Promise(resolve => child.stdin.write(piece, resolve)), ended]);
      return isOpen;
    },
    close: async () => {
      child.stdin.end();
      const code = await ended;
      handBack();
      // One that a signal ended was ended by its reader.
      return code !== 0 && code !== null && size <= KEPT ? kept : undefined;
    },
  };
}

/** The prompt is what less takes for the editor's name: Chinese characters in a prompt of its own come out garbled (less 590). */
const LESS = '-FRXe -Ps%E$';

/**
 * less gets the options and the character set that git gives it, where the user has set none: it ends by itself where all
 * fits a screen, keeps colours, and leaves what was shown. It also says by which keys one goes on and leaves.
 */
function started(command: string, keys: string, env: Env) {
  // Without a shell between, signals reach the pager itself.
  const [program = '', ...words] = command.split(/\s+/);
  const isPlain = /^[\w\s./:+=-]+$/.test(command) && !program.includes('=');
  return spawn(isPlain ? program : command, isPlain ? words : [], {
    shell: !isPlain,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { LV: '-c', LESSCHARSET: 'utf-8', ...env, ...(env.LESS === undefined ? { LESS, VISUAL: keys } : {}) },
  });
}

/** Takes the signals of this process until they are handed back: Ctrl-C is left to the pager, the others are passed on to it. */
function takeSignals(pass: (signal: NodeJS.Signals) => void): () => void {
  let received: NodeJS.Signals | undefined;
  const takers: Readonly<Record<string, (signal: NodeJS.Signals) => void>> = {
    SIGINT: () => {},
    SIGTERM: passOn,
    SIGHUP: passOn,
    SIGQUIT: passOn,
  };
  const before = Object.entries(takers).map(([signal, taker]) => {
    const listeners = process.rawListeners(signal) as NodeJS.SignalsListener[];
    process.removeAllListeners(signal);
    process.on(signal, taker);
    return { signal, taker, listeners };
  });
  return () => {
    for (const { signal, taker, listeners } of before) {
      process.off(signal, taker);
      for (const listener of listeners) process.on(signal, listener);
    }
    if (received) process.kill(process.pid, received);
  };

  function passOn(signal: NodeJS.Signals): void {
    received = signal;
    pass(signal);
  }
}
