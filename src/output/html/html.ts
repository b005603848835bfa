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
import { timeIn } from '../../kernel/zone.ts';
import { shownCell } from '../cell.ts';
import { leftOut, limited } from '../limit.ts';
import { printable } from '../printable.ts';
import type { Style } from '../style.ts';
import { escaped, pageOf } from './page.ts';

/** A view as a page for the browser and the printer: tables lie across the paper, everything else upright. */
export function htmlOf(view: View, style: Style): Generator<string> {
  const { lang, made, zone } = style;
  const title = titleOf(view)?.[lang] ?? made.name[lang];
  const paper = {
    lang,
    title,
    lies: hasTable(view) ? ('across' as const) : ('upright' as const),
    foot: `${timeIn(zone, made.at)}　tiaochu ${made.command}`,
  };
  return pageOf(paper, sectionsOf(view, style, 'h1'));
}

type Heading = 'h1' | 'h2';

function titleOf(view: View): Text | undefined {
  if (view.shape === 'pages') return view.pages.map(titleOf).find(title => title !== undefined);
  return view.shape === 'lines' ? undefined : view.title;
}

function hasTable(view: View): boolean {
  return view.shape === 'pages' ? view.pages.some(hasTable) : view.shape === 'table';
}

function* sectionsOf(view: View, style: Style, heading: Heading): Generator<string> {
  if (view.shape === 'pages') {
    for (const [i, page] of view.pages.entries()) yield* sectionsOf(page, style, i === 0 ? heading : 'h2');
    return;
  }
  yield '<section>\n';
  if (view.shape === 'table') yield* tableHtml(view, style, heading);
  else if (view.shape === 'card') yield* cardHtml(view, style, heading);
  else if (view.shape === 'prose') yield* proseHtml(view, style, heading);
  else yield* linesHtml(view, style);
  yield '</section>\n';
}

function* tableHtml(view: Table, style: Style, heading: Heading): Generator<string> {
  const { lang } = style;
  const { rows, title, totals, notes = [], ...table } = { ...view, ...view.brief };
  const inHeadings = new Set(view.groups?.columns);
  const columns = table.columns.filter(({ inFiles, key }) => !inFiles && !inHeadings.has(key));
  const cells = (row: Row) => columns.map(column => cellHtml(row, column, style)).join('');
  // On paper, a list without a title is called what its command is called.
  if (title ?? heading === 'h1') yield headingHtml(heading, (title ?? style.made.name)[lang]);
  yield `<table>\n<thead><tr>${columns.map(column => `<th scope="col">${inHtml(column.title[lang])}</th>`).join('')}</tr></thead>\n<tbody>\n`;
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
  heading: Heading,
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

function* proseHtml({ title, paragraphs, notes = [] }: Prose, style: Style, heading: Heading): Generator<string> {
  yield `${headingHtml(heading, title[style.lang])}<div class="prose">\n`;
  for (const text of paragraphs) yield `<p>${inHtml(text[style.lang])}</p>\n`;
  yield '</div>\n';
  yield* notesHtml(notes, style);
}

function* linesHtml({ lines }: Lines, { lang }: Style): Generator<string> {
  for (const line of lines) yield `<p class="line">${inHtml(line[lang])}</p>\n`;
}

function* notesHtml(notes: readonly Text[], { lang }: Style): Generator<string> {
  if (notes.length === 0) return;
  yield `<ul class="notes">\n${notes.map(note => `<li>${inHtml(note[lang])}</li>\n`).join('')}</ul>\n`;
}

function headingHtml(heading: Heading, text: string): string {
  return `<${heading}>${inHtml(text)}</${heading}>\n`;
}

function inHtml(text: string): string {
  return escaped(printable(text)).replaceAll('\n', '<br>');
}
