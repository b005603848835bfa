import { writeSync } from 'node:fs';
import { beforeEnding } from '../kernel/ending.ts';
import { PASTES_PLAIN } from './terminal-input.ts';

const SHOW_CURSOR = '\x1b[?25h';

/**
 * Gives the terminal back as it was, however the program ends: a question hides the cursor and reads keys one by one, and a
 * signal ends the program in the middle of it.
 */
export function guardTerminal(): void {
  beforeEnding(giveBack);
}

function giveBack(): void {
  try {
    if (process.stdin.isRaw) process.stdin.setRawMode(false);
    writeSync(2, PASTES_PLAIN + SHOW_CURSOR);
  } catch {
    // The terminal is gone, as with SIGHUP.
  }
}
