/** A text of many lines while it is typed. */
export interface Draft {
  readonly lines: readonly string[];
  /** The line that is being typed. */
  readonly current: string;
  /** When the last key came, in milliseconds. */
  readonly at: number;
  readonly isPasting: boolean;
}

export interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

/** What a key makes of a draft, and what it asks for besides: to finish, to open the editor, to go back into the line above. */
interface Typed {
  readonly draft: Draft;
  readonly wants?: 'finish' | 'editor' | 'line above';
}

/** Nobody types Enter so soon after the last key: the line was pasted, and an empty line ends nothing. */
const PASTED_WITHIN = 15;

/** A key at a draft; `line` is what the terminal has of the current line after it. */
export function typed(before: Draft, key: Key, line: string, at: number): Typed {
  const isPasted = before.isPasting || at - before.at < PASTED_WITHIN;
  const draft = { ...before, at };
  const { name, ctrl } = key;
  if (name === 'paste-start' || name === 'paste-end') return { draft: { ...draft, isPasting: name === 'paste-start' } };
  if (ctrl && (name === 'o' || name === 'd')) return { draft, wants: name === 'o' ? 'editor' : 'finish' };
  if (name === 'return' || name === 'enter') {
    if (!isPasted && draft.current === '') return { draft, wants: 'finish' };
    return { draft: { ...draft, lines: [...draft.lines, draft.current], current: '' } };
  }
  if (name === 'backspace' && draft.current === '' && draft.lines.length > 0)
    return {
      draft: { ...draft, lines: draft.lines.slice(0, -1), current: draft.lines.at(-1) ?? '' },
      wants: 'line above',
    };
  return { draft: { ...draft, current: line } };
}

/** The text, without empty lines around it. */
export function textOf({ lines, current }: Draft): string {
  return [...lines, current].join('\n').replace(/^\n+|\s+$/g, '');
}

export function draftOf(text: string): Draft {
  return { lines: text === '' ? [] : text.split('\n'), current: '', at: 0, isPasting: false };
}
