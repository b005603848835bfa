import type { Text } from '../kernel/text.ts';
import type { Fields } from '../output/paper/sheet.ts';
import { printable } from '../output/printable.ts';

/** A field of a paper: what it is called, and how its blank looks; a list has fields of its own. */
interface Field {
  readonly label: Text;
  readonly kind: 'text' | 'word' | 'day';
}

interface ListField<Items extends Glossary = Glossary> {
  readonly label: Text;
  readonly kind: 'list';
  readonly items: Items;
}

/** The fields that the papers of a record have, by their names; an office's template can have the Chinese names as well. */
export interface Glossary {
  readonly [name: string]: Field | ListField;
}

/** What must be known of a record so that its papers can be printed: every field of its glossary, empty where unknown. */
export type FieldsOf<G extends Glossary> = {
  readonly [N in keyof G]: G[N] extends ListField<infer Items> ? readonly FieldsOf<Items>[] : string;
};

export const text = (zh: string, en: string) => ({ label: { zh, en }, kind: 'text' }) as const;
/** A text of few characters, in a narrow cell of a table. */
export const word = (zh: string, en: string) => ({ label: { zh, en }, kind: 'word' }) as const;
export const day = (zh: string, en: string) => ({ label: { zh, en }, kind: 'day' }) as const;
export const list = <const Items extends Glossary>(zh: string, en: string, items: Items) =>
  ({ label: { zh, en }, kind: 'list', items }) as const;

/** What stands where nothing is known: nothing is invented, and the blank is filled in by hand. */
const BLANK = { text: '________', word: '____', day: '____年__月__日' } as const;

/** The fields as they are printed: what is unknown is a blank, and a list without items has one of blanks. */
export function printed(fields: Fields, glossary: Glossary): Fields {
  return Object.fromEntries(
    Object.entries(glossary).map(([name, field]) => {
      const value = fields[name] ?? '';
      if (field.kind !== 'list') return [name, value === '' ? BLANK[field.kind] : printable(String(value))];
      const items = typeof value === 'string' || value.length === 0 ? [{}] : value;
      return [name, items.map(item => printed(item, field.items))];
    }),
  );
}

/** The same fields by their Chinese names, too: a template of an office can be written with either. */
export function withChineseNames(fields: Fields, glossary: Glossary): Fields {
  const entries = Object.entries(glossary).flatMap(([name, field]) => {
    const value = fields[name] ?? '';
    const both =
      field.kind === 'list' && typeof value !== 'string'
        ? value.map(item => withChineseNames(item, field.items))
        : value;
    return [
      [name, both],
      [field.label.zh, both],
    ] as const;
  });
  return Object.fromEntries(entries);
}
