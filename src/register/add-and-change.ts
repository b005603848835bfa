import { type Command, type Context, command } from '../cli/command.ts';
import { argument, namedValues, option, type Param, picks, required } from '../cli/param.ts';
import { onParam, reasonParam } from '../cli/places.ts';
import { BadValue, type Field, plain } from '../intake/field.ts';
import { fieldsOf } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import { misuse, notFound, refuse } from '../kernel/failure.ts';
import { onlyGiven } from '../kernel/only-given.ts';
import { type Text, withArticle } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import { hasVisits } from '../ledger/visit-tallies.ts';
import { isUnread, NAMING } from '../naming/columns.ts';
import { namedKey } from '../naming/named-param.ts';
import { offeredCode } from './numbering/offered-code.ts';
import type { AnyRow, Existing, Register } from './register.ts';
import { fileSheet, namedOne } from './register-rows.ts';
import { refuseOne, saveOne } from './save-one.ts';

type Options = Record<string, Param<unknown>>;

/** The ends of a span are set by `--on` and by `close`, not by options of their own. */
const SPAN_COLUMNS = ['from_on', 'to_on'];

/** `<noun> add`: one record by options, judged by the same rules as a row of a file. What has a span begins on `--on`. */
export function addCommand(register: Register, example: string): Command {
  const { title } = register;
  const fields = ownFields(register).filter(field => !SPAN_COLUMNS.includes(field.key));
  const hasSpan = 'from_on' in register.sheet;
  const code = offeredCode(register, fields);
  return command<Options>({
    name: 'add',
    zh: '新增',
    summary: { zh: `新增${title.zh}`, en: `add ${withArticle(title.one)}` },
    example,
    access: 'write',
    params: {
      ...optionsOf(fields, true, { ...register, offers: { ...(code ? { code } : {}), ...register.offers } }),
      ...(hasSpan ? { on: onParam } : {}),
    },
    ...(register.doubts
      ? {
          doubts: (context, input) => {
            const { row, problems } = namedOne(register, context, rowOf(fields, input));
            return problems.length > 0 ? [] : (register.doubts?.(context.db, [row]) ?? []);
          },
        }
      : {}),
    run: (context, input) => {
      const on = (input.on as string | undefined) ?? context.today;
      const given: AnyRow = { ...rowOf(fields, input), ...(hasSpan ? { from_on: on } : {}) };
      const { row, problems } = namedOne(register, context, given);
      if (problems.length > 0) refuseOne(register, problems, 'add');
      const book = register.load(context, row);
      const completed = register.complete?.(book, row) ?? row;
      const existing = register.find(book, completed, on);
      if (hasSpan && input.on === undefined && isBeingSetUp(register, context))
        context.remark(fromToday(context.today));
      if (existing) refuseExisting(register, context.db, completed, existing);
      return saveOne(register, context, book, row, { verb: 'add', on, stamp: context.stamp() });
    },
  });
}

/** Records of these nouns decide which visits can be entered. */
const VISITED_BY: readonly string[] = ['unit', 'cadre', 'pair', 'household', 'assignment'];

/** Whether somebody who sets a ledger up at a terminal should hear from which day on a record holds. */
function isBeingSetUp({ noun }: Register, { db, prompter }: Pick<Context, 'db' | 'prompter'>): boolean {
  return prompter !== undefined && VISITED_BY.includes(noun) && !hasVisits(db);
}

function fromToday(today: Day): Text {
  return {
    zh: `生效日期默认今天（${today}），以后不能改早；要补录以前的走访，新增时用 --on 写那以前的日期`,
    en: `It holds from today (${today}) on, which cannot be made earlier later; for earlier visits name an earlier day with --on`,
  };
}

function refuseExisting(register: Register, db: Db, row: AnyRow, { id }: Existing): never {
  const { title, noun } = register;
  const key = register.key.map(column => String(row[column])).join(' ');
  refuse({
    zh: `已有${title.zh} ${key}`,
    en: `There is already ${withArticle(title.one)} ${key}`,
    hint: register.existingHint?.(db, id) ?? {
      zh: `查看用 tiaochu ${noun} show，修改用 tiaochu ${noun} change`,
      en: `See it with tiaochu ${noun} show, change it with tiaochu ${noun} change`,
    },
  });
}

/** `<noun> change KEY`: other values from a day on; the earlier ones stay in the history. */
export function changeCommand(register: Register, example: string): Command {
  const { title, key, immutable } = register;
  const named = new Set<string>([...key, ...immutable, ...SPAN_COLUMNS]);
  const fields = ownFields(register).filter(field => !named.has(field.key));
  const keys = key.flatMap(column => register.sheet[column] ?? []);
  return command<Options>({
    name: 'change',
    zh: '修改',
    summary: {
      zh: `修改${title.zh}，原值保留在历史中`,
      en: `change ${withArticle(title.one)}; old values stay in the history`,
    },
    example,
    access: 'write',
    params: {
      ...Object.fromEntries(keys.map(field => [field.key, keyParam(register, field)])),
      ...optionsOf(fields, false, register.picks ? { picks: register.picks } : {}),
      on: onParam,
      reason: reasonParam,
    },
    run: (context, input) => {
      const wanted = rowOf(fields, input);
      if (Object.keys(wanted).length === 0) misuse(NOTHING_NAMED);
      const typed = rowOf(keys, input) as Record<string, string>;
      const book = register.load(context, typed);
      const keyOf = (text: string) => register.keyOf?.(book, text) ?? text;
      const key = Object.fromEntries(Object.entries(typed).map(([column, text]) => [column, keyOf(text)]));
      const { on = context.today, reason } = input as { readonly reason?: string; readonly on?: string };
      const existing = register.find(book, key, on) ?? notFound(title, Object.values(typed).join(' '));
      const { row, problems } = namedOne(register, context, { ...existing.row, ...key, ...wanted });
      if (problems.length > 0) refuseOne(register, problems, 'change');
      return saveOne(register, context, book, row, { verb: 'change', on, stamp: context.stamp(on, reason) });
    },
  });
}

/** The columns of a register, of which those that name something take names, too. */
function ownFields(register: Register): Field<unknown>[] {
  return fieldsOf(fileSheet(register)).filter(({ key }) => key in register.sheet);
}

/** The argument for a part of a record's key; a record that is known by one code may be called by its name. */
function keyParam(register: Register, field: Field<unknown>): Param<unknown> {
  const term = `<${dashed(field.key)}>`;
  if (field.key === 'code') return namedKey(argument(term, field.title, codeOrName(register, field)), register.noun);
  return argument(term, field.title, register.keyOf ? (text: string) => text : reader(field));
}

/** What is written in the letters of codes is read as one. */
function codeOrName({ keyOf }: Register, field: Field<unknown>): (text: string) => string {
  const read = reader(field);
  return text => (keyOf || /[^\x21-\x7e]/.test(plain(text)) ? text : String(read(text)));
}

/** The refusal of a change that says nothing. */
export const NOTHING_NAMED = {
  zh: '没有写明要修改的项目',
  en: 'Nothing to change was named',
  hint: { zh: '用 --help 查看可以修改的项目', en: 'See --help for what can be changed' },
};

/** The columns of a file as options; `whole` demands those that a file must have. */
function optionsOf(
  fields: readonly Field<unknown>[],
  whole: boolean,
  { offers = {}, narrowed = {}, picks: own = {} }: Pick<Register, 'offers' | 'narrowed' | 'picks'>,
): Options {
  return Object.fromEntries(
    fields.map(field => {
      const { words } = field;
      const open = option(optionTerm(field), field.title, reader(field));
      const [named, another] = NAMING[field.key] ?? [];
      const picked = own[field.key] ?? named;
      const offer = offers[field.key];
      const ofLengths = picked === 'unit' ? field.lengths : undefined;
      const param = {
        ...(words ? { ...open, choices: namedValues(words) } : picked && !another ? picks(picked, open) : open),
        ...(offer ? { offer } : {}),
        ...(narrowed[field.key] ? { narrowed: narrowed[field.key] } : {}),
        ...(field.key === 'code' && offer ? { isAskedLast: true } : {}),
        ...(ofLengths ? { ofLengths } : {}),
      };
      return [field.key, whole && !field.optional ? required(param) : param];
    }),
  );
}

/** A column as an option: what it takes is said where that has a form of its own. */
export function optionTerm({ key, kind, isLong }: Field<unknown>): string {
  const value = kind === 'day' ? 'day' : isLong && kind === 'text' ? 'text' : 'value';
  return `--${dashed(key)} <${value}>`;
}

/** The values that were given for some columns. */
function rowOf(fields: readonly Field<unknown>[], input: AnyRow): AnyRow {
  return onlyGiven(Object.fromEntries(fields.map(({ key }) => [key, input[key]])));
}

/** A field's reader as an option's: the same rule, reported as a usage error. */
export function reader<T>(field: Field<T>): (text: string) => T {
  return text => {
    try {
      const value = field.read(text);
      // What is written in the letters of codes was meant as one.
      if (isUnread(value) && /^[\x21-\x7e]*$/.test(plain(text))) throw value.wrong;
      return value;
    } catch (error) {
      if (error instanceof BadValue) misuse({ zh: `「${text}」${error.text.zh}`, en: `"${text}" ${error.text.en}` });
      throw error;
    }
  };
}

function dashed(key: string): string {
  return key.replaceAll('_', '-');
}
