import type { Day } from '../kernel/day.ts';
import { Failure, misuse } from '../kernel/failure.ts';
import { keysOf } from '../kernel/keys.ts';
import { LONGEST, lengthProblem } from '../kernel/length.ts';
import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import { keptValue } from './kept-value.ts';
import type { Setting } from './own-settings.ts';
import type { Narrowed, Picked } from './picking.ts';
import { calledInMessages } from './words/param-name.ts';

/** Reads one typed value; throws a usage Failure that says what the text should look like. */
export type Parse<T> = (text: string) => T;

/** A value of a closed list, and what it is called. */
export interface NamedValue {
  readonly value: string;
  readonly name: Text;
}

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
  /** The values that are written in one word, of an option that takes several. */
  parts?(text: string): readonly string[];
  readonly choices?: readonly NamedValue[];
  /** The option that it was before, where that now means something else: still taken for it with a value of its own. */
  readonly formerly?: string;
  /** The user's own setting that it takes where it is left out. */
  readonly mine?: Setting;
  /** What its value names, so that it is searched for while it is typed. */
  readonly picks?: Picked;
  /** The statuses of the cases that the command can do something with: only these are offered. */
  readonly inStatuses?: ReadonlySet<string>;
  /** Whether a form asks for it although the command line may leave it out: the rules often demand it. */
  readonly isAsked?: boolean | Condition;
  /** Whether the answers so far leave a form no choice but to ask for it, and to take no empty answer. */
  demanded?: Condition;
  /** Whether only command lines have use for it: a form asks in another way. */
  readonly isForLines?: boolean;
  /** Whether its day bounds a period: one without a year is then not of the next year. */
  readonly isBound?: boolean;
  /** Whether several of what it picks are ticked in a form, and written with ; between. */
  readonly areTicked?: boolean;
  /** What a form fills in for it, to be changed on the last page: today, or what the ledger has for the answers so far. */
  readonly offer?: Offer;
  /** Whether a form asks for it after everything else: what it offers follows from the other answers. */
  readonly isAskedLast?: boolean;
  /** The code that a value means in the ledger, where it may be a name; throws a Failure where that is not certain. */
  meaning?(at: MeaningPlace, value: T): T;
  /** What is said where a value was taken for a code although it may mean others, too. */
  taken?(at: MeaningPlace, value: T, code: T): Text | undefined;
  /** Who acts in the place of the user's own unit where the command line does not say. */
  onBehalf?(at: MeaningPlace, input: Readonly<Record<string, unknown>>): OnBehalf | undefined;
  /** How long the codes are that the command takes: of units only those of a tier are offered. */
  readonly ofLengths?: readonly number[];
  /** What a form leaves out of what it picks, since the command could only refuse it after the answers so far. */
  narrowed?: Narrowing;
  /** Refuses what a value names if the command can do nothing with it, so that nothing else is asked first. */
  checkFit?(at: MeaningPlace, value: T): void;
  /** What the ledger says of a value before the command runs, such as that a number is a former one. */
  remark?(db: Db, value: T): Text | undefined;
}

export type Offer = 'today' | ((at: MeaningPlace, given: Readonly<Record<string, unknown>>) => string | undefined);

export type Condition = (at: MeaningPlace, given: Readonly<Record<string, unknown>>) => boolean;

export type Narrowing = (at: MeaningPlace, given: Readonly<Record<string, unknown>>) => Narrowed;

/** Where and when names are looked up; what is of the user's own unit, by its code, goes before the rest. */
export interface MeaningPlace {
  readonly db: Db;
  readonly day: Day;
  readonly unit: string | undefined;
}

/** A value that a command line must give itself, since it is not the user's own; and how a terminal asks about it. */
export interface OnBehalf {
  readonly value: string;
  readonly text: Text;
  readonly question: Text;
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

/** An option that can be given several times, or with several values; `parts` takes apart what is written in one. */
export function optionList<T>(
  term: string,
  summary: Text,
  parse: Parse<T>,
  parts: (text: string) => readonly string[] = text => [text],
): Param<readonly T[], false> {
  return { kind: 'option', term, summary, always: false, many: true, parts, parse: text => parts(text).map(parse) };
}

/** The same parameter, which takes the user's own setting where it is left out. */
export function mine<T, Always extends boolean>(setting: Setting, param: Param<T, Always>): Param<T, Always> {
  return { ...param, mine: setting };
}

/** The same parameter, which an option of another name was before. */
export function formerly<P extends Param<unknown>>(name: string, param: P): P {
  return { ...param, formerly: name };
}

/** The same parameter, whose value names something that people search for while they type. */
export function picks<P extends Param<unknown>>(picked: Picked, param: P): P {
  return { ...param, picks: picked };
}

/** The same parameter, which a form asks for although the command line may leave it out. */
export function asked<P extends Param<unknown>>(param: P, when: boolean | Condition = true): P {
  return { ...param, isAsked: when };
}

/** The same parameter, which a form must have where the answers so far say so, although the command line may leave it out. */
export function demanded<P extends Param<unknown>>(when: Condition, param: P): P {
  return { ...param, demanded: when };
}

/** The same parameter, of which forms know nothing. */
export function forLines<P extends Param<unknown>>(param: P): P {
  return { ...param, isForLines: true };
}

/** Whether answers have something for a parameter. */
export const isSaid = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false && value !== '';

/** The same parameter, whose day is the first or the last of a period. */
export function bounding<P extends Param<unknown>>(param: P): P {
  return { ...param, isBound: true };
}

/** The same parameter, which a form fills in. */
export function offering<P extends Param<unknown>>(offer: Offer, param: P): P {
  return { ...param, offer };
}

/** The same parameter, of which a form offers only what the answers so far allow. */
export function narrowing<P extends Param<unknown>>(narrowed: Narrowing, param: P): P {
  return { ...param, narrowed };
}

/** The same parameter, which is another record than those that some other parameters name. */
export function otherThan<P extends Param<unknown>>(names: readonly string[], param: P): P {
  return narrowing(except(names), param);
}

function except(names: readonly string[]): Narrowing {
  return (_, given) => ({ except: names.flatMap(name => [given[name] ?? []].flat().map(String)) });
}

/** An argument that may be left out. */
export function optional<T>(param: Param<T, true>): Param<T, false> {
  return { ...param, always: false };
}

/** The same parameter, but the command cannot do without it. */
export function required<T>(param: Param<T, false>): Param<T, true> {
  return { ...param, always: true };
}

/** The values of a closed list with what they are called, as they are chosen from. */
export function namedValues<V extends string>(
  names: Readonly<Record<V, Text>>,
  values: readonly V[] = keysOf(names),
): NamedValue[] {
  return values.map(value => ({ value, name: names[value] }));
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
      zh: `「${text}」不在可选值之内：${values.map(v => names[v].zh).join('、')}`,
      en: `"${text}" is not one of ${values.join(', ')}`,
    });
  return { kind: 'option', term, summary, always: false, many: false, parse, choices: namedValues(names, values) };
}

/** A parameter as people call it: its term without the value, such as `--unit`. */
export function nameOf({ term }: Param<unknown>): string {
  return term.split(' ')[0] ?? term;
}

/** What a parameter is called in a form: its summary without what explains it. */
export function labelOf({ summary }: Param<unknown>): Text {
  return { zh: summary.zh.replace(/[（：，；].*/s, ''), en: summary.en.replace(/ \(.*|[:;,] .*/s, '') };
}

/** Parses a value and, where it fails, says which option or argument was meant. */
export function parsed<T>(param: Param<T>, text: string): T {
  try {
    const long = lengthProblem(text, LONGEST.text);
    if (long) misuse(long);
    return param.parse(keptValue(param, text));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const name = calledInMessages(param);
    throw new Failure(
      error.kind,
      // What is wrong with a file or a folder names it.
      param.term.startsWith('<file')
        ? error.text
        : { zh: `${name.zh}：${error.text.zh}`, en: `${name.en}: ${error.text.en}` },
      error.hint,
      error.details,
    );
  }
}

/** The help lists the values of a closed list where the summary does not name them. */
export function described({ summary, choices = [] }: Param<unknown>): Text {
  if (choices.length === 0 || choices.every(({ value }) => summary.en.includes(value))) return summary;
  return {
    zh: `${summary.zh}：${choices.map(({ name }) => name.zh).join('、')}`,
    en: `${summary.en}: ${choices.map(({ value }) => value).join(', ')}`,
  };
}
