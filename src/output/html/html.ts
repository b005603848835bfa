import type { Text } from '../../kernel/text.ts';
import {
  type Card,
  type Column,
  isFigure,
  type Lines,
  type Prose,
  type Row,
  type Table,
  type View,
} from '../../kernel/view.ts';
import { shownCell } from '../cell.ts';
import { leftOut, limited } from '../limit.ts';
import { printable } from '../printable.ts';
import type { Style } from '../style.ts';
import { lieOf, tablesIn } from '../word/view/tables.ts';
import { type PaperTable, USUAL } from '../word/view/widths.ts';
import { escaped, pageOf } from './page.ts';

/** A view as a page for the browser and the printer: tables lie across the paper, everything else upright. */
export function htmlOf(view: View, style: Style): Generator<string> {
  const { lang, made } = style;
  const title = titleOf(view)?.[lang] ?? made.name[lang];
  const paper = {
    lang,
    title,
    lies: liesOf(view, style),
    isTight: view.shape === 'pages',
    // The day alone: the same ledger and day give the same page.
    foot: `${made.today}　tiaochu ${made.command}`,
  };
  return pageOf(paper, sectionsOf(view, style, 'h1'));
}

/** How high a heading is; a table that follows its heading has none of its own. */
type Heading = 'h1' | 'h2' | 'none';

function titleOf(view: View): Text | undefined {
  if (view.shape === 'lines') return undefined;
  if (view.shape !== 'pages') return view.title;
  return headingLine(view.pages) ?? view.pages.map(titleOf).find(title => title !== undefined);
}

/** Pages that begin with lines are headed by the first of them. */
function headingLine([first]: readonly View[]): Text | undefined {
  return first?.shape === 'lines' ? first.lines[0] : undefined;
}

/** A list lies across; a page with several parts is upright where its tables fit it in the usual letters. */
function liesOf(view: View, style: Style): 'upright' | 'across' {
  if (!hasTable(view)) return 'upright';
  return view.shape === 'pages' && tablesIn(view).every(table => isUsual(lieOf(table, style))) ? 'upright' : 'across';
}

const isUsual = ({ lies, size }: PaperTable) => lies === 'upright' && size === USUAL;

function hasTable(view: View): boolean {
  return view.shape === 'pages' ? view.pages.some(hasTable) : view.shape === 'table';
}

function* sectionsOf(view: View, style: Style, heading: 'h1' | 'h2'): Generator<string> {
  if (view.shape === 'pages') {
    const headed = headingLine(view.pages);
    if (headed) yield headingHtml(heading, headed[style.lang]);
    for (const [i, page] of view.pages.entries()) {
      const own = i === 0 && page.shape === 'lines' ? { ...page, lines: page.lines.slice(1) } : page;
      yield* sectionsOf(own, style, i === 0 ? heading : 'h2');
    }
    return;
  }
  yield '<section>\n';
  if (view.shape === 'table') yield* tableHtml(view, style, heading);
  else if (view.shape === 'card') yield* cardHtml(view, style, heading);
  else if (view.shape === 'prose') yield* proseHtml(view, style, heading);
  else yield* linesHtml(view, style);
  yield '</section>\n';
}

/** A table as a section of a page. */
export function* tableHtml(view: Table, style: Style, heading: Heading): Generator<string> {
  const { lang } = style;
  const { rows, title, totals, notes = [], ...table } = { ...view, ...view.brief };
  const inHeadings = new Set(view.groups?.columns);
  const columns = table.columns.filter(({ inFiles, key }) => !inFiles && !inHeadings.has(key));
  const cells = (row: Row) => columns.map(column => cellHtml(row, column, style)).join('');
  // On paper, a list without a title is called what its command is called.
  if (heading !== 'none' && (title ?? heading === 'h1')) yield headingHtml(heading, (title ?? style.made.name)[lang]);
  yield `<table${sizeOf(view, style)}>\n<thead><tr>${columns.map(column => `<th scope="col">${inHtml(column.title[lang])}</th>`).join('')}</tr></thead>\n<tbody>\n`;
  const source = limited(rows, style.limit);
  const headingBefore = groupHeadings(view.groups, columns.length, style);
  let count = 0;
  try {
    for (const row of source.shown) {
      count++;
      yield `${headingBefore(row)}<tr>${cells(row)}</tr>\n`;
    }
    if (count === 0) yield `<tr><td class="none" colspan="${columns.length}">${NOTHING[lang]}</td></tr>\n`;
    if (totals) yield `<tr class="sum">${cells(totals)}</tr>\n`;
    yield '</tbody>\n</table>\n';
    yield* notesHtml([...leftOut(source.hidden()), ...notes], style);
  } finally {
    source.end();
  }
}

/** A table that is too wide for the paper has smaller letters; the page says how small. */
function sizeOf(table: Table, style: Style): string {
  const { size } = lieOf(table, style, ['across']);
  return size === USUAL ? '' : ` class="s${size}"`;
}

/** What comes before a row that begins a group: its heading over all columns. */
function groupHeadings(groups: Table['groups'], columns: number, { lang }: Style): (row: Row) => string {
  let last: string | undefined;
  return row => {
    const heading = groups?.heading(row)[lang];
    if (heading === undefined || heading === last) return '';
    last = heading;
    return `<tr class="group"><th scope="rowgroup" colspan="${columns}">${inHtml(heading)}</th></tr>\n`;
  };
}

const NOTHING: Text = { zh: '（无）', en: '(none)' };

function cellHtml(row: Row, column: Column, style: Style): string {
  const text = inHtml(shownCell(row[column.key], column, style));
  const kind = isFigure(column) ? ' class="n"' : UNBROKEN.has(column.kind) ? ' class="c"' : '';
  return `<td${kind}>${text}</td>`;
}

/** What is read as a whole. */
const UNBROKEN: ReadonlySet<string> = new Set(['code', 'day', 'instant', 'flag', 'name', 'phone', 'id']);

function* cardHtml(
  { title, columns, row, tables = [], notes = [] }: Card,
  style: Style,
  heading: 'h1' | 'h2',
): Generator<string> {
  yield headingHtml(heading, title[style.lang]);
  yield '<table>\n<tbody>\n';
  for (const column of columns)
    yield `<tr><th scope="row">${inHtml(column.title[style.lang])}</th><td>${inHtml(shownCell(row[column.key], column, style))}</td></tr>\n`;
  yield '</tbody>\n</table>\n';
  for (const table of tables)
    if (!Array.isArray(table.rows) || table.rows.length > 0) yield* tableHtml(table, style, 'h2');
  yield* notesHtml(notes, style);
}

function* proseHtml({ title, paragraphs, notes = [] }: Prose, style: Style, heading: 'h1' | 'h2'): Generator<string> {
  yield `${headingHtml(heading, title[style.lang])}<div class="prose">\n`;
  for (const text of paragraphs) yield `<p>${inHtml(text[style.lang])}</p>\n`;
  yield '</div>\n';
  yield* notesHtml(notes, style);
}

function* linesHtml({ lines }: Lines, { lang }: Style): Generator<string> {
  for (const line of lines) yield `<p class="line">${inHtml(line[lang])}</p>\n`;
}

/** Counting rules, small. */
export function* notesHtml(notes: readonly Text[], { lang }: Style): Generator<string> {
  if (notes.length === 0) return;
  yield `<ul class="notes">\n${notes.map(note => `<li>${inHtml(note[lang])}</li>\n`).join('')}</ul>\n`;
}

function headingHtml(heading: Exclude<Heading, 'none'>, text: string): string {
  return `<${heading}>${inHtml(text)}</${heading}>\n`;
}

/** A text of the ledger inside HTML. */
export function inHtml(text: string): string {
  return escaped(printable(text)).replaceAll('\n', '<br>');
}
