import { environment } from './environment.ts';
import { exitCodes } from './exit-codes.ts';
import { formats } from './formats.ts';
import { glossary } from './glossary.ts';
import { periods } from './periods.ts';
import type { Topic } from './topic.ts';

/** All topics, in the order in which the help names them. */
export const TOPICS: readonly Topic[] = [exitCodes, formats, periods, environment, glossary];

export function topicNamed(word: string): Topic | undefined {
  return TOPICS.find(({ name, zh }) => name === word || zh === word);
}
