import { checkbox, confirm, select } from '@inquirer/i18n/zh';
import inquirer from 'inquirer';
import { cancel } from '../kernel/failure.ts';
import type { Lang, Text } from '../kernel/text.ts';
import type { Prompter } from './world.ts';

/** The Prompter on a real terminal, in the user's language; questions go to stderr, since stdout carries the result. */
export function inquirerPrompter(lang: Lang): Prompter {
  const stopping = new AbortController();
  process.stdin.on('keypress', (_, key?: { readonly name?: string }) => {
    if (key?.name === 'escape') stopping.abort();
  });
  const prompt = inquirer.createPromptModule({ input: process.stdin, output: process.stderr, signal: stopping.signal });
  if (lang === 'zh')
    for (const [name, words] of Object.entries({ confirm, select, checkbox })) prompt.registerPrompt(name, words);
  const name = 'answer';
  return {
    text: (message, complaint) =>
      answerOf(prompt({ type: 'input', name, message, validate: answer => complaint?.(String(answer)) ?? true })),
    choose: (message, choices) => answerOf(prompt({ type: 'select', name, message, choices: [...choices] })),
    chooseMany: (message, choices) =>
      answerOf(
        prompt({
          type: 'checkbox',
          name,
          message,
          choices: [...choices],
          validate: chosen => chosen.length > 0 || NONE[lang],
        }),
      ),
    confirm: message => answerOf(prompt({ type: 'confirm', name, message, default: false })),
  };
}

const NONE: Text = { zh: '至少选一项', en: 'Choose at least one' };

/** Ctrl-C or Esc at a question cancels the command; it is not a bug. */
async function answerOf<T>(asked: Promise<{ readonly answer: T }>): Promise<T> {
  try {
    return (await asked).answer;
  } catch (error) {
    if (['ExitPromptError', 'AbortPromptError'].includes((error as Error).name)) cancel();
    throw error;
  }
}
