import { type Context, command, type Outcome } from '../cli/command.ts';
import { EXIT } from '../cli/exit.ts';
import { argument } from '../cli/param.ts';
import { unwritable } from '../cli/targets.ts';
import { placeNew } from '../disk/file.ts';
import { discarded } from '../disk/unfinished.ts';
import { fileReason } from '../kernel/file-error.ts';
import { counted, type Text } from '../kernel/text.ts';
import { column, type View } from '../kernel/view.ts';
import { damageOf } from '../ledger/diagnosis.ts';
import { demandNone, openLedger } from '../ledger/open.ts';
import { demandReadable } from '../ledger/place.ts';
import { shut } from '../ledger/problems.ts';
import { type Salvaged, type SalvagedTable, salvaged } from '../ledger/salvage/salvage.ts';
import type { Lost } from '../ledger/salvage/table-rows.ts';
import { connect, type Db } from '../ledger/sqlite.ts';
import { type Custody, NOBODY_ASKED, signer } from './custody.ts';
import { hasOperators } from './store.ts';
import { writeDown } from './written-down.ts';

export const recoverCommand = command({
  name: 'recover',
  zh: '抢救',
  summary: {
    zh: '把损坏的台账中能读出的内容存入新台账，列出丢失的（有丢失时退出码为 5）；损坏的文件不动',
    en: 'save what can be read of a damaged ledger into a new one and list what is lost (exit 5 if any); the damaged file is not touched',
  },
  example: 'recover saved.db',
  access: 'file',
  takesLong: true,
  isUnlocked: true,
  params: { into: argument('<new>', { zh: '新台账的文件', en: 'the file of the new ledger' }) },
  run: (context, { into }) => recover(context, into),
});

async function recover(context: Context, into: string): Promise<Outcome> {
  const { path: damaged, dryRun, progress } = context;
  demandReadable(damaged);
  demandNone(into, INTO);
  const found = saved(damaged, into, (done, total) => progress({ what: SAVING, done, total, unit: TABLES }));
  try {
    const custody = await saver(context, found);
    if (!dryRun) {
      placeNew(found.unfinished, into);
      const signedBy = (db: Db) => signer(db, custody.operator, context);
      await writeDown(into, { at: context.at, signedBy }, 'recover', []);
    }
    const isWhole = found.tables.every(isAllThere) && !found.isWithoutLog;
    return { view: view(found, into, custody), ...(isWhole ? {} : { exit: EXIT.rejected }) };
  } finally {
    discarded(found.unfinished);
  }
}

const SAVING: Text = { zh: '抢救', en: 'saving' };
const TABLES: Text = { zh: '张表', en: 'tables' };

function saved(...[damaged, into, progress]: Parameters<typeof salvaged>): Salvaged {
  try {
    return salvaged(damaged, into, progress);
  } catch (error) {
    const reason = fileReason(error);
    // Of two files the system names the one that is read first: the log beside the ledger may not be for everybody.
    const { path } = error as NodeJS.ErrnoException;
    throw reason && path?.startsWith(damaged) ? shut(path, reason) : unwritable(error, into);
  }
}

const INTO: Text = {
  zh: '请给新台账另取一个文件名：tiaochu recover 新文件',
  en: 'Give the new ledger another name: tiaochu recover NEW.db',
};

const isAllThere = ({ lost }: SalvagedTable) => lost?.length === 0;

/**
 * Who may save what is in a ledger, by the operators that could be read of it; the damaged file is not written, so that only
 * the journal of one that is whole keeps a refusal.
 */
async function saver({ admit, path }: Context, { unfinished, tables }: Salvaged): Promise<Custody> {
  const db = connect(unfinished);
  try {
    const isKnown = tables.some(table => table.table === 'operator' && isAllThere(table));
    if (!hasOperators(db)) return { operator: undefined, isChecked: isKnown };
    return { operator: await admit(db, keep => keptIfWhole(path, keep)), isChecked: true };
  } finally {
    db.close();
  }
}

async function keptIfWhole(path: string, keep: (db: Db) => Promise<void>): Promise<void> {
  if (damageOf(path)) return;
  const db = openLedger(path);
  try {
    await keep(db);
  } finally {
    db.close();
  }
}

function view({ tables, isWithoutLog }: Salvaged, into: string, { isChecked }: Custody): View {
  const broken = tables.filter(table => !isAllThere(table));
  const count = tables.reduce((sum, table) => sum + table.saved, 0);
  return {
    shape: 'table',
    title: { zh: '丢失的行', en: 'Rows that are lost' },
    columns: [
      column('table', '数据表', 'Table', 'code'),
      column('saved', '抢救', 'Saved', 'integer'),
      column('lost', '丢失的行号', 'Lost, by row number'),
      column('as_new', '按新台账补入', 'As in a new ledger', 'integer'),
    ],
    rows: broken.map(({ table, saved, lost, asNew }) => ({
      table,
      saved,
      lost: lost ? rangesText(lost) : NOBODY_KNOWS,
      as_new: asNew,
    })),
    notes: [
      broken.length === 0 ? allText(into) : lossText(into, count, broken.length),
      ...(isWithoutLog ? [WITHOUT_LOG] : []),
      ...(isChecked ? [] : [NOBODY_ASKED]),
      nextText(into),
    ],
  };
}

const allText = (into: string): Text => ({
  zh: `${into}：全部内容都能读出，已存入`,
  en: `${into}: all rows could be read and are saved`,
});

const lossText = (into: string, rows: number, tables: number): Text => ({
  zh: `${into}：抢救 ${rows} 行，${tables} 张表有丢失；行号之间原来不一定都有行`,
  en: `${into}: ${counted(rows, 'row')} saved, ${counted(tables, 'table')} with losses; not every number needs to have had a row`,
});

const NOBODY_KNOWS: Text = { zh: '有丢失，不知道哪些行', en: 'some rows, which ones is unknown' };
const WITHOUT_LOG: Text = {
  zh: '旁边的 -wal 文件损坏或不是这个台账的，其中最近的修改已丢失',
  en: 'The -wal file beside it is damaged or of another ledger: the last changes in it are lost',
};
const nextText = (into: string): Text => ({
  zh: `下一步：核对新台账：tiaochu check --ledger ${into}；再以它替换损坏的台账：tiaochu restore ${into}`,
  en: `Next: verify the new ledger: tiaochu check --ledger ${into}; then put it in the place of the damaged one: tiaochu restore ${into}`,
});

/** How many ranges are named; files and JSON have the same. */
const MOST_RANGES = 20;

function rangesText(lost: readonly Lost[]): Text {
  const shown = lost.slice(0, MOST_RANGES).map(({ from, to }) => (to === from ? `${from}` : `${from}–${to ?? '…'}`));
  const more = lost.length - shown.length;
  return {
    zh: `${shown.join('、')}${more > 0 ? ` 等 ${lost.length} 段` : ''}`,
    en: `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}
