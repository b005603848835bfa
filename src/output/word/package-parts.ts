import type { Size } from '../paper/sheet.ts';
import { escaped, XML } from '../xlsx/xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Of which kind each part of a Word file is. */
export const CONTENT_TYPES = [
  `${XML}<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>`,
  `<Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('');

/** Where the document is. */
export const PACKAGE_LINKS = linksXml([
  [`${OFFICE}/officeDocument`, 'word/document.xml'],
  [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
]);

/** Where the document's styles are. */
export const DOCUMENT_LINKS = linksXml([[`${OFFICE}/styles`, 'styles.xml']]);

/** Which part is linked with which, in the order of their numbers. */
export function linksXml(links: readonly (readonly [type: string, target: string])[]): string {
  const relations = links.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
}

/** What a Word file says of itself; it has no day, so that the same content is the same file. */
export function propertiesXml(title: string): string {
  const spaces = `xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`;
  return `${XML}<cp:coreProperties ${spaces}><dc:title>${escaped(title)}</dc:title><dc:creator>tiaochu</dc:creator></cp:coreProperties>`;
}

const SONG = '宋体';
const HEI = '黑体';
const FANGSONG = '仿宋';

/** Sizes of letters and distances of lines, in points: 14 is 四号, 12 小四, 10.5 五号. */
const SIZES = {
  A4: { title: 20, text: 14, line: 28, cell: 12, small: 10.5 },
  A5: { title: 16, text: 10.5, line: 18, cell: 10.5, small: 9 },
} as const;

/** Titles in 黑体, running text in 仿宋, what stands in tables in 宋体, as on the papers of offices. */
export function stylesXml(size: Size): string {
  const { title, text, line, cell, small } = SIZES[size];
  const centred = '<w:jc w:val="center"/>';
  const close = '<w:spacing w:line="276" w:lineRule="auto"/>';
  return [
    `${XML}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${font(FANGSONG)}${points(text)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>`,
    `<w:pPrDefault><w:pPr><w:spacing w:line="${line * 20}" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    style('Normal', '', ''),
    style(
      'Title',
      `<w:spacing w:before="0" w:after="${line * 8}" w:line="300" w:lineRule="auto"/>${centred}`,
      `${font(HEI)}<w:b/>${points(title)}`,
    ),
    style('Heading1', '<w:keepNext/>', `${font(HEI)}${points(text)}`),
    style('Text', `<w:ind w:firstLineChars="200" w:firstLine="${text * 40}"/>`, ''),
    style('Label', `${close}${centred}`, `${font(SONG)}${points(cell)}`),
    style('Cell', close, `${font(SONG)}${points(cell)}`),
    style('SmallLabel', `${close}${centred}`, `${font(SONG)}${points(small)}`),
    style('SmallCell', close, `${font(SONG)}${points(small)}`),
    style('Gap', '<w:spacing w:line="120" w:lineRule="exact"/>', points(4)),
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>',
    ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
      side => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`,
    ),
    '</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '</w:styles>',
  ].join('');
}

/** Word counts letters in half points. */
function points(size: number): string {
  return `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
}

function font(name: string): string {
  return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${name}" w:cs="Times New Roman"/>`;
}

/** What Word calls the styles that it has itself. */
const OWN_NAMES: Readonly<Record<string, string>> = { Heading1: 'heading 1' };

function style(id: string, paragraph: string, run: string): string {
  const isNormal = id === 'Normal';
  const head = `<w:style w:type="paragraph"${isNormal ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${OWN_NAMES[id] ?? id}"/>`;
  return `${head}${isNormal ? '' : '<w:basedOn w:val="Normal"/>'}<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}
