import { BEGINNING, type Day, OPEN_END } from '../kernel/day.ts';
import { keysOf } from '../kernel/keys.ts';
import { LONGEST, lengthProblem } from '../kernel/length.ts';
import { NOT_AN_AMOUNT, readYuan, yuan } from '../kernel/money.ts';
import { NOT_A_PHONE, readPhone } from '../kernel/phone.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import type { ColumnKind } from '../kernel/view.ts';
import { readDay } from './day-text.ts';

/** Why a value of a file (or of an option) is refused. */
export class BadValue extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** One column of a file, which is also one option of `add` and `change`. */
export interface Field<T, Optional extends boolean = boolean> {
  readonly key: string;
  readonly title: Text;
  /** Whether the column may be left out or empty. */
  readonly optional: Optional;
  readonly example: Text;
  /** How a list shows the column, where that is not plain text: a name is masked. */
  readonly kind?: ColumnKind;
  /** The words of a closed list by its values, where the column is one. */
  readonly words?: Readonly<Record<string, Text>>;
  /** How a value is written for people, where it has other words than the ledger. */
  readonly shows?: (value: string) => Text;
  /** Reads a cell; throws BadValue. An empty cell of an optional field is read too. */
  readonly read: (text: string) => T;
}

const EDGE_SPACE = /^[\s\u3000\u00a0\ufeff]+|[\s\u3000\u00a0\ufeff]+$/g;
const PLAIN = /^[\x21-\x7e]*$/;

/** A cell without the spaces around it and without the apostrophe that guards formulas. */
export function trimmed(text: string): string {
  if (PLAIN.test(text) && text[0] !== "'") return text;
  return unguarded(text.replace(EDGE_SPACE, ''));
}

/** A text without the one apostrophe that keeps a spreadsheet from running it as a formula. */
export function unguarded(text: string): string {
  return text[0] === "'" && /^'+[=+\-@\d\t\r]/.test(text) ? text.slice(1) : text;
}

/** The same with full-width digits, letters and signs made ordinary: for codes, dates and closed lists. */
export function plain(text: string): string {
  return PLAIN.test(text) && text[0] !== "'" ? text : trimmed(text.normalize('NFKC'));
}

type Naming = readonly [key: string, zh: string, en: string];

/** A column with a reader of its own. */
export function field<T, const Optional extends boolean>(
  [key, zh, en]: Naming,
  example: string | Text,
  optional: Optional,
  read: (text: string) => T,
): Field<T, Optional> {
  return {
    key,
    title: { zh, en },
    example: typeof example === 'string' ? untranslated(example) : example,
    optional,
    read,
  };
}

/** Refuses a text that is longer than its kind may be. */
function short(text: string, most: number): string {
  const problem = lengthProblem(text, most);
  if (problem) throw new BadValue(problem);
  return text;
}

function demand(text: string): string {
  if (text === '') throw new BadValue({ zh: '不能为空', en: 'must not be empty' });
  return text;
}

/** A text that must be given, of a line's length: a name, a title, a topic. */
export function textField(name: Naming, example: string, most: number = LONGEST.title): Field<string, false> {
  return field(name, example, false, text => short(demand(trimmed(text)), most));
}

/** A person's name; a name that was masked for display is refused. */
export function nameField(name: Naming, example: string): Field<string, false> {
  const read = (text: string) => {
    const given = short(demand(trimmed(text)), LONGEST.name);
    // Suggested commands have dots in the place of a name.
    if (/^[.…]+$/.test(given)) throw new BadValue({ zh: '不是姓名，请写上姓名', en: 'is not a name; write the name' });
    if (!given.includes('*')) return given;
    throw new BadValue({
      zh: '是隐去的姓名（导出时加 --reveal 才有全名）',
      en: 'is a masked name (export with --reveal for full names)',
    });
  };
  return { ...field(name, example, false, read), kind: 'name' };
}

/** The same column where the cell may be empty. */
export function optionalField(field: Field<string>): Field<string, true> {
  return { ...field, optional: true, read: text => (trimmed(text) === '' ? '' : field.read(text)) };
}

export function optionalText(name: Naming, example: string | Text, most: number = LONGEST.text): Field<string, true> {
  return field(name, example, true, text => short(trimmed(text), most));
}

/** A code that people chose themselves: any characters but spaces. */
export function codeField(name: Naming, example: string): Field<string, false> {
  return field(name, example, false, readCode);
}

/** A code of digits with one of the given lengths. */
export function digitsField(name: Naming, lengths: readonly number[], example: string): Field<string, false> {
  return field(name, example, false, text => {
    const code = readCode(text);
    if (/^\d+$/.test(code) && lengths.includes(code.length)) return code;
    throw new BadValue({ zh: `应为 ${lengths.join('、')} 位数字`, en: `must have ${lengths.join(', ')} digits` });
  });
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
  values: Readonly<Record<V, Text>>,
  example: NoInfer<V>,
  synonyms: Readonly<Record<string, NoInfer<V>>> = {},
): Field<V, false> {
  const words = keysOf(values);
  const known = new Map<string, V>(Object.entries(synonyms));
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
  const shows = (value: string) => values[value as V];
  return { ...field(name, { zh: values[example].zh, en: example }, false, read), words: values, shows };
}

/** The same where the cell may be empty. */
export function optionalList<V extends string>(
  name: Naming,
  values: Readonly<Record<V, Text>>,
  example: NoInfer<V>,
  synonyms: Readonly<Record<string, NoInfer<V>>> = {},
): Field<V | null, true> {
  const { read, ...rest } = listField(name, values, example, synonyms);
  return { ...rest, optional: true, read: text => (plain(text) === '' ? null : read(text)) };
}

export function countField(name: Naming, example: string): Field<number | null, true> {
  const read = (text: string) => {
    const digits = plain(text);
    if (digits === '') return null;
    if (/^\d{1,6}$/.test(digits)) return Number(digits);
    if (/^-?\d+$/.test(digits)) throw new BadValue({ zh: '应在 0 到 999999 之间', en: 'must be between 0 and 999999' });
    throw new BadValue({ zh: '应为整数', en: 'must be a whole number' });
  };
  return { ...field(name, example, true, read), kind: 'integer' };
}

/** A mobile or landline number; empty where there is none. */
export function phoneField(name: Naming, example: string): Field<string, true> {
  const read = (text: string) => {
    const number = readPhone(plain(text));
    if (number === undefined) throw new BadValue(NOT_A_PHONE);
    return number;
  };
  return { ...field(name, example, true, read), kind: 'phone' };
}

/** An amount in yuan, read to one form (1,200.5 and 1200.50元 are 1200.50); empty where there is none. */
export function amountField(name: Naming, example: string): Field<string, true> {
  const read = (text: string) => {
    const written = plain(text);
    if (written === '') return '';
    const fen = readYuan(written);
    if (fen === undefined) throw new BadValue(NOT_AN_AMOUNT);
    return yuan(fen);
  };
  return { ...field(name, example, true, read), kind: 'integer' };
}

function dayIn(text: string): Day {
  const day = readDay(text);
  if (day === undefined) throw new BadValue(NO_DAY);
  return day;
}

function bound(name: Naming, example: string, open: Day): Field<Day, true> {
  const read = (text: string) => (plain(text) === '' ? open : dayIn(plain(text)));
  return { ...field(name, example, true, read), kind: 'day' };
}

/** A day that must be given, or may be left out (null). */
export function dayField(name: Naming, example: string): Field<Day, false>;
export function dayField(name: Naming, example: string, optional: true): Field<Day | null, true>;
export function dayField(name: Naming, example: string, optional = false): Field<Day | null> {
  const read = (text: string) => {
    const written = plain(text);
    return written === '' && optional ? null : dayIn(demand(written));
  };
  return { ...field(name, example, optional, read), kind: 'day' };
}

export const NO_DAY: Text = {
  zh: '不是真实存在的日期，应写成 2023-05-03',
  en: 'is not a day of the calendar; write it like 2023-05-03',
};

/** The columns that make a record effective-dated; empty means unbounded, the end is exclusive. */
export const spanFields = {
  from_on: bound(['from_on', '起始日期', 'from'], '2023-05-01', BEGINNING),
  to_on: bound(['to_on', '截止日期', 'until (exclusive)'], '', OPEN_END),
} as const;
