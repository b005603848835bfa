import type { Lang } from '../../kernel/text.ts';
import type { SheetCell } from './value.ts';
import { workbookOf } from './workbook.ts';

/** What a sheet is called where nothing better is known, as new ones are in Excel. */
const NAME = 'Sheet1';

/** A workbook of one sheet whose cells are all text, the first row being its header: what is typed stays as it is. */
export function* textWorkbook(rows: Iterable<readonly string[]>, lang: Lang): Generator<Uint8Array> {
  const source = rows[Symbol.iterator]();
  const header: readonly string[] = source.next().value ?? [];
  const table = {
    columns: header.map(title => ({ title, form: 'text' as const })),
    rows: cellsOf({ [Symbol.iterator]: () => source }),
  };
  yield* workbookOf([{ name: NAME, table }], { lang, title: NAME });
}

function* cellsOf(rows: Iterable<readonly string[]>): Generator<readonly SheetCell[]> {
  for (const row of rows) yield row.map(value => ({ form: 'text', value }));
}
