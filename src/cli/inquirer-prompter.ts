import { Separator, search, select } from '@inquirer/i18n/zh';
import inquirer from 'inquirer';
import { cancel, GoneBack } from '../kernel/failure.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { linePrompt } from './line-prompter.ts';
import { linesPrompter } from './lines-prompter.ts';
import { type TerminalInput, terminalInput } from './terminal-input.ts';
import type { Choice, Prompter } from './world.ts';

/** How many choices are shown at once: with the lines around them they fit a window of 24. */
const PAGE = 14;

/** The Prompter on a real terminal, in the user's language; questions go to stderr, since stdout carries the result. */
export function inquirerPrompter(lang: Lang): Prompter {
  const ask = <T>(asked: (prompt: Prompt) => Promise<{ readonly answer: T }>) =>
    answerOf(async signal => (await asked(promptIn(lang, signal))).answer);
  const askTyped = <T>(takes: Takes, asked: (prompt: Prompt) => Promise<{ readonly answer: T }>) =>
    typed(takes, async (input, signal) => (await asked(promptIn(lang, signal, input))).answer);
  const judged = (complaint?: (answer: string) => string | undefined) => (answer: unknown) =>
    complaint?.(String(answer)) ?? true;
  const name = 'answer';
  return {
    text: (message, complaint, offered = '') =>
      typed('one line', (input, signal) =>
        linePrompt({ message, complaint, offered }, { input, output: process.stderr, signal }),
      ),
    lines: (message, complaint, offered) =>
      linesPrompter(lang, message, { at: question => typed('lines', question), complaint, offered }),
    choose: (message, choices, offered) => {
      const asked = { name, message, choices: [...choices], pageSize: PAGE, default: offered };
      return askTyped('a digit', prompt => prompt({ type: 'select', ...asked }));
    },
    chooseMany: (message, choices, offered = []) =>
      ask(prompt => prompt({ type: 'checkbox', name, message, ...ticks(lang, choices, offered) })),
    search: (message, choicesFor, nothing = NOTHING[lang]) =>
      askTyped('one line', prompt =>
        prompt({ type: 'search', name, message, source: found(choicesFor, nothing), pageSize: MOST_SHOWN }),
      ),
    secret: (message, complaint) =>
      ask(prompt =>
        prompt({ type: 'password', name, message, mask: true, validate: judged(complaint), theme: UNSEEN[lang] }),
      ),
    confirm: (message, offered = false) =>
      ask(prompt => prompt({ type: 'confirm', name, message, default: offered, theme: ANSWERS[lang] })),
  };
}

/** The choices of which several are ticked, those from before already. */
function ticks(lang: Lang, choices: readonly Choice[], offered: readonly string[]) {
  return {
    pageSize: PAGE,
    theme: TICKED[lang],
    choices: choices.map(choice => ({ ...choice, checked: offered.includes(choice.value) })),
    validate: (chosen: readonly unknown[]) => chosen.length > 0 || NONE[lang],
  };
}

/** What a search shows for the words typed so far: what fits them, or that nothing does. */
function found(choicesFor: (typed: string) => Promise<readonly Choice[]>, nothing: string) {
  return async (typed = '') => {
    const choices = await choicesFor(typed);
    return choices.length > 0 ? [...choices] : [new Separator(nothing)];
  };
}

type Prompt = ReturnType<typeof promptIn>;

/** Inquirer's own words in the user's language, on the streams of a terminal. */
function promptIn(lang: Lang, signal: AbortSignal, input: NodeJS.ReadableStream = process.stdin) {
  const prompt = inquirer.createPromptModule({ input, output: process.stderr, signal });
  if (lang === 'zh') for (const [kind, words] of Object.entries({ select, search })) prompt.registerPrompt(kind, words);
  return prompt;
}

/** As many as a picker finds. */
const MOST_SHOWN = 10;
const NOTHING: Text = {
  zh: '没有相符的：可写名称的一部分、拼音首字母或编号的结尾',
  en: 'Nothing fits: type a part of the name, its initials in pinyin, or the end of the code',
};
/** The library's own Chinese words leave out what a wrong answer is told. */
const ANSWERS = {
  zh: {
    keywords: { yes: '是', no: '否', error: () => '请回答「是」或「否」' },
    // Capitals, which show the default in English, Chinese has none of.
    style: { confirmDefault: (text: string) => `回车为${text}` },
  },
  en: {},
} as const;
/** The library's Chinese words leave the name of a key in English. */
const TICKED = {
  zh: {
    style: {
      keysHelpTip: (keys: readonly (readonly [key: string, action: string])[]) =>
        keys.map(([key, action]) => `${key === 'space' ? '空格' : key} ${TICKING[action] ?? action}`).join(' • '),
    },
  },
  en: {},
} as const;
/** The same under a text that is not shown. */
const UNSEEN = { zh: { style: { keysHelpTip: () => 'Ctrl-T 显示或隐藏' } }, en: {} } as const;
const TICKING: Readonly<Record<string, string>> = {
  navigate: '移动',
  select: '选中或取消',
  all: '全选',
  invert: '反选',
  submit: '确定',
};
const NONE: Text = { zh: '至少选一项', en: 'Choose at least one' };

type Takes = Parameters<typeof terminalInput>[1];

/** An answer that is typed or pasted. */
async function typed<T>(
  takes: Takes,
  asked: (input: TerminalInput['stream'], signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const input = terminalInput(process.stdin, takes);
  try {
    return await answerOf(signal => asked(input.stream, signal), input.stream);
  } finally {
    input.close();
  }
}

/** Ctrl-C at a question cancels the command, and Esc goes back; neither is a bug. */
async function answerOf<T>(
  asked: (signal: AbortSignal) => Promise<T>,
  input: NodeJS.ReadableStream = process.stdin,
): Promise<T> {
  const stopping = new AbortController();
  const onKey = (_: unknown, key?: { readonly name?: string }) => {
    if (key?.name === 'escape') stopping.abort();
  };
  input.on('keypress', onKey);
  try {
    return await asked(stopping.signal);
  } catch (error) {
    const { name } = error as Error;
    if (name === 'AbortPromptError') throw new GoneBack();
    if (name === 'ExitPromptError') cancel();
    throw error;
  } finally {
    input.off('keypress', onKey);
  }
}
