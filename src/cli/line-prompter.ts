import { createPrompt, isEnterKey, makeTheme, useEffect, useKeypress, usePrefix, useState } from '@inquirer/core';

interface Config {
  readonly message: string;
  /** What is written already, to be changed or taken away. */
  readonly offered: string;
  readonly complaint: ((answer: string) => string | undefined) | undefined;
}

const THEME = makeTheme();

/** A question of one line. What is offered stands in the line; where all of it is deleted, nothing is the answer. */
export const linePrompt = createPrompt<string, Config>(({ message, offered, complaint }, done) => {
  const [{ value, problem, isDone }, setScreen] = useState({ value: offered, problem: '', isDone: false });
  const prefix = usePrefix({ status: isDone ? 'done' : 'idle' });
  useEffect(readline => readline.write(offered), []);
  useKeypress((key, readline) => {
    if (!isEnterKey(key)) return setScreen({ value: readline.line, problem: '', isDone });
    const wrong = complaint?.(value);
    // Enter takes the line away: what is wrong can be changed where it stands.
    if (wrong !== undefined) readline.write(value);
    setScreen({ value, problem: wrong ?? '', isDone: wrong === undefined });
    if (wrong === undefined) done(value);
  });
  const status = isDone ? 'done' : 'idle';
  const line = [prefix, THEME.style.message(message, status), isDone ? THEME.style.answer(value) : value].join(' ');
  return [line, problem && THEME.style.error(problem)];
});
