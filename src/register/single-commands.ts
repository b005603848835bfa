import { type Command, type Context, command, type Outcome } from '../cli/command.ts';
import { argument, option, type Param, type Params, required } from '../cli/param.ts';
import { onParam, reasonParam } from '../cli/places.ts';
import { BadValue, type Field } from '../intake/field.ts';
import { type Problem, problem, sentenceOf } from '../intake/sheet.ts';
import { Failure, misuse, notFound } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import { decide } from './decide.ts';
import type { Decision, Register } from './register.ts';

const SPAN_COLUMNS = ['from_on', 'to_on'];

/** `<noun> add`: one record by options, judged by the same rules as a row of a file. It holds from `--on`. */
export function addCommand<R extends object, B>(register: Register<R, B>, example: string): Command {
  const fields = fieldsOf(register).filter(field => !SPAN_COLUMNS.includes(field.key));
  return command({
    name: 'add',
    zh: '新增',
    summary: { zh: `新增一条${register.title.zh}`, en: `add a ${register.title.one}` },
    example,
    access: 'write',
    params: { ...optionsOf(fields, true), on: onParam } as Params,
    run: async (context, input) => {
      const row = rowOf(fields, input);
      if ('from_on' in register.sheet)
        Object.assign(row, { from_on: (input.on as string | undefined) ?? context.today });
      const book = await register.load(context, row as R);
      const on = (input.on as string | undefined) ?? context.today;
      const known = register.find(book, row as R, on);
      if (known) alreadyThere(register, row as R, register.existingHint?.(context.db, known.id));
      return saved(register, context, book, decide(register, book, row as R, { update: false, on }), { verb: 'add' });
    },
  });
}

/** `<noun> change KEY`: other values from a day on; what they were stays in the history. */
export function changeCommand<R extends object, B>(register: Register<R, B>, example: string): Command {
  const named = new Set<string>([...register.key, ...register.immutable, ...SPAN_COLUMNS]);
  const fields = fieldsOf(register).filter(field => !named.has(field.key));
  const keys = register.key.map(key => register.sheet[key] as Field<string>);
  return command({
    name: 'change',
    zh: '修改',
    summary: {
      zh: `修改${register.title.zh}，原值留在历史里`,
      en: `change a ${register.title.one}; old values stay in the history`,
    },
    example,
    access: 'write',
    params: {
      ...Object.fromEntries(keys.map(key => [key.key, argument(`<${dashed(key.key)}>`, key.title, reader(key))])),
      ...optionsOf(fields, false),
      on: onParam,
      reason: reasonParam,
    } as Params,
    run: async (context, input) => {
      const wanted = rowOf(fields, input);
      if (Object.keys(wanted).length === 0)
        misuse(
          { zh: '没有写要修改哪一项', en: 'Nothing to change was named' },
          { zh: '用 --help 查看可改的项目', en: 'See --help for what can change' },
        );
      const key = Object.fromEntries(keys.map(field => [field.key, input[field.key]]));
      const book = await register.load(context, key as R);
      const on = (input.on as string | undefined) ?? context.today;
      const standing = register.find(book, key as R, on) ?? notFound(register.title, Object.values(key).join(' '));
      const row = { ...key, ...wanted } as R;
      const decision = decide(register, book, { ...standing.row, ...row }, { update: true, on });
      const stamp = input as { readonly reason?: string; readonly on?: string };
      return saved(register, context, book, decision, { verb: 'change', reason: stamp.reason, on: stamp.on });
    },
  });
}

function saved<R extends object, B>(
  register: Register<R, B>,
  context: Context,
  book: B,
  decision: Decision<R>,
  { verb, reason, on }: { verb: 'add' | 'change'; reason?: string | undefined; on?: string | undefined },
): Outcome {
  if (decision.verdict === 'reject') throw refusal(register, decision, verb);
  const obstacle =
    decision.verdict === 'change' &&
    (futureProblem(register, decision, on ?? context.today, context.today) ??
      register.obstacle?.(context.db, decision, on ?? context.today));
  if (obstacle) throw refusal(register, { verdict: 'reject', problems: [obstacle] }, verb);
  register.save(context.db, book, [decision], context.stamp(on, reason));
  const key = register.key.map(k => String(decision.row[k])).join(' ');
  const later = on !== undefined && on > context.today;
  const done = {
    add: { zh: `已新增${register.title.zh} ${key}`, en: `Added ${register.noun} ${key}` },
    change: {
      zh: `已修改${register.title.zh} ${key}${later ? `，${on} 起生效` : ''}`,
      en: `Changed ${register.noun} ${key}${later ? `, from ${on} on` : ''}`,
    },
    already: { zh: `${key} 本来就是这样，没有改动`, en: `${key} is like that already; nothing changed` },
  }[decision.verdict];
  return {
    view: lines({ [register.noun]: key, verdict: decision.verdict }, done),
    records: [key],
    counts: { [decision.verdict]: 1 },
  };
}

/** What has no dates changes at once, so it cannot be ordered for a later day. */
function futureProblem<R extends object, B>(
  register: Register<R, B>,
  decision: Decision<R> & { verdict: 'change' },
  on: string,
  today: string,
): Problem | undefined {
  const early = decision.changes.find(change =>
    (register.undated as readonly string[] | undefined)?.includes(change.field),
  );
  if (!early || on <= today) return undefined;
  return problem(early.field, early.new, {
    zh: `改了立即生效，不能定在以后的 ${on}`,
    en: `takes effect at once and cannot be set for ${on}`,
  });
}

function refusal<R extends object, B>(
  register: Register<R, B>,
  decision: Decision<R> & { verdict: 'reject' },
  verb: 'add' | 'change',
): Failure {
  return new Failure('refused', sentenceOf(register.sheet, decision.problems), {
    zh: `用 tiaochu ${register.noun} ${verb} --help 查看各项怎么写，用 tiaochu ${register.title.list} 查看已有的`,
    en: `tiaochu ${register.noun} ${verb} --help explains the values, tiaochu ${register.title.list} shows what there is`,
  });
}

function alreadyThere<R extends object, B>(register: Register<R, B>, row: R, hint: Text | undefined): never {
  const key = register.key.map(k => String(row[k])).join(' ');
  throw new Failure(
    'refused',
    { zh: `${register.title.zh} ${key} 已经有了`, en: `There is already ${register.title.one} ${key}` },
    hint ?? {
      zh: `查看用 tiaochu ${register.noun} show，修改用 change`,
      en: `See it with tiaochu ${register.noun} show, alter it with change`,
    },
  );
}

function fieldsOf<R extends object, B>(register: Register<R, B>): Field<unknown>[] {
  return Object.values(register.sheet) as Field<unknown>[];
}

function optionsOf(fields: readonly Field<unknown>[], whole: boolean): Record<string, Param<unknown>> {
  return Object.fromEntries(
    fields.map(field => {
      const { choices } = field;
      const open = option(`--${dashed(field.key)} <value>`, field.title, reader(field));
      const param = choices ? { ...open, choices } : open;
      return [field.key, whole && !field.optional ? required(param) : param];
    }),
  );
}

function rowOf(fields: readonly Field<unknown>[], input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(fields.map(f => [f.key, input[f.key]]).filter(([, value]) => value !== undefined));
}

/** A field's reader as an option's: the same rule, said as a usage error. */
export function reader<T>(field: Field<T>): (text: string) => T {
  return text => {
    try {
      return field.read(text);
    } catch (error) {
      if (error instanceof BadValue) misuse({ zh: `「${text}」${error.text.zh}`, en: `"${text}" ${error.text.en}` });
      throw error;
    }
  };
}

function dashed(key: string): string {
  return key.replaceAll('_', '-');
}
