import type { Text } from '../../../kernel/text.ts';
import type { View } from '../../../kernel/view.ts';
import type { Style } from '../../style.ts';
import { XML } from '../../xlsx/xml.ts';
import { type Part, zipOf } from '../../xlsx/zip.ts';
import { linksXml, PACKAGE_LINKS, propertiesXml } from '../package-parts.ts';
import { paragraph } from './paragraphs.ts';
import { stylesXml, WORD } from './styles.ts';
import { lieOf, recordXml, tablesIn, tableXml } from './tables.ts';
import { type Lie, ROOM } from './widths.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A view as a Word document on A4; the same view gives the same bytes. */
export function docxOf(asked: View, style: Style): Generator<Uint8Array> {
  const view = kept(asked, style.limit);
  const title = titleOf(view)?.[style.lang] ?? style.made.name[style.lang];
  return zipOf(partsOf(view, title, style));
}

/** Rows that can be read only once are kept: they decide how wide the columns are, and are then written. */
function kept(view: View, limit: number | undefined): View {
  if (view.shape === 'pages') return { ...view, pages: view.pages.map(page => kept(page, limit)) };
  return view.shape === 'table' && !Array.isArray(view.rows) && limit === undefined
    ? { ...view, rows: [...view.rows] }
    : view;
}

function* partsOf(view: View, title: string, style: Style): Generator<Part> {
  yield { path: '[Content_Types].xml', pieces: [CONTENT_TYPES] };
  yield { path: '_rels/.rels', pieces: [PACKAGE_LINKS] };
  yield { path: 'word/document.xml', pieces: documentXml(view, title, style) };
  yield { path: 'word/_rels/document.xml.rels', pieces: [DOCUMENT_LINKS] };
  yield { path: 'word/styles.xml', pieces: [stylesXml()] };
  yield { path: 'word/footer1.xml', pieces: [footerXml(style)] };
  yield { path: 'docProps/core.xml', pieces: [propertiesXml(title)] };
}

function titleOf(view: View): Text | undefined {
  if (view.shape === 'pages') return view.pages.map(titleOf).find(title => title !== undefined);
  return view.shape === 'lines' ? view.lines[0] : view.title;
}

function* documentXml(view: View, title: string, style: Style): Generator<string> {
  const ways = waysOf(view, style);
  yield `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>`;
  yield paragraph('Title', title);
  yield* blocksOf(view, { style, ways, isFirst: true });
  yield paragraph('Foot', `${style.made.today}　tiaochu ${style.made.command}`);
  yield `${pageXml(ways.at(-1) ?? 'upright')}</w:body></w:document>`;
}

/** How the pages lie: upright, unless a table only fits across. */
function waysOf(view: View, style: Style): readonly Lie[] {
  return tablesIn(view).some(table => lieOf(table, style).lies === 'across') ? ['across'] : ['upright'];
}

interface Place {
  readonly style: Style;
  readonly ways: readonly Lie[];
  /** Whether its title is the document's. */
  readonly isFirst: boolean;
}

function* blocksOf(view: View, { style, ways, isFirst }: Place): Generator<string> {
  const { lang } = style;
  if (view.shape === 'pages') {
    for (const [i, page] of view.pages.entries()) yield* blocksOf(page, { style, ways, isFirst: isFirst && i === 0 });
    return;
  }
  if (view.shape === 'lines') {
    for (const line of isFirst ? view.lines.slice(1) : view.lines) yield paragraph('Line', line[lang]);
    return;
  }
  if (!isFirst && view.title) yield paragraph('Heading1', view.title[lang]);
  if (view.shape === 'table') yield* tableXml(view, style, ways);
  else if (view.shape === 'prose') for (const text of view.paragraphs) yield paragraph('Prose', text[lang]);
  else {
    yield recordXml(view, style, ROOM[ways.at(-1) ?? 'upright']) + paragraph('Gap', '');
    for (const table of view.tables ?? [])
      if (!Array.isArray(table.rows) || table.rows.length > 0) yield* blocksOf(table, { style, ways, isFirst: false });
  }
  if (view.shape !== 'table') for (const note of view.notes ?? []) yield paragraph('Note', note[lang]);
}

const SIDES = { upright: 'w:w="11906" w:h="16838"', across: 'w:w="16838" w:h="11906" w:orient="landscape"' } as const;

function pageXml(lies: Lie): string {
  return [
    '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>',
    `<w:pgSz ${SIDES[lies]}/>`,
    '<w:pgMar w:top="1247" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>',
  ].join('');
}

const PAGE_WORDS = { zh: ['第 ', ' 页，共 ', ' 页'], en: ['Page ', ' of ', ''] } as const;

function footerXml({ lang }: Style): string {
  const [before, between, after] = PAGE_WORDS[lang];
  const text = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const field = (name: string) => `<w:fldSimple w:instr="${name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const line = text(before) + field('PAGE') + text(between) + field('NUMPAGES') + text(after);
  return `${XML}<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${line}</w:p></w:ftr>`;
}

const DOCUMENT_LINKS = linksXml([
  [`${OFFICE}/styles`, 'styles.xml'],
  [`${OFFICE}/footer`, 'footer1.xml'],
]);

const override = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${type}"/>`;
const CONTENT_TYPES = [
  `${XML}<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  override('word/document.xml', `${TYPE}.document.main+xml`),
  override('word/styles.xml', `${TYPE}.styles+xml`),
  override('word/footer1.xml', `${TYPE}.footer+xml`),
  override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  '</Types>',
].join('');
