import type { Problem, SheetFile } from '../../intake/sheet.ts';
import { counted, type Text } from '../../kernel/text.ts';
import type { AnyRow, Register } from '../register.ts';
import type { Numbering } from './numbering.ts';
import { codeOf, newCode, recognised, Serials } from './numbering-rules.ts';

/** Gives rows their codes, one after the other. */
export interface RowNumberer {
  /** A row with its code, or what keeps it from having one. */
  coded(index: number, row: AnyRow): AnyRow | Problem;
  /** A row is in: a code that was given to it is not given again. */
  added(row: AnyRow): void;
  /** What was done, for people; undefined where every row had a code. */
  remark(file: string): Text | undefined;
}

/** Whether a row was kept from having a code. */
export function isProblem(result: AnyRow | Problem): result is Problem {
  return 'reason' in result && 'column' in result;
}

/** Numbers nothing: every row has its code. */
export const UNNUMBERED: RowNumberer = { coded: (_, row) => row, added: () => undefined, remark: () => undefined };

/** How the rows of a file without codes get them, by the register's rule. */
export function rowNumberer(
  register: Register,
  numbering: Numbering,
  book: unknown,
  file: SheetFile<AnyRow>,
): RowNumberer {
  const { found, serials } = lookedThrough(register, numbering, book, file);
  const given = new Set<string>();
  const fresh: string[] = [];
  return {
    coded: (index, row) => {
      if (row.code) return ownCells(register, row);
      const result = found.get(index);
      if (result && 'reason' in result) return result;
      if (result) return { ...ownCells(register, numbering.asRecorded?.(row, result) ?? row), code: codeOf(result) };
      const completed = register.complete?.(book, row) ?? row;
      const { code, problem } = newCode(numbering, completed, book, serials.next(numbering.start(completed, book)));
      if (code === undefined) return problem;
      given.add(code);
      return { ...ownCells(register, row), code };
    },
    added: ({ code }) => {
      if (!given.has(String(code))) return;
      serials.take(String(code));
      fresh.push(String(code));
    },
    remark: name => {
      const known = [...found.values()].filter(result => result && !('reason' in result)).length;
      return fresh.length + known > 0 ? remarkText(name, fresh, known) : undefined;
    },
  };
}

/** Which records the rows without codes are, by their places in the file, and which numbers are taken in the ledger and the file. */
function lookedThrough(register: Register, numbering: Numbering, book: unknown, { entries }: SheetFile<AnyRow>) {
  const uncoded = entries.flatMap(({ row, line }, index) =>
    row && !row.code ? [{ index, line, row: register.complete?.(book, row) ?? row }] : [],
  );
  const own = uncoded.filter(({ row }) => numbering.own?.(row) !== undefined);
  // A number of its own names a record for certain.
  const unnumbered = uncoded.filter(({ row }) => numbering.own?.(row) === undefined);
  const recognition = recognised(numbering, book, unnumbered);
  const codes = [
    ...[...numbering.records(book)].map(codeOf),
    ...entries.flatMap(({ row }) => (row?.code ? [String(row.code)] : [])),
    ...own.flatMap(({ row }) => newCode(numbering, row, book, 0).code ?? []),
  ];
  return {
    found: new Map(unnumbered.map(({ index }, i) => [index, recognition[i]])),
    serials: new Serials(
      uncoded.map(({ row }) => numbering.start(row, book)),
      codes,
    ),
  };
}

/** A row without the columns that only files have. */
function ownCells({ sheet }: Register, row: AnyRow): AnyRow {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column in sheet));
}

function remarkText(file: string, fresh: readonly string[], known: number): Text {
  const [first = '', last = ''] = [fresh[0], fresh.at(-1)];
  const range = fresh.length === 1 ? first : `${first} … ${last}`;
  const parts: Text[] = [];
  if (fresh.length > 0)
    parts.push({
      zh: `${fresh.length} 行编了新编号（${range}）`,
      en: `${counted(fresh.length, 'row')} numbered (${range})`,
    });
  if (known > 0)
    parts.push({ zh: `${known} 行认出是台账里已有的`, en: `${counted(known, 'row')} recognised as in the ledger` });
  return {
    zh: `${file}：${parts.map(({ zh }) => zh).join('，')}`,
    en: `${file}: ${parts.map(({ en }) => en).join(', ')}`,
  };
}
