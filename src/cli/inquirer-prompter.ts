import inquirer from 'inquirer';
import { cancel } from '../kernel/failure.ts';
import type { Prompter } from './prompter.ts';

/** The Prompter on a real terminal; questions go to stderr, since stdout carries the result. */
export function inquirerPrompter(): Prompter {
  const prompt = inquirer.createPromptModule({ input: process.stdin, output: process.stderr });
  return {
    text: async (message, complaint) =>
      (
        await guarded(
          prompt({ type: 'input', name: 'answer', message, validate: answer => complaint?.(String(answer)) ?? true }),
        )
      ).answer,
    choose: async (message, choices) =>
      (await guarded(prompt({ type: 'select', name: 'answer', message, choices: [...choices] }))).answer,
    chooseMany: async (message, choices) =>
      (await guarded(prompt({ type: 'checkbox', name: 'answer', message, choices: [...choices], required: true })))
        .answer,
    confirm: async message =>
      (await guarded(prompt({ type: 'confirm', name: 'answer', message, default: false }))).answer,
  };
}

/** Ctrl-C at a question cancels the command; it is not a bug. */
async function guarded<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if ((error as Error).name === 'ExitPromptError') cancel();
    throw error;
  }
}
