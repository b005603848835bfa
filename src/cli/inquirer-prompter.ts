import inquirer from 'inquirer';
import { cancel } from '../kernel/failure.ts';
import type { Prompter } from './world.ts';

/** The Prompter on a real terminal; questions go to stderr, since stdout carries the result. */
export function inquirerPrompter(): Prompter {
  const prompt = inquirer.createPromptModule({ input: process.stdin, output: process.stderr });
  const name = 'answer';
  return {
    text: (message, complaint) =>
      answerOf(prompt({ type: 'input', name, message, validate: answer => complaint?.(String(answer)) ?? true })),
    choose: (message, choices) => answerOf(prompt({ type: 'select', name, message, choices: [...choices] })),
    chooseMany: (message, choices) =>
      answerOf(prompt({ type: 'checkbox', name, message, choices: [...choices], required: true })),
    confirm: message => answerOf(prompt({ type: 'confirm', name, message, default: false })),
  };
}

/** Ctrl-C at a question cancels the command; it is not a bug. */
async function answerOf<T>(asked: Promise<{ readonly answer: T }>): Promise<T> {
  try {
    return (await asked).answer;
  } catch (error) {
    if ((error as Error).name === 'ExitPromptError') cancel();
    throw error;
  }
}
