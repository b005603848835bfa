import type { Context } from '../../cli/command.ts';
import { csvOf } from '../../output/csv.ts';
import { encoded } from '../../output/encode.ts';
import { type Style, UNPAINTED } from '../../output/style.ts';
import { docxOf } from '../../output/word/view/docx.ts';
import { workbookOfViews } from '../../output/xlsx/xlsx.ts';
import { MANIFEST, type Made, manifestOf } from './manifest.ts';
import { type Month, titleOf } from './month.ts';
import { monthPage } from './page/page.ts';
import type { Shown } from './views.ts';

/** Every file of the folder: the page, the workbook, the briefing, each table as CSV, and what says so of them. */
export function filesOf(month: Month, shown: readonly Shown[], bulletin: Shown, context: Context): Made[] {
  const style = styleOf(month, context);
  const title = titleOf(month);
  const sheets = shown.map(({ content, view }) => ({ name: content.title, view }));
  const files: Made[] = [
    { name: 'month.html', bytes: bytesOf(monthPage({ month, shown, bulletin, style })) },
    { name: 'month.xlsx', bytes: bytesOf(workbookOfViews(title, sheets, style)) },
    { name: 'bulletin.docx', bytes: bytesOf(docxOf(bulletin.view, style)), command: bulletin.command },
    ...shown.map(one => csvFile(one, style)),
  ];
  const manifest = JSON.stringify(manifestOf(month, context, files), null, 2);
  return [...files, { name: MANIFEST, bytes: Buffer.from(`${manifest}\n`) }];
}

/** One record is a table of one row. */
function csvFile({ content, view, command }: Shown, style: Style): Made {
  const table = view.shape === 'card' ? { shape: 'table' as const, columns: view.columns, rows: [view.row] } : view;
  const pieces = table.shape === 'table' ? csvOf(table, style) : [];
  return { name: `csv/${content.name}.csv`, bytes: bytesOf(encoded(pieces, 'utf-8', true)), command };
}

/** How files are written: without the minute, so that the same ledger and day give the same bytes. */
function styleOf(month: Month, { lang, zone, today, reveal }: Context): Style {
  const unit = month.unit === undefined ? '' : ` --unit ${month.unit.code}`;
  return {
    lang,
    zone,
    paint: UNPAINTED,
    width: undefined,
    limit: undefined,
    isForSpreadsheet: true,
    made: {
      name: { zh: '月报', en: 'Monthly report' },
      command: `report monthly --month ${month.name}${unit}`,
      today,
      masked: !reveal,
    },
  };
}

function bytesOf(pieces: Iterable<string | Uint8Array>): Uint8Array {
  return Buffer.concat(Array.from(pieces, piece => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}
