import type { Day } from '../kernel/day.ts';
import { Failure, misuse } from '../kernel/failure.ts';
import { keysOf } from '../kernel/keys.ts';
import { LONGEST, lengthProblem } from '../kernel/length.ts';
import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Setting } from './own-settings.ts';
import type { Choice } from './world.ts';

/** Reads one typed value; throws a usage Failure that says what the text should look like. */
export type Parse<T> = (text: string) => T;

/**
 * One option or argument of a command. `Always` tells the compiler whether the command can count on it: a required one
 * is asked for on a terminal and is a usage error elsewhere.
 */
export interface Param<T, Always extends boolean = boolean> {
  readonly kind: 'option' | 'flag' | 'argument';
  /** As commander writes it: `--unit <code>`, `--all`, `<code>`, `<file...>`. */
  readonly term: string;
  readonly summary: Text;
  readonly always: Always;
  readonly many: boolean;
  readonly parse: Parse<T>;
  readonly choices?: readonly Choice[];
  /** The user's own setting that it takes where it is left out. */
  readonly mine?: Setting;
  /** The code that a value means in the ledger, where it may be a name; throws a Failure where that is not certain. */
  meaning?(at: MeaningPlace, value: T): T;
  /** What the ledger says of a value before the command runs, such as that a number is a former one. */
  remark?(db: Db, value: T): Text | undefined;
}

/** Where and when names are looked up. */
interface MeaningPlace {
  readonly db: Db;
  readonly day: Day;
}

export type Params = Readonly<Record<string, Param<unknown>>>;

/** What a command gets for its parameters, by name. */
export type Input<P extends Params> = {
  readonly [K in keyof P]: P[K] extends Param<infer T, infer Always>
    ? Always extends true
      ? T
      : T | undefined
    : never;
};

const asText: Parse<string> = text => text;

export function option(term: string, summary: Text): Param<string, false>;
export function option<T>(term: string, summary: Text, parse: Parse<T>): Param<T, false>;
export function option(term: string, summary: Text, parse: Parse<unknown> = asText): Param<unknown, false> {
  return { kind: 'option', term, summary, always: false, many: false, parse };
}

export function flag(term: string, summary: Text): Param<boolean, true> {
  return { kind: 'flag', term, summary, always: true, many: false, parse: () => true };
}

export function argument(term: string, summary: Text): Param<string, true>;
export function argument<T>(term: string, summary: Text, parse: Parse<T>): Param<T, true>;
export function argument(term: string, summary: Text, parse: Parse<unknown> = asText): Param<unknown, true> {
  return { kind: 'argument', term, summary, always: true, many: false, parse };
}

/** The last argument of a command, given one or more times. */
export function argumentList(term: string, summary: Text): Param<readonly string[], true> {
  return { kind: 'argument', term, summary, always: true, many: true, parse: text => [text] };
}

/** An option that can be given several times, or with several values. */
export function optionList<T>(term: string, summary: Text, parse: Parse<T>): Param<readonly T[], false> {
  return { kind: 'option', term, summary, always: false, many: true, parse: text => [parse(text)] };
}

/** The same parameter, which takes the user's own setting where it is left out. */
export function mine<T, Always extends boolean>(setting: Setting, param: Param<T, Always>): Param<T, Always> {
  return { ...param, mine: setting };
}

/** The same parameter, but the command cannot do without it. */
export function required<T>(param: Param<T, false>): Param<T, true> {
  return { ...param, always: true };
}

/** An option that takes one of a closed list; `values` are some of it. */
export function choice<const V extends string>(
  term: string,
  summary: Text,
  names: Readonly<Record<V, Text>>,
  values: readonly V[] = keysOf(names),
): Param<V, false> {
  const parse = (text: string): V =>
    values.find(value => value === text || names[value].zh === text) ??
    misuse({
      zh: `「${text}」不在可选值之内：${values.map(v => `${v} ${names[v].zh}`).join('、')}`,
      en: `"${text}" is not one of ${values.join(', ')}`,
    });
  const choices = values.map(value => ({ value, name: `${value} ${names[value].zh}` }));
  return { kind: 'option', term, summary, always: false, many: false, parse, choices };
}

const CODE = /^(?=.*[0-9A-Za-z])[\x21-\x7e]+$/;

/** Digits, letters and signs typed full-width (２０２３-０５) made ordinary; words are left as they are. */
function ordinary(text: string): string {
  const narrow = text.normalize('NFKC');
  return CODE.test(narrow) ? narrow : text;
}

/** A parameter as people call it: its term without the value, such as `--unit`. */
export function nameOf({ term }: Param<unknown>): string {
  return term.split(' ')[0] ?? term;
}

/** Parses a value and, where it fails, says which option or argument was meant. */
export function parsed<T>(param: Param<T>, text: string): T {
  try {
    const long = lengthProblem(text, LONGEST.text);
    if (long) misuse(long);
    return param.parse(param.term.includes('<file') ? text : ordinary(text));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const name = nameOf(param);
    throw new Failure(
      error.kind,
      { zh: `${name}：${error.text.zh}`, en: `${name}: ${error.text.en}` },
      error.hint,
      error.details,
    );
  }
}

/** The help lists the values of a closed list where the summary does not name them. */
export function described({ summary, choices = [] }: Param<unknown>): Text {
  if (choices.length === 0 || choices.every(({ value }) => summary.en.includes(value))) return summary;
  return {
    zh: `${summary.zh}：${choices.map(({ name }) => name).join('、')}`,
    en: `${summary.en}: ${choices.map(({ value }) => value).join(', ')}`,
  };
}
