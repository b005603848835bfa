import { AsyncResource } from 'node:async_hooks';
import type { EventEmitter } from 'node:events';
import { createPrompt, ExitPromptError, useEffect, useKeypress, usePrefix, useRef, useState } from '@inquirer/core';
import type { Lang } from '../kernel/text.ts';
import { type Draft, draftOf, textOf, typed } from './draft.ts';
import { edited, editorOf } from './text-editor.ts';

interface Asked {
  /** Puts a question on the terminal, which is free again once it is answered. */
  readonly at: (question: (input: NodeJS.ReadableStream, signal: AbortSignal) => Promise<Answer>) => Promise<Answer>;
  readonly complaint: ((answer: string) => string | undefined) | undefined;
  readonly offered: string | undefined;
}

/** Asks for a text of many lines; `$EDITOR` is opened on request, and what is saved there is the answer. */
export async function linesPrompter(lang: Lang, message: string, asked: Asked): Promise<string> {
  const { at, complaint } = asked;
  const editor = editorOf(process.env);
  let offered = asked.offered;
  for (;;) {
    const config = { message, offered, complaint, hint: hintOf(lang, editor), more: MORE[lang] };
    const { text, wantsEditor } = await at((input, signal) =>
      linesPrompt(config, { input, output: process.stderr, signal }),
    );
    if (!wantsEditor || editor === undefined) return text;
    // What comes back is shown, so that it can be added to or confirmed.
    offered = edited(editor, text);
  }
}

interface Config {
  readonly message: string;
  readonly hint: string;
  readonly more: (count: number) => string;
  readonly offered: string | undefined;
  readonly complaint: ((answer: string) => string | undefined) | undefined;
}

interface Answer {
  readonly text: string;
  readonly wantsEditor: boolean;
}

/** How many lines of what was typed stay on the screen. */
const SHOWN = 8;

const linesPrompt = createPrompt<Answer, Config>((config, done) => {
  const draft = useRef(draftOf(config.offered ?? ''));
  const [screen, setScreen] = useState<Screen>({ ...draft.current, problem: '', isDone: false });
  const prefix = usePrefix({ status: screen.isDone ? 'done' : 'idle' });
  if (screen.isGivenUp) throw new ExitPromptError();
  const finish = (wantsEditor: boolean, isGivenUp = false) => {
    const text = textOf(draft.current);
    const problem = wantsEditor ? undefined : config.complaint?.(text);
    if (problem !== undefined && isGivenUp) return setScreen({ ...screen, isGivenUp });
    if (problem !== undefined) return setScreen({ ...draft.current, problem, isDone: false });
    setScreen({ ...draftOf(text), problem: '', isDone: true });
    done({ text, wantsEditor });
  };
  useEffect(readline => {
    // Ctrl-D on an empty line closes the readline interface: the end of the text, or where there is none of the question.
    const closing = readline as unknown as EventEmitter;
    const onClose = AsyncResource.bind(() => finish(false, true));
    closing.once('close', onClose);
    return () => {
      closing.off('close', onClose);
    };
  }, []);
  useKeypress((key, readline) => {
    const { draft: now, wants } = typed(draft.current, key, readline.line, Date.now());
    draft.current = now;
    if (wants === 'line above') readline.write(now.current);
    if (wants === 'finish' || wants === 'editor') finish(wants === 'editor');
    else setScreen({ ...now, problem: '', isDone: false });
  });
  return shown(config, screen, prefix);
});

interface Screen extends Pick<Draft, 'lines' | 'current'> {
  readonly problem: string;
  readonly isDone: boolean;
  readonly isGivenUp?: boolean;
}

function shown({ message, hint, more }: Config, { lines, current, problem, isDone }: Screen, prefix: string): string {
  const hidden = lines.length > SHOWN ? [more(lines.length - SHOWN)] : [];
  const above = [...hidden, ...lines.slice(-SHOWN)].map(line => `  ${line}`);
  if (isDone) return [`${prefix} ${message}`, ...above].join('\n');
  return [`${prefix} ${message} ${problem || hint}`, ...above, `  ${current}`].join('\n');
}

const MORE: Readonly<Record<Lang, (count: number) => string>> = {
  zh: count => `（以上还有 ${count} 行）`,
  en: count => `(${count} more above)`,
};

function hintOf(lang: Lang, editor: string | undefined): string {
  if (lang === 'zh') return `（可写多行；连按两次回车结束${editor === undefined ? '' : '，Ctrl-O 打开编辑器'}）`;
  return `(several lines; Enter twice to finish${editor === undefined ? '' : ', Ctrl-O for your editor'})`;
}
