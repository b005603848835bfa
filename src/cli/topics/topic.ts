import { type Lang, type Text, untranslated } from '../../kernel/text.ts';
import { widthOf } from '../../output/width.ts';
import { wrappedLines } from '../../output/wrap.ts';
import { spoken } from '../words/in-chinese.ts';

/** What `tiaochu help NAME` explains besides commands: terms with what each means. */
export interface Topic {
  /** Its names on the command line, in English and in Chinese. */
  readonly name: string;
  readonly zh: string;
  readonly title: Text;
  readonly entries: readonly Entry[];
}

/** A term as it is written, and what it means. */
type Entry = readonly [term: string | Text, meaning: Text];

/** A topic as a page: the terms in a column, their meanings beside them. */
export function topicPage({ title, entries }: Topic, lang: Lang, columns: number): string {
  const rows = entries.map(([term, meaning]) => [
    spoken(typeof term === 'string' ? untranslated(term) : term, lang),
    spoken(meaning, lang),
  ]);
  const indent = Math.max(...rows.map(([term = '']) => widthOf(term))) + 4;
  const lines = rows.flatMap(([term = '', meaning = '']) => {
    const [first = '', ...more] = wrappedLines(meaning, Math.max(30, columns - indent));
    return [
      `  ${term}${' '.repeat(indent - 2 - widthOf(term))}${first}`,
      ...more.map(line => `${' '.repeat(indent)}${line}`),
    ];
  });
  return `${spoken(title, lang)}\n\n${lines.join('\n')}\n`;
}
