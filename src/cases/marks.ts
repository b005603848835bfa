import { hash } from 'node:crypto';
import { cleanedName } from '../kernel/clean.ts';

/** A row of an old ledger, by its columns. */
type OldRow = Readonly<Record<string, string | number | null | undefined>>;

/** How rows are marked: people's names by their clean form, since the same person is the same person. */
export interface Marking {
  readonly secret: string;
  readonly columns: readonly string[];
  readonly names: readonly string[];
}

export type Marks = Readonly<Record<string, string>>;

/**
 * Marks of a row's values: they tell later what a file gives anew. Moves are never deleted, so a mark must not give away
 * what a phone number or a name was: it is keyed with a secret of the ledger.
 */
export function marksOf({ secret, columns, names }: Marking, row: object): Marks {
  const values = row as OldRow;
  return Object.fromEntries(
    columns.flatMap(column => {
      const text = String(values[column] ?? '');
      return text === '' ? [] : [[column, keyedMark(secret, names.includes(column) ? cleanedName(text) : text)]];
    }),
  );
}

/** The columns of a row that say something else than what was imported. */
export function differing({ secret, columns, names }: Marking, row: object, marks: Marks): string[] {
  const values = row as OldRow;
  return columns.filter(column => {
    if (values[column] === undefined) return false;
    const text = String(values[column] ?? '');
    const mark = marks[column] ?? '';
    if (text === '' || mark === '') return text !== '' || mark !== '';
    return mark.startsWith(KEYED)
      ? !(names.includes(column) ? [text, cleanedName(text)] : [text]).some(name => mark === keyedMark(secret, name))
      : !spellings(text).some(spelling => mark === unkeyedMark(spelling));
  });
}

const KEYED = 'k:';

function keyedMark(secret: string, text: string): string {
  return `${KEYED}${hash('sha256', `${secret} ${text}`, 'base64url').slice(0, 11)}`;
}

/** Amounts were marked as they were written before they were kept with two decimals. */
function spellings(text: string): string[] {
  return /^\d+\.\d\d$/.test(text) ? [text, text.replace(/0$/, ''), text.replace(/\.00$/, '')] : [text];
}

/** Marks as they were made before they were keyed (FNV-1a): older ledgers still recognize their old rows by them. */
function unkeyedMark(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
