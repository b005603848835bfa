import type { Row, Table, View } from '../kernel/view.ts';
import type { Step } from './progress.ts';

/** Rows between two looks at how far a file is. */
const EVERY = 500;

/** A view whose rows say how many of them were taken: for a file that takes long to write. */
export function watchedRows(view: View, what: Step['what'], progress: (step: Step) => void): View {
  if (view.shape === 'pages') return { ...view, pages: view.pages.map(page => watchedRows(page, what, progress)) };
  return view.shape === 'table' ? { ...view, rows: watched(view.rows, what, progress) } : view;
}

function* watched(rows: Table['rows'], what: Step['what'], progress: (step: Step) => void): Generator<Row> {
  const total = Array.isArray(rows) ? rows.length : undefined;
  let done = 0;
  for (const row of rows) {
    if (++done % EVERY === 0) progress({ what, done, total });
    yield row;
  }
}
