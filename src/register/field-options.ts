import { option, type Param, required } from '../cli/param.ts';
import { BadValue, type Field } from '../intake/field.ts';
import { misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

/** The ends of a span are set by `--on` and by `close`, not by options of their own. */
export const SPAN_COLUMNS = ['from_on', 'to_on'];

/** The columns of a file as options; `whole` demands those that a file must have. */
export function optionsOf(fields: readonly Field<unknown>[], whole: boolean): Record<string, Param<unknown>> {
  return Object.fromEntries(
    fields.map(field => {
      const { words } = field;
      const open = option(`--${dashed(field.key)} <value>`, field.title, reader(field));
      const param = words ? { ...open, choices: choicesOf(words) } : open;
      return [field.key, whole && !field.optional ? required(param) : param];
    }),
  );
}

function choicesOf(words: Readonly<Record<string, Text>>) {
  return Object.entries(words).map(([value, { zh }]) => ({ value, name: `${value} ${zh}` }));
}

export function rowOf(
  fields: readonly Field<unknown>[],
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ key }) => [key, input[key]]).filter(([, value]) => value !== undefined),
  ) as Record<string, unknown>;
}

/** A field's reader as an option's: the same rule, reported as a usage error. */
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

export function dashed(key: string): string {
  return key.replaceAll('_', '-');
}
