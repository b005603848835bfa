import type { Lang } from '../../kernel/text.ts';
import { stylesXml } from './forms.ts';
import { linesSheet, type SheetContent, type TablePlace, tableSheet } from './sheet.ts';
import { cellEscaped, escaped, XML } from './xml.ts';
import { type Part, zipOf } from './zip.ts';

/** What a workbook says of itself. */
export interface WorkbookFacts {
  readonly lang: Lang;
  readonly title: string;
  /** When it was made, where it says so: the instant, UTC, and the same by the office's clocks. */
  readonly made?: { readonly at: string; readonly local: string };
}

/** A sheet that was written. */
interface WrittenSheet {
  readonly name: string;
  readonly place: TablePlace | undefined;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

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

function workbookXml(written: readonly WrittenSheet[]): string {
  const sheets = written.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const names = written.flatMap(({ name, place }, i) => (place ? definedNames(name, place, i) : []));
  return [
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>`,
    `<sheets>${sheets.join('')}</sheets>`,
    names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '',
    '</workbook>',
  ].join('');
}

/** What a sheet filters, and the rows that are repeated on each page. */
function definedNames(name: string, { head, range }: TablePlace, i: number): string[] {
  const sheet = `'${escaped(name.replaceAll("'", "''"))}'`;
  const fixed = range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${sheet}!${fixed}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${sheet}!$1:$${head}</definedName>`,
  ];
}

function workbookLinks(sheets: number): string {
  const links = Array.from({ length: sheets }, (_, i) =>
    link(i + 1, `${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`),
  );
  return linksXml([...links, link(sheets + 1, `${OFFICE}/styles`, 'styles.xml')]);
}

const PACKAGE_LINKS = linksXml([
  link(1, `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
  link(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
]);

function link(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
}

function linksXml(links: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${type}"/>`;
  const kinds = Array.from({ length: sheets }, (_, i) =>
    part(`xl/worksheets/sheet${i + 1}.xml`, `${TYPE}.worksheet+xml`),
  );
  return [
    `${XML}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', `${TYPE}.sheet.main+xml`),
    part('xl/styles.xml', `${TYPE}.styles+xml`),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...kinds,
    '</Types>',
  ].join('');
}

function propertiesXml({ title, made }: WorkbookFacts): string {
  const spaces = [
    `xmlns:cp="${PACKAGE}/metadata/core-properties"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ');
  const created = made ? `<dcterms:created xsi:type="dcterms:W3CDTF">${made.at.slice(0, 19)}Z</dcterms:created>` : '';
  return `${XML}<cp:coreProperties ${spaces}><dc:title>${cellEscaped(title)}</dc:title><dc:creator>tiaochu</dc:creator>${created}</cp:coreProperties>`;
}
