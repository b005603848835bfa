import type { Lang } from '../kernel/text.ts';
import type { Area } from './command.ts';
import { everyone } from './common-params.ts';
import { topicPage } from './topics/topic.ts';
import { TOPICS, topicNamed } from './topics/topics.ts';
import { everydayHelp } from './words/everyday-words.ts';
import { spoken } from './words/in-chinese.ts';
import { leadingOptions } from './words/typed-words.ts';

/** `tiaochu help unit` is `tiaochu unit --help`; help explains topics and everyday words, too. */
export const HELP_WORDS: ReadonlySet<string> = new Set(['help', '帮助']);

/** What help says that is about no command: a topic (`help periods`), or the commands for an everyday word (`help 占地`). */
export function helpOnWord(
  argv: readonly string[],
  areas: readonly Area[],
  lang: Lang,
  columns: number,
): string | undefined {
  const [first = '', word] = argv.slice(leadingOptions(argv, Object.values(everyone)));
  if (!HELP_WORDS.has(first) || word === undefined) return undefined;
  if (areas.some(({ name, zh }) => name === word || zh === word)) return undefined;
  const topic = topicNamed(word);
  if (topic) return topicPage(topic, lang, columns);
  const everyday = everydayHelp(word);
  return everyday && `${spoken(everyday, lang)}\n`;
}

/** How the help names its topics. */
export function topicsLine(lang: Lang): string {
  const names = TOPICS.map(({ name, zh }) => (lang === 'zh' ? zh : name)).join('|');
  return lang === 'zh' ? `另有说明：tiaochu 帮助 ${names}` : `More: tiaochu help ${names}`;
}
