import { yearIn } from './day-text.ts';
import type { Field } from './field.ts';
import type { Header } from './header.ts';
import { headerSearch } from './header-search.ts';
import { otherTitleCheck } from './other-title.ts';
import { columnChoice, type ReadingChoice, rowForm } from './reading.ts';

/** Gets one record, and the line (of a workbook: the row) on which it starts. */
export type TakeRow = (fields: string[], line: number) => void;

/** The records of a file, handed over one by one. */
export type Records = (take: TakeRow) => void;

/** What rows are read from. */
export interface RowSource {
  readonly records: Records;
  /** Whether numbers that are meant as days count from 1904. */
  readonly from1904?: boolean;
}

/** How the rows of a file are found: its name, the columns that it may have, and what was chosen about its form. */
export interface RowReading {
  readonly file: string;
  readonly columns: readonly Field<unknown>[];
  readonly choice: ReadingChoice;
}

/**
 * Finds the header of a table; `begin` gets it and says who takes the rows below it, which are made what the form of the
 * file says. Returns the header; a file without a proper one is a `rejected` Failure.
 */
export function readRows(
  { records, from1904 = false }: RowSource,
  { file, columns, choice }: RowReading,
  begin: (header: Header) => TakeRow,
): Header {
  const search = headerSearch(columns, file, columnChoice(columns, choice));
  let header: Header | undefined;
  let take: TakeRow | undefined;
  const above: string[] = [];
  records((record, line) => {
    if (take) {
      take(record, line);
      return;
    }
    const found = search.take(record, line);
    if (!found) {
      above.push(...record);
      return;
    }
    const { names } = found.header;
    header = { ...found.header, year: yearIn(above.filter(cell => !names.includes(cell))) };
    const check = otherTitleCheck(header, above, columns, choice.titles, file);
    const formed = rowForm(columns, header, choice, from1904);
    const takeRow = begin(header);
    take = (fields, at) => {
      check?.(fields, at);
      takeRow(formed(fields), at);
    };
    if (!found.isSecondLine) take(record, line);
  });
  if (header) return header;
  const alone = search.end();
  begin(alone);
  return alone;
}
