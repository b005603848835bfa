import { describe, expect, test } from 'vitest';
import { type Draft, draftOf, type Key, textOf, typed } from '../../src/cli/draft.ts';

/** Types keys, each with what the terminal then has of the line; one a second by hand, all at once where they are pasted. */
function outcome(keys: readonly (readonly [Key, string?])[], apart = 1000, from: Draft = draftOf('')) {
  let [draft, at, wants] = [from, 10_000, undefined as string | undefined];
  for (const [key, line = ''] of keys) {
    at += apart;
    ({ draft, wants } = { wants: undefined, ...typed(draft, key, line, at) });
  }
  return { text: textOf(draft), wants };
}

const ENTER = [{ name: 'return' }] as const;
const write = (line: string) => [{}, line] as const;

describe('a text of many lines', () => {
  test('ends with Enter on an empty line', () => {
    expect(outcome([write('一'), ENTER, write('二'), ENTER])).toEqual({ text: '一\n二', wants: undefined });
    expect(outcome([write('一'), ENTER, ENTER])).toEqual({ text: '一', wants: 'finish' });
  });

  test('keeps the empty lines of a paste that the terminal marks', () => {
    const paste = [
      [{ name: 'paste-start' }],
      write('一'),
      ENTER,
      ENTER,
      ENTER,
      write('二'),
      [{ name: 'paste-end' }],
    ] as const;
    expect(outcome(paste)).toEqual({ text: '一\n\n\n二', wants: undefined });
  });

  test('keeps the empty lines of a paste that the terminal does not mark', () => {
    expect(outcome([write('一'), ENTER, ENTER, write('二')], 1)).toEqual({ text: '一\n\n二', wants: undefined });
  });

  test('ends with Ctrl-D wherever the cursor is, and is opened in an editor with Ctrl-O', () => {
    expect(outcome([write('一'), [{ name: 'd', ctrl: true }]])).toEqual({ text: '一', wants: 'finish' });
    expect(outcome([write('一'), [{ name: 'o', ctrl: true }]])).toEqual({ text: '一', wants: 'editor' });
  });

  test('goes back into the line above with Backspace', () => {
    expect(outcome([write('一'), ENTER, [{ name: 'backspace' }]])).toEqual({ text: '一', wants: 'line above' });
  });
});
