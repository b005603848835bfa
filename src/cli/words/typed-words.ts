import { misuse } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { nameOf, type Param } from '../param.ts';
import { chineseName } from './option-names.ts';
import { SHORT_NAMES } from './short-names.ts';
import { shownTerm } from './shown-terms.ts';

/** The words of a command line as the options are declared, and what of them was written in another way. */
export interface OrdinaryWords {
  readonly words: readonly string[];
  readonly remarks: readonly Text[];
}

/** Word processors and Chinese keyboards make other dashes of the two hyphens of an option: `—unit`, `－－unit`. */
const DASHES = /^[-\u2010-\u2015\u2212\uff0d]+/;
/** A space as Chinese keyboards type it; shells do not part words there. */
export const WIDE_SPACE = '\u3000';
/** What parts the name of an option from a value in the same word. */
const BEFORE_VALUE = new RegExp(`[=${WIDE_SPACE}]`);

/**
 * Puts the options of a command line in the form in which they are declared: Chinese names (`--单位`), short ones (`-o`), dashes
 * of any kind, a full-width space before a value. Throws a usage Failure where an option lacks its value: it never takes the
 * next option for it.
 */
export function ordinaryWords(
  typed: readonly string[],
  params: readonly Param<unknown>[],
  path: string,
): OrdinaryWords {
  const options = optionsByName(params.filter(({ kind }) => kind !== 'argument'));
  const words: string[] = [];
  const remarks: Text[] = [];
  const queue = [...typed];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '--') return { words: [...words, word, ...queue], remarks };
    const letters = combinedIn(word, options);
    if (letters) {
      queue.unshift(...letters);
      continue;
    }
    const typedOption = optionIn(word, options);
    if (!typedOption) {
      words.push(word);
      continue;
    }
    const found = asNamedNow(typedOption, typedOption.value ?? queue[0], params);
    const { option, name, value, dashes } = found;
    if (/[^-]/.test(dashes)) remarks.push(READ_AS(word, name));
    if (option.kind === 'flag' || value !== undefined) {
      words.push(value === undefined ? name : `${name}=${value}`);
      continue;
    }
    const next = queue[0];
    if (next === undefined || isOption(next) || optionIn(next, options)) noValue(option, word, path, next);
    words.push(name, next);
    queue.shift();
  }
  return { words, remarks };
}

/** An option whose name belonged to another one before: with a value that only that one has, it is the other. */
function asNamedNow(found: FoundOption, value: string | undefined, params: readonly Param<unknown>[]): FoundOption {
  const before = params.find(({ formerly }) => formerly === found.name);
  const isItsOwn = before?.choices?.some(({ value: code, name }) => [code, name.zh, name.en].includes(value ?? ''));
  return before && isItsOwn ? { ...found, option: before, name: nameOf(before) } : found;
}

/** The short options that are written together: `-qf json`. */
function combinedIn(word: string, options: ReadonlyMap<string, Param<unknown>>): string[] | undefined {
  if (!/^-[a-z]{2,}$/.test(word)) return undefined;
  const letters = [...word.slice(1)].map(letter => `-${letter}`);
  return letters.every(letter => options.has(letter)) ? letters : undefined;
}

/** How many words at the beginning of a command line are options of these and their values. */
export function leadingOptions(typed: readonly string[], params: readonly Param<unknown>[]): number {
  const options = optionsByName(params);
  let at = 0;
  for (let found = optionIn(typed[at] ?? '', options); found; found = optionIn(typed[at] ?? '', options))
    at += found.option.kind === 'flag' || found.value !== undefined ? 1 : 2;
  return Math.min(at, typed.length);
}

const isOption = (word: string) => /^--(?:$|\p{L})/u.test(word);

interface FoundOption {
  readonly option: Param<unknown>;
  readonly name: string;
  readonly value: string | undefined;
  readonly dashes: string;
}

/** The option that a word names, in any of its forms, and the value in the same word. */
function optionIn(word: string, options: ReadonlyMap<string, Param<unknown>>): FoundOption | undefined {
  const dashes = DASHES.exec(word)?.[0];
  if (dashes === undefined) return undefined;
  const end = word.search(BEFORE_VALUE);
  const written = word.slice(dashes.length, end === -1 ? undefined : end).normalize('NFKC');
  // A single plain hyphen is that of a short name.
  const option = options.get(dashes === '-' ? `-${written}` : written);
  return option && { option, name: nameOf(option), value: end === -1 ? undefined : word.slice(end + 1), dashes };
}

/** The options of a command by all names that they have. */
function optionsByName(params: readonly Param<unknown>[]): ReadonlyMap<string, Param<unknown>> {
  const named = new Map<string, Param<unknown>>();
  for (const param of params) {
    const name = nameOf(param).replace(/^--/, '');
    const chinese = chineseName(param.term);
    if (chinese !== undefined) named.set(chinese, param);
    const short = SHORT_NAMES[name];
    if (short !== undefined) named.set(`-${short}`, param);
  }
  // What the command itself calls its columns, and the names as they are declared, go before.
  for (const param of params) named.set(param.summary.zh.replace(/[（(].*/, ''), param);
  for (const param of params) named.set(nameOf(param).replace(/^--/, ''), param);
  return named;
}

function noValue({ term }: Param<unknown>, typed: string, path: string, next = '--'): never {
  const see = `tiaochu ${path} --help`;
  return misuse(
    { zh: `选项 ${shownTerm(term, 'zh')} 后面缺少值`, en: `option ${term} needs a value` },
    next === '--'
      ? { zh: `用 ${see} 查看用法`, en: `See ${see}` }
      : {
          zh: `后面的「${next}」是另一个选项；如果它就是值，请写成「${typed}=${next}」`,
          en: `${next} after it is another option; if it is the value, write ${typed}=${next}`,
        },
  );
}

const READ_AS = (word: string, name: string): Text => ({
  zh: `「${word}」前面不是两个连字符，已当作 ${name}`,
  en: `"${word}" does not begin with two hyphens; it was read as ${name}`,
});
