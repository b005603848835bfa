import { type Command, command } from '../cli/command.ts';
import type { Params } from '../cli/param.ts';
import { onParam } from '../cli/places.ts';
import { fieldsOf } from '../intake/sheet.ts';
import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { decide } from './decide.ts';
import { optionsOf, rowOf, SPAN_COLUMNS } from './field-options.ts';
import type { Register } from './register.ts';
import { saved } from './save-one.ts';

/** `<noun> add`: one record by options, judged by the same rules as a row of a file. What has a span begins on `--on`. */
export function addCommand<R extends object, B>(register: Register<R, B>, example: string): Command {
  const fields = fieldsOf(register.sheet).filter(field => !SPAN_COLUMNS.includes(field.key));
  const hasSpan = 'from_on' in register.sheet;
  return command({
    name: 'add',
    zh: '新增',
    summary: { zh: `新增${register.title.zh}`, en: `add a ${register.title.one}` },
    example,
    access: 'write',
    params: { ...optionsOf(fields, true), ...(hasSpan ? { on: onParam } : {}) } as Params,
    run: (context, input) => {
      const on = (input.on as string | undefined) ?? context.today;
      const row = { ...rowOf(fields, input), ...(hasSpan ? { from_on: on } : {}) } as R;
      const book = register.load(context, row);
      const existing = register.find(book, row, on);
      if (existing) alreadyThere(register, row, register.existingHint?.(context.db, existing.id));
      return saved(register, context, book, decide(register, book, row, { update: false, on }), { verb: 'add' });
    },
  });
}

function alreadyThere<R extends object, B>(register: Register<R, B>, row: R, hint: Text | undefined): never {
  const key = register.key.map(k => String(row[k])).join(' ');
  throw new Failure(
    'refused',
    { zh: `已有${register.title.zh} ${key}`, en: `There is already a ${register.title.one} ${key}` },
    hint ?? {
      zh: `查看用 tiaochu ${register.noun} show，修改用 tiaochu ${register.noun} change`,
      en: `See it with tiaochu ${register.noun} show, change it with tiaochu ${register.noun} change`,
    },
  );
}
