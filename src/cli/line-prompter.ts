import { createPrompt, isEnterKey, makeTheme, useEffect, useKeypress, usePrefix, useState } from '@inquirer/core';

import type { Complaint } from './world.ts';

interface Config {
  readonly message: string;
  /** What is written already, to be changed or taken away. */
  readonly offered: string;
  readonly complaint: Complaint | undefined;
}

interface Screen {
  readonly value: string;
  readonly problem: string;
  readonly status: 'idle' | 'loading' | 'done';
}

const THEME = makeTheme();

/** A question of one line. What is offered stands in the line; where all of it is deleted, nothing is the answer. */
export const linePrompt = createPrompt<string, Config>(({ message, offered, complaint }, done) => {
  const [{ value, problem, status }, setScreen] = useState<Screen>({ value: offered, problem: '', status: 'idle' });
  const prefix = usePrefix({ status });
  useEffect(readline => readline.write(offered), []);
  useKeypress(async (key, readline) => {
    // While an answer is looked into, nothing is typed.
    if (status !== 'idle') return;
    if (!isEnterKey(key)) return setScreen({ value: readline.line, problem: '', status });
    setScreen({ value, problem: '', status: 'loading' });
    const wrong = await complaint?.(value);
    // Enter takes the line away: what is wrong can be changed where it stands.
    if (wrong !== undefined) readline.write(value);
    setScreen({ value, problem: wrong ?? '', status: wrong === undefined ? 'done' : 'idle' });
    if (wrong === undefined) done(value);
  });
  const isDone = status === 'done';
  const line = [prefix, THEME.style.message(message, status), isDone ? THEME.style.answer(value) : value].join(' ');
  return [line, problem && THEME.style.error(problem)];
});
