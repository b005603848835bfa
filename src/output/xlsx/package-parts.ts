import type { Lang } from '../../kernel/text.ts';
import type { TablePlace } from './sheet.ts';
import { cellEscaped, escaped, XML } from './xml.ts';

/** What a workbook says of itself. */
export interface WorkbookFacts {
  readonly lang: Lang;
  readonly title: string;
  /** When it was made, where it says so: the instant, UTC, and the same by the office's clocks. */
  readonly made?: { readonly at: string; readonly local: string };
}

/** A sheet that was written. */
export interface WrittenSheet {
  readonly name: string;
  readonly place: TablePlace | undefined;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The list of the sheets. */
export function workbookXml(written: readonly WrittenSheet[]): string {
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

/** Where the sheets are. */
export function workbookLinks(sheets: number): string {
  const links = Array.from({ length: sheets }, (_, i) =>
    link(i + 1, `${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`),
  );
  return linksXml([...links, link(sheets + 1, `${OFFICE}/styles`, 'styles.xml')]);
}

/** Where the workbook is. */
export const PACKAGE_LINKS = linksXml([
  link(1, `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
  link(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
]);

function link(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
}

function linksXml(links: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`;
}

/** Of which kind each part is. */
export function contentTypes(sheets: number): string {
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

export function propertiesXml({ title, made }: WorkbookFacts): string {
  const spaces = [
    `xmlns:cp="${PACKAGE}/metadata/core-properties"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ');
  const created = made ? `<dcterms:created xsi:type="dcterms:W3CDTF">${made.at.slice(0, 19)}Z</dcterms:created>` : '';
  return `${XML}<cp:coreProperties ${spaces}><dc:title>${cellEscaped(title)}</dc:title><dc:creator>tiaochu</dc:creator>${created}</cp:coreProperties>`;
}
