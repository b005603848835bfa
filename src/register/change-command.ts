import { type Command, command } from '../cli/command.ts';
import { argument, type Params } from '../cli/param.ts';
import { onParam, reasonParam } from '../cli/places.ts';
import type { Field } from '../intake/field.ts';
import { fieldsOf } from '../intake/sheet.ts';
import { misuse, notFound } from '../kernel/failure.ts';
import { decide } from './decide.ts';
import { dashed, optionsOf, reader, rowOf, SPAN_COLUMNS } from './field-options.ts';
import type { Register } from './register.ts';
import { saved } from './save-one.ts';

/** `<noun> change KEY`: other values from a day on; the earlier ones stay in the history. */
export function changeCommand<R extends object, B>(register: Register<R, B>, example: string): Command {
  const named = new Set<string>([...register.key, ...register.immutable, ...SPAN_COLUMNS]);
  const fields = fieldsOf(register.sheet).filter(field => !named.has(field.key));
  const keys = register.key.map(key => register.sheet[key] as Field<string>);
  return command({
    name: 'change',
    zh: '修改',
    summary: {
      zh: `修改${register.title.zh}，原值保留在历史中`,
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
    run: (context, input) => {
      const wanted = rowOf(fields, input);
      if (Object.keys(wanted).length === 0) nothingNamed();
      const typed = rowOf(keys, input) as Record<string, string>;
      const book = register.load(context, typed as R);
      const keyOf = (text: string) => register.keyOf?.(book, text) ?? text;
      const key = Object.fromEntries(Object.entries(typed).map(([column, text]) => [column, keyOf(text)]));
      const stamp = input as { readonly reason?: string; readonly on?: string };
      const on = stamp.on ?? context.today;
      const existing = register.find(book, key as R, on) ?? notFound(register.title, Object.values(typed).join(' '));
      const row = { ...existing.row, ...key, ...wanted } as R;
      const decision = decide(register, book, row, { update: true, on });
      return saved(register, context, book, decision, { verb: 'change', reason: stamp.reason, on: stamp.on });
    },
  });
}

function nothingNamed(): never {
  misuse(
    { zh: '没有写明要修改的项目', en: 'Nothing to change was named' },
    { zh: '用 --help 查看可以修改的项目', en: 'See --help for what can be changed' },
  );
}
