import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Context } from '../cli/command.ts';
import { inTransaction } from '../cli/transaction.ts';
import { placeNew, writeFile } from '../disk/file.ts';
import { makeFolder } from '../disk/make-folder.ts';
import { COMPANIONS, discarded, unfinishedIn } from '../disk/unfinished.ts';
import { Failure } from '../kernel/failure.ts';
import { keyFile } from '../ledger/evidence/signing.ts';
import { watchRows } from '../ledger/evidence/watch.ts';
import { whileAlone } from '../ledger/exchange.ts';
import { appendJournal } from '../ledger/journal.ts';
import { openLedger } from '../ledger/open.ts';
import { uncreatable } from '../ledger/problems.ts';
import { writeSetting } from '../ledger/settings.ts';
import { CAMPAIGN } from './calendar.ts';
import { datasetOf } from './dataset.ts';
import { BANNER, type Scale } from './divisions.ts';
import { FILE_NAMES, FILES, type FileName, filesBeside, recordsIn, textOf } from './files.ts';
import { entriesOf } from './office/entries.ts';
import { DEMO_SETTING, refuseOthersFile, refuseOthersLedger } from './ownership.ts';
import { withVisitNumbers } from './visit-numbers.ts';

/**
 * Writes the files and imports them with a clerk's own commands, in a folder of its own beside the ledger. Only a complete
 * demo is moved into place, so that an interrupted run, or another at the same time, leaves the previous demo untouched.
 */
export async function buildDemo(context: Context, ledger: string, scale: Scale): Promise<void> {
  demandWorkingFolder(ledger);
  makeFolder(dirname(ledger), 0o777);
  const workshop = unfinishedIn(dirname(ledger));
  mkdirSync(workshop, { mode: 0o700 });
  try {
    const draft = join(workshop, 'ledger.db');
    const { counts, entries } = writeFiles(workshop, ledger, scale);
    const county = ['--county', BANNER.code, '--name', BANNER.name];
    await step(context, draft, ['init', ...county, '--campaign-from', CAMPAIGN.from]);
    for (const file of FILE_NAMES) await importFile(context, draft, file, counts.get(file) ?? 0);
    const count = entries.length.toLocaleString('en-US');
    context.remark({ zh: `逐件录入 ${count} 次办理……`, en: `entering ${count} entries one by one …` });
    await enter(context, draft, withVisitNumbers(draft, entries));
    await complete(context, draft, scale);
    putInPlace(workshop, draft, ledger);
  } finally {
    discarded(workshop);
  }
}

/** Moves a demo to where it belongs; of two that are made at once, the later one takes the place of the other as a whole. */
function putInPlace(workshop: string, draft: string, ledger: string): void {
  whileAlone(ledger, held => {
    // Meanwhile there may be a ledger of somebody's own.
    refuseOthersLedger(ledger, held);
    placeLedger(draft, ledger);
    renameSync(keyFile(draft), keyFile(ledger));
    for (const file of FILE_NAMES) renameSync(join(workshop, file), filesBeside(ledger, file));
  });
}

function placeLedger(draft: string, ledger: string): void {
  if (!existsSync(ledger)) {
    placeNew(draft, ledger);
    return;
  }
  for (const ending of COMPANIONS) rmSync(ledger + ending, { force: true });
  renameSync(draft, ledger);
}

/** Enters what no file has, each as a clerk does. The last to close a ledger clears SQLite's log away: a connection stays open meanwhile. */
async function enter(context: Context, draft: string, entries: readonly (readonly string[])[]): Promise<void> {
  const open = openLedger(draft);
  try {
    for (const [done, words] of entries.entries()) {
      context.progress({ what: ENTERING, done, total: entries.length, unit: { zh: '次', en: 'entries' } });
      await step(context, draft, [...words, '--quiet']);
    }
  } finally {
    open.close();
  }
}

const ENTERING = { zh: '逐件录入', en: 'entering' };

/** In a working folder that was deleted, Node never returns from making a folder. */
function demandWorkingFolder(ledger: string): void {
  try {
    process.cwd();
  } catch {
    throw uncreatable(ledger);
  }
}

/**
 * Writes the files without keeping the data: the imports read them again, and need the memory. Returns how many rows each
 * has, and the commands entered after them.
 */
function writeFiles(workshop: string, ledger: string, scale: Scale) {
  const data = datasetOf(scale);
  for (const file of FILE_NAMES) {
    refuseOthersFile(filesBeside(ledger, file), ledger, () => textOf(file, data));
    writeFile(join(workshop, file), textOf(file, data));
  }
  return { counts: new Map(FILE_NAMES.map(file => [file, recordsIn(file, data)])), entries: entriesOf(data) };
}

async function importFile(context: Context, draft: string, file: FileName, rows: number): Promise<void> {
  const title = FILES.get(file);
  const count = rows.toLocaleString('en-US');
  context.remark({ zh: `导入${title?.zh} ${count} 行……`, en: `importing ${count} ${title?.en} …` });
  // What is dated a year back would be questioned, as it is when a clerk dates it so.
  const dated = title?.on === undefined ? [] : ['--on', title.on, '--quiet'];
  await step(context, draft, [file.replace(/s?\.csv$/, ''), 'import', join(dirname(draft), file), ...dated]);
}

/** Runs a clerk's command line without showing its result; any failure ends the demo. */
async function step(context: Context, draft: string, words: readonly string[]): Promise<void> {
  const { lang, operator } = context;
  const exit = await context.again([...words, '--ledger', draft, '--lang', lang, '--as', operator], {
    silent: true,
    isNobodys: true,
  });
  if (exit === 0) return;
  const line = words.slice(0, 2).join(' ');
  throw new Failure('refused', {
    zh: `演示数据未能建立：tiaochu ${line} 的退出码是 ${exit}`,
    en: `The demo could not be made: tiaochu ${line} ended with exit code ${exit}`,
  });
}

/** Marks the ledger as the demo's and writes SQLite's log back into it, so that a single file can be moved. */
async function complete({ at, operator }: Context, draft: string, scale: Scale): Promise<void> {
  const db = openLedger(draft);
  try {
    await inTransaction(db, 'write', () => {
      watchRows(db);
      writeSetting(db, DEMO_SETTING, scale);
      appendJournal(db, { at, operator, command: 'demo', records: [], counts: {} });
    });
    db.pragma('wal_checkpoint(truncate)');
  } finally {
    db.close();
  }
}
