import type { Lang } from '../../kernel/text.ts';
import { stylesXml } from './forms.ts';
import {
  contentTypes,
  PACKAGE_LINKS,
  propertiesXml,
  type WorkbookFacts,
  type WrittenSheet,
  workbookLinks,
  workbookXml,
} from './package-parts.ts';
import { linesSheet, type SheetContent, type TablePlace, tableSheet } from './sheet.ts';
import { type Part, zipOf } from './zip.ts';

/**
 * A workbook in pieces, which are made as they are written: neither its rows nor its bytes are ever held all together.
 */
export function workbookOf(sheets: Iterable<SheetContent>, facts: WorkbookFacts): Generator<Uint8Array> {
  return zipOf(partsOf(sheets, facts), facts.made?.local);
}

function* partsOf(sheets: Iterable<SheetContent>, facts: WorkbookFacts): Generator<Part> {
  const written: WrittenSheet[] = [];
  for (const sheet of sheets) yield* sheetParts(sheet, facts.lang, written);
  yield { path: 'xl/styles.xml', pieces: [stylesXml(facts.lang)] };
  yield { path: 'xl/workbook.xml', pieces: [workbookXml(written)] };
  yield { path: 'xl/_rels/workbook.xml.rels', pieces: [workbookLinks(written.length)] };
  yield { path: 'docProps/core.xml', pieces: [propertiesXml(facts)] };
  yield { path: '_rels/.rels', pieces: [PACKAGE_LINKS] };
  yield { path: '[Content_Types].xml', pieces: [contentTypes(written.length)] };
}

/** The parts of one sheet: a table that is longer than a sheet can be goes on on further ones. */
function* sheetParts(sheet: SheetContent, lang: Lang, written: WrittenSheet[]): Generator<Part> {
  const { table } = sheet;
  const part = (pieces: Generator<string, TablePlace | undefined>): Part => ({
    path: `xl/worksheets/sheet${written.length + 1}.xml`,
    pieces: noted(pieces, place => written.push({ name: freeName(sheet.name, written), place })),
  });
  if (!table) {
    yield part(linesSheet(sheet, { lang, isFirst: written.length === 0 }));
    return;
  }
  const source = lookingAhead(table.rows);
  try {
    do yield part(tableSheet({ ...sheet, table }, source, { lang, isFirst: written.length === 0 }));
    while (!source.isAtEnd());
  } finally {
    // Where the result cannot be written, the query behind the rows is still open.
    source.return();
  }
}

/** The pieces of a sheet; once it is complete, where its table is. */
function* noted(
  pieces: Generator<string, TablePlace | undefined>,
  note: (place: TablePlace | undefined) => void,
): Generator<string> {
  note(yield* pieces);
}

/** Rows of which it can be asked whether any are left. */
function lookingAhead<T>(rows: Iterable<T>) {
  const source = rows[Symbol.iterator]();
  let ahead: IteratorResult<T> | undefined;
  const next = () => {
    const result = ahead ?? source.next();
    ahead = undefined;
    return result;
  };
  return {
    next,
    isAtEnd: () => {
      ahead ??= source.next();
      return ahead.done === true;
    },
    return: () => source.return?.(),
  };
}

const LONGEST_NAME = 31;

/** A name as sheets may have it, which no other sheet of the workbook has. */
function freeName(wanted: string, written: readonly WrittenSheet[]): string {
  const clean =
    wanted
      .replace(/[\\/?*[\]:\p{Cc}]/gu, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet';
  const isTaken = (name: string) => written.some(other => other.name.toLowerCase() === name.toLowerCase());
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` ${number}`;
    const name = shortened(clean, LONGEST_NAME - suffix.length) + suffix;
    if (!isTaken(name)) return name;
  }
}

/** Cut to a number of UTF-16 units, which is how spreadsheets count, but never inside a character. */
function shortened(text: string, most: number): string {
  let kept = '';
  for (const character of text)
    if (kept.length + character.length <= most) kept += character;
    else break;
  return kept.trim();
}
