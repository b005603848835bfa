import type { Text } from '../../kernel/text.ts';
import type { View } from '../../kernel/view.ts';
import { timeIn } from '../../kernel/zone.ts';
import type { Style } from '../style.ts';
import { notesSheet } from './notes-sheet.ts';
import type { SheetContent } from './sheet.ts';
import { sheetsOf } from './sheets.ts';
import { workbookOf } from './workbook.ts';

/** A view as a workbook. A file to be filled in has no notes: what is in it is imported. */
export function xlsxOf(view: View, style: Style): Generator<Uint8Array> {
  const { lang, made, zone } = style;
  const title = view.shape === 'pages' || view.shape === 'lines' ? undefined : view.title;
  return workbookOf(sheetsWithNotes(view, style), {
    lang,
    title: (title ?? made.name)[lang],
    ...(made.at === undefined ? {} : { made: { at: made.at, local: timeIn(zone, made.at) } }),
  });
}

/** A view of a workbook with what its sheet is called. */
export interface NamedView {
  readonly name: Text;
  readonly view: View;
}

/** Several views as one workbook, a sheet each. */
export function workbookOfViews(title: Text, views: readonly NamedView[], style: Style): Generator<Uint8Array> {
  return workbookOf(namedSheets(views, style), { lang: style.lang, title: title[style.lang] });
}

function* namedSheets(views: readonly NamedView[], style: Style): Generator<SheetContent> {
  for (const { name, view } of views)
    for (const sheet of sheetsOf(view, style)) yield { ...sheet, name: name[style.lang] };
  yield notesSheet({ shape: 'pages', pages: views.map(({ view }) => view) }, style);
}

function* sheetsWithNotes(view: View, style: Style): Generator<SheetContent> {
  yield* sheetsOf(view, style);
  if (!(view.shape === 'table' && view.isFile)) yield notesSheet(view, style);
}
