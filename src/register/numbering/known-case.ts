import type { SheetFile } from '../../intake/sheet.ts';
import { gathered } from '../../kernel/gathered.ts';
import type { AnyRow, Register } from '../register.ts';
import { codeOf } from './numbering-rules.ts';

const SMALL = /[a-z]/;

/** A file with the codes of known records where it has them in small letters, if only one record is meant. */
export function inKnownCase(
  { numbering }: Pick<Register, 'numbering'>,
  book: unknown,
  file: SheetFile<AnyRow>,
): SheetFile<AnyRow> {
  if (!numbering || !file.entries.some(({ row }) => SMALL.test(String(row?.code ?? '')))) return file;
  const known = gathered([...numbering.records(book)].map(codeOf), code => code.toUpperCase());
  const entries = file.entries.map(entry => {
    const code = String(entry.row?.code ?? '');
    const same = known.get(code.toUpperCase()) ?? [];
    const [only] = same;
    if (!entry.row || only === undefined || same.length > 1 || only === code) return entry;
    return { ...entry, row: { ...entry.row, code: only } };
  });
  return { ...file, entries };
}
