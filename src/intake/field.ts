import { chineseNumber } from '../kernel/chinese-number.ts';
import { cleaned, cleanedLine, cleanedName, privateCharacter } from '../kernel/clean.ts';
import { BEGINNING, type Day, OPEN_END } from '../kernel/day.ts';
import { keysOf } from '../kernel/keys.ts';
import { LONGEST, lengthProblem } from '../kernel/length.ts';
import { isMasked, MASKED_TEXT } from '../kernel/masked.ts';
import { NOT_AN_AMOUNT, readYuan, yuan } from '../kernel/money.ts';
import { NOT_A_PHONE, readPhone, readPhones } from '../kernel/phone.ts';
import { type Text, untranslated, type Word } from '../kernel/text.ts';
import type { ColumnKind } from '../kernel/view.ts';
import { noDay } from './day-reasons.ts';
import { readDay } from './day-text.ts';
import { spoiled } from './spoiled.ts';

/** Why a value of a file (or of an option) is refused. */
export class BadValue extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** Hears what was not kept of a cell. */
export type Remark = (what: Text) => void;

/** One column of a file, which is also one option of `add` and `change`. */
export interface Field<T, Optional extends boolean = boolean> {
  readonly key: string;
  readonly title: Text;
  /** Whether the column may be left out or empty. */
  readonly optional: Optional;
  readonly example: Text;
  /** How its values are shown in lists; text where nothing is said. */
  readonly kind?: ColumnKind;
  /** Other columns that together say the same, so that a file may leave this one out: village and head say which household. */
  readonly instead?: readonly string[];
  /** What lists of its kind call it besides the usual names of its key. */
  readonly also?: readonly string[];
  /** What helps where a file lacks this column alone: of the codes, that rows can be given theirs. */
  readonly ifLacking?: Text;
  /** Whether it is another way to say what other columns say, which no empty file offers. */
  readonly isAside?: boolean;
  /** How many digits its codes have. */
  readonly lengths?: readonly number[];
  /** Whether it is a text of many lines, which can come from a file. */
  readonly isLong?: boolean;
  /** The words of a closed list by its values, where the column is one. */
  readonly words?: Readonly<Record<string, Text>>;
  /**
   * Reads a cell; throws BadValue. An empty cell of an optional field is read too. Where only a part of a cell can be kept,
   * a file says so with a remark; without somebody who hears it, it is a bad value.
   */
  readonly read: (text: string, remark?: Remark) => T;
  /** How a value is written for people, where it has other words than the ledger. */
  shows?(value: T): Text;
}

const EDGE_SPACE = /^[\s\u3000\u00a0\ufeff]+|[\s\u3000\u00a0\ufeff]+$/g;
const PLAIN = /^[\x21-\x7e]*$/;

/** A cell without the spaces around it, what nobody sees, and what guards it from spreadsheets. */
export function trimmed(text: string): string {
  return isPlain(text) ? text : unguarded(cleaned(text).replace(EDGE_SPACE, ''));
}

/** A text without what keeps a spreadsheet from running it as a formula or a code from becoming a number: `'=1`, `="1507"`. */
export function unguarded(text: string): string {
  if (text[0] === "'") return /^'+[=+\-@\d\t\r]/.test(text) ? text.slice(1) : text;
  return /^="([^"]*)"$/.exec(text)?.[1] ?? text;
}

/** The same with full-width digits, letters and signs and all kinds of hyphens made ordinary: for codes, dates and closed lists. */
export function plain(text: string): string {
  return isPlain(text) ? text : trimmed(text.normalize('NFKC').replace(HYPHENS, '-'));
}

const HYPHENS = /[\u2010-\u2015\u2212]/g;

/** Whether there is nothing to do: as a rule, codes and days are written in ASCII and without a guard. */
const isPlain = (text: string) => PLAIN.test(text) && text[0] !== "'" && text[0] !== '=';

type Naming = readonly [key: string, zh: string, en: string];

/** A column with a reader of its own. */
export function field<T, const Optional extends boolean>(
  [key, zh, en]: Naming,
  example: string | Text,
  optional: Optional,
  read: (text: string, remark?: Remark) => T,
  kind: ColumnKind = 'text',
): Field<T, Optional> {
  const sample = typeof example === 'string' ? untranslated(example) : example;
  return { key, title: { zh, en }, example: sample, optional, kind, read };
}

/** The same column where the cell may be empty, and then holds `empty`. */
export function optionalField<T, const E>(field: Field<T>, empty: E): Field<T | E, true> {
  return {
    ...field,
    optional: true,
    read: (text, remark) => (NOTHING.test(plain(text)) ? empty : field.read(text, remark)),
  };
}

/** What lists have in cells of days, numbers and closed lists where there is nothing to say. */
const NOTHING = /^(?:|[-/\\]+|无|暂无|没有)$/;

/** Refuses a text that is longer than its kind may be. */
function short(text: string, most: number): string {
  const problem = lengthProblem(text, most);
  if (problem) throw new BadValue(problem);
  return text;
}

/** Refuses a text that is no content: masked for display, or an error of a spreadsheet. */
function sound(text: string): string {
  const problem = spoiled(text);
  if (problem) throw new BadValue(problem);
  return text;
}

function demand(text: string): string {
  if (text === '') throw new BadValue({ zh: '不能为空', en: 'must not be empty' });
  return text;
}

/** A text that must be given, of a line's length: a name, a title, a topic. */
export function textField(name: Naming, example: string, most: number = LONGEST.title): Field<string, false> {
  return field(name, example, false, text => short(sound(demand(trimmed(cleanedLine(text)))), most));
}

/** A person's name; a name that was masked for display is refused. */
export function nameField(name: Naming, example: string): Field<string, false> {
  return field(name, example, false, readName, 'name');
}

function readName(text: string): string {
  const name = short(demand(cleanedName(trimmed(text))), LONGEST.name);
  const unshown = privateCharacter(name);
  if (unshown) throw new BadValue(unshown);
  // Suggested commands have dots in the place of a name.
  if (/^[.…]+$/.test(name)) throw new BadValue({ zh: '不是姓名，请写上姓名', en: 'is not a name; write the name' });
  if (!name.includes('*')) return name;
  throw new BadValue({
    zh: '是隐去的姓名（用 tiaochu household list --reveal 之类导出的才有全名）',
    en: 'is a masked name (export full names as with tiaochu household list --reveal)',
  });
}

export function optionalText(name: Naming, example: string | Text, most: number = LONGEST.text): Field<string, true> {
  return { ...field(name, example, true, text => short(sound(trimmed(text)), most)), isLong: most === LONGEST.text };
}

/** A code that people chose themselves: any characters but spaces. */
export function codeField(name: Naming, example: string): Field<string, false> {
  return field(name, example, false, readCode, 'code');
}

/** A number or a code of another office, which may be missing. */
export function optionalCode(name: Naming, example: string): Field<string, true> {
  return { ...optionalText(name, example), kind: 'code' };
}

/** A code that is a plain word in small letters, as files name domains and kinds. */
export function wordCodeField(name: Naming, example: string): Field<string, false> {
  return checkedField(codeField(name, example), code => /^[a-z][a-z0-9-]*$/.test(code), {
    zh: '应只用小写字母、数字和连字符，以字母开头',
    en: 'must be small letters, digits and hyphens, beginning with a letter',
  });
}

/** The same column for those values only that fit. */
export function checkedField<T>(own: Field<T, false>, fits: (value: T) => boolean, reason: Text): Field<T, false> {
  return {
    ...own,
    read: text => {
      const value = own.read(text);
      if (fits(value)) return value;
      throw new BadValue(reason);
    },
  };
}

/** A code of digits with one of the given lengths. */
export function digitsField(name: Naming, lengths: readonly number[], example: string): Field<string, false> {
  const read = (text: string) => {
    const code = readCode(text);
    if (/^\d+$/.test(code) && lengths.includes(code.length)) return code;
    throw new BadValue({ zh: `应为 ${lengths.join('、')} 位数字`, en: `must have ${lengths.join(', ')} digits` });
  };
  return { ...field(name, example, false, read, 'code'), lengths };
}

/** Reads a code; a spreadsheet's shortened number is named as such. */
export function readCode(text: string): string {
  const code = demand(plain(text));
  if (/^\d(\.\d+)?e\+?\d+$/i.test(code))
    throw new BadValue({
      zh: '表格软件把长编号改成了科学记数法，后几位已丢失：请把这一列设为「文本」格式，重新填写编号后再保存',
      en: 'is a code that a spreadsheet turned into a number, losing its last digits: format the column as text, enter the codes again, save',
    });
  if (/\s/.test(code)) throw new BadValue({ zh: '编号中不能有空格', en: 'must not contain spaces' });
  return short(code, LONGEST.code);
}

export function listField<V extends string>(
  name: Naming,
  values: Readonly<Record<V, Word>>,
  example: NoInfer<V>,
  synonyms: Readonly<Record<string, NoInfer<V>>> = {},
): Field<V, false> {
  const words = keysOf(values);
  const signs = 'yes' in values && 'no' in values ? (Object.entries(SIGNS) as [string, V][]) : [];
  const known = new Map<string, V>([...signs, ...Object.entries(synonyms)]);
  for (const value of words)
    for (const word of [value, values[value].zh, values[value].en]) known.set(word.toLowerCase(), value);
  const read = (text: string): V => {
    const found = known.get(plain(text).toLowerCase());
    if (found !== undefined) return found;
    throw new BadValue({
      zh: `应为 ${words.map(w => `${values[w].zh}(${w})`).join('、')} 之一`,
      en: `must be one of ${words.join(', ')}`,
    });
  };
  const shows = (value: V) => values[value];
  return { ...field(name, { zh: values[example].zh, en: example }, false, read, 'word'), words: values, shows };
}

/** How lists answer yes and no without a word. */
const SIGNS = { '√': 'yes', '✓': 'yes', '✔': 'yes', '☑': 'yes', '×': 'no', '✗': 'no', '✘': 'no' } as const;

/** Other words for the values of a closed list, from lists of words by value. */
export function synonymsOf<V extends string>(words: Readonly<Partial<Record<V, string>>>): Record<string, V> {
  return Object.fromEntries(
    keysOf(words).flatMap(value => (words[value] ?? '').split(' ').map(word => [word.toLowerCase(), value] as const)),
  );
}

export function countField(name: Naming, example: string): Field<number | null, true> {
  return optionalField(field(name, example, false, readCount, 'integer'), null);
}

/** A count as people write it: 3, 3人, 3口人, 3.0, 三人, 两口人. */
const COUNT = /^(\d+)(?:\.0+)?\s*(?:口人|个人|口|人|名|户|次|件)?$/;
/** In characters it needs a word behind it: 三 alone may be anything. */
const IN_CHARACTERS = /^([一二三四五六七八九十两俩]{1,3})(?:口人|个人|口|人|名|户|次|件)$/;

function readCount(text: string): number {
  const numeral = IN_CHARACTERS.exec(plain(text))?.[1]?.replace(/[两俩]/, '二');
  const number = numeral === undefined ? undefined : chineseNumber(numeral);
  const digits = String(number ?? COUNT.exec(plain(text))?.[1] ?? plain(text));
  if (/^\d{1,6}$/.test(digits)) return Number(digits);
  if (/^-?\d+$/.test(digits)) throw new BadValue({ zh: '应在 0 到 999999 之间', en: 'must be between 0 and 999999' });
  throw new BadValue({ zh: '应为整数', en: 'must be a whole number' });
}

/** A mobile or landline number; empty where there is none. */
export function phoneField(name: Naming, example: string): Field<string, true> {
  return field(name, example, true, readRosterPhone, 'phone');
}

function readRosterPhone(text: string, remark?: Remark): string {
  if (isMasked(text)) throw new BadValue(MASKED_TEXT);
  const phones = remark && readPhones(plain(text));
  if (!phones || phones.length < 2) return valid(readPhone(plain(text)), NOT_A_PHONE);
  remark({ zh: '有几个号码，只保留第一个', en: 'has several numbers, the first is kept' });
  return phones[0] as string;
}

/** An amount in yuan, read to one form (1,200.5 and 1200.50元 are 1200.50); empty where there is none. */
export function amountField(name: Naming, example: string): Field<string, true> {
  const read = (text: string) => yuan(valid(readYuan(plain(text)), NOT_AN_AMOUNT));
  return optionalField(field(name, example, false, read, 'yuan'), '');
}

/** A day that must be given. */
export function dayField(name: Naming, example: string): Field<Day, false> {
  return field(name, example, false, text => dayIn(demand(plain(text))), 'day');
}

/** What was read, unless it could not be. */
function valid<T>(value: T | undefined, reason: Text): T {
  if (value === undefined) throw new BadValue(reason);
  return value;
}

function dayIn(text: string): Day {
  return valid(readDay(text), noDay(text));
}

/** The columns that make a record effective-dated; empty means unbounded, the end is exclusive. */
export const spanFields = {
  from_on: optionalField(dayField(['from_on', '起始日期', 'from'], '2023-05-01'), BEGINNING),
  to_on: optionalField(dayField(['to_on', '截止日期', 'until (exclusive)'], ''), OPEN_END),
} as const;
