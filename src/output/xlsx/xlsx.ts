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
    made: { at: made.at, local: timeIn(zone, made.at) },
  });
}

function* sheetsWithNotes(view: View, style: Style): Generator<SheetContent> {
  yield* sheetsOf(view, style);
  if (!(view.shape === 'table' && view.isFile)) yield notesSheet(view, style);
}
