import { type Command, command } from '../cli/command.ts';
import { argument, flag, picks } from '../cli/param.ts';
import { asCount } from '../cli/values.ts';
import { notFound, refuseIf } from '../kernel/failure.ts';
import { counted, type Noun, type Word } from '../kernel/text.ts';
import { column, detail, lines } from '../kernel/view.ts';
import { row, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import { COUNT_COLUMNS } from '../register/import-summary.ts';
import type { RecordKind } from '../register/kind.ts';
import { blockersOf, CORRECTIONS, deleteImported, setCorrectionsApart } from './import-undo.ts';
import { KINDS } from './records.ts';
import { blockedProblem, importProblem } from './undo-rules.ts';

const IMPORT: Noun = { zh: '导入', en: 'imports', one: 'import', list: 'import list' };

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出导入记录', en: 'list past imports' },
  example: 'import list',
  access: 'read',
  params: {},
  run: ({ db }) => ({
    view: {
      shape: 'table',
      columns: [
        column('id', '导入号', 'Import'),
        detail('at', '时间', 'At', 'instant'),
        detail('operator', '操作员', 'Operator'),
        detail('noun', '种类', 'Kind', 'word'),
        column('file', '文件', 'File', 'code'),
        ...COUNT_COLUMNS.map(counted => ({
          ...counted,
          detail: counted.key === 'changed' || counted.key === 'already',
        })),
        column('undone_at', '撤销时间', 'Undone at', 'instant'),
      ],
      rows: rows(db, selectFrom('import').selectAll().orderBy('id')).map(row => ({
        ...row,
        noun: nounText(row.noun),
      })),
    },
  }),
});

const idArgument = picks(
  'import',
  argument(
    '<import>',
    { zh: '导入号（tiaochu import list 可查）', en: 'the import’s number (see import list)' },
    asCount,
  ),
);

const undo = command({
  name: 'undo',
  zh: '撤销',
  formerly: ['撤回'],
  summary: { zh: '撤销一次导入（没有其他记录引用它时）', en: 'undo a whole import, while nothing refers to it' },
  example: 'import undo 3 --yes',
  access: 'write',
  // References are counted first and all checked at the end; row by row, each cadre would search all visits.
  bulk: [],
  confirm: 'always',
  params: {
    id: idArgument,
    withCorrections: flag('--with-corrections', {
      zh: '连同对这些记录的修改一并撤销（原修改仍可用 tiaochu import corrections 查看）',
      en: 'together with the changes of its records (import corrections still shows them)',
    }),
  },
  run: (context, { id, withCorrections }) => {
    const { db, at, dryRun, zone } = context;
    const made = row(db, selectFrom('import').selectAll().where('id', '=', id)) ?? notFound(IMPORT, String(id));
    const kind = kindOf(made.noun);
    const blockers = blockersOf(db, kind, id).filter(({ what }) => !(withCorrections && what === CORRECTIONS));
    const problem = importProblem(made, kind, zone) ?? blockedProblem(made, blockers);
    refuseIf(problem);
    // Marked first: the moves of a case can be deleted only when their import is undone.
    run(db, updateTable('import').set({ undone_at: at }).where('id', '=', id));
    const corrections = withCorrections ? setCorrectionsApart(db, kind, id) : 0;
    const { removed: deleted, rows: left, changed } = deleteImported(db, kind, id, context.stamp(undefined, made.file));
    // A file can have several rows for a record, and some of its visits can have been withdrawn.
    const removed = left ?? (kind.parts ? made.added : deleted);
    const orphans = db.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0)
      throw new Error(`undoing import ${id} would leave ${orphans.length} rows with missing records`);
    return {
      view: lines(
        { import: id, removed, corrections },
        {
          zh: `${dryRun ? '将撤销' : '已撤销'}导入 ${id}（${made.file}），删除 ${removed} 条${corrections > 0 ? `，连同修改 ${corrections} 处` : ''}`,
          en: `${dryRun ? 'Would undo' : 'Undid'} import ${id} (${made.file}): ${counted(removed, 'record')} deleted${corrections > 0 ? `, with ${counted(corrections, 'change')}` : ''}`,
        },
        ...changed,
      ),
      records: [String(id)],
      counts: { removed, corrections },
    };
  },
});

const corrections = command({
  name: 'corrections',
  zh: '修改记录',
  summary: {
    zh: '列出随一次导入一并撤销的修改',
    en: 'list the changes that were undone together with an import',
  },
  example: 'import corrections 3',
  access: 'read',
  params: { id: idArgument },
  run: ({ db }, { id }) => ({
    view: {
      shape: 'table',
      columns: [
        column('at', '时间', 'At', 'instant'),
        detail('operator', '操作员', 'Operator'),
        detail('noun', '种类', 'Kind', 'word'),
        column('record_id', '记录', 'Record', 'integer'),
        column('field', '项目', 'Field'),
        column('reason', '原因', 'Reason'),
      ],
      rows: rows(db, selectFrom('undone_event').selectAll().where('undone_import', '=', id).orderBy('id')).map(
        event => ({
          ...event,
          noun: nounText(event.noun),
        }),
      ),
    },
  }),
});

export const importCommands: readonly Command[] = [list, undo, corrections];

/** What a noun is called; in English by its name on the command line. */
function nounText(noun: string): Word {
  return { zh: KINDS.find(kind => kind.noun === noun)?.title.zh ?? noun, en: noun, code: noun };
}

function kindOf(noun: string): RecordKind {
  const kind = KINDS.find(one => one.noun === noun);
  if (!kind) throw new Error(`imports of ${noun} have no kind of record`);
  return kind;
}
