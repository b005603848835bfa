import { agentUndo } from '../agents/undo.ts';
import { schemeUndo } from '../assessment/undo.ts';
import { benefitUndo } from '../benefits/undo.ts';
import { centreUndos } from '../centre/undo.ts';
import { type Command, command } from '../cli/command.ts';
import { argument } from '../cli/param.ts';
import { asCount } from '../cli/values.ts';
import { holidayUndo } from '../deadlines/undo.ts';
import { departmentUndo } from '../departments/undo.ts';
import { disputeUndo } from '../disputes/undo.ts';
import { expertUndo } from '../experts/undo.ts';
import { guidanceUndos } from '../guidance/undo.ts';
import { assignmentUndo, householdUndo } from '../households/undo.ts';
import { notFound, refuse } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { column, lines } from '../kernel/view.ts';
import { row, rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { meetingUndo } from '../meetings/undo.ts';
import { needUndo } from '../needs/undo.ts';
import { outreachUndo } from '../outreach/undo.ts';
import { petitionUndo } from '../petitions/undo.ts';
import type { ImportUndo } from '../register/undo.ts';
import { siteUndos } from '../sites/undo.ts';
import { cadreUndo, pairUndo } from '../teams/undo.ts';
import { unitUndo } from '../units/undo.ts';
import { villageRuleUndo } from '../village-rules/undo.ts';
import { visitUndo } from '../visits/undo.ts';

const UNDOS: readonly ImportUndo[] = [
  unitUndo,
  cadreUndo,
  pairUndo,
  householdUndo,
  assignmentUndo,
  visitUndo,
  holidayUndo,
  departmentUndo,
  agentUndo,
  disputeUndo,
  petitionUndo,
  ...guidanceUndos,
  needUndo,
  benefitUndo,
  villageRuleUndo,
  outreachUndo,
  ...centreUndos,
  expertUndo,
  ...siteUndos,
  meetingUndo,
  schemeUndo,
];

/** What was imported, in Chinese. */
const KINDS: Readonly<Record<string, string>> = {
  unit: '机构',
  cadre: '干部',
  pair: '结对',
  household: '户',
  assignment: '包户',
  visit: '走访',
  holiday: '节假日',
  department: '部门',
  agent: '代办员',
  dispute: '纠纷',
  petition: '信访',
  guidance: '指导组',
  'guidance-unit': '指导范围',
  need: '需求',
  benefit: '惠民',
  'village-rule': '村规',
  outreach: '宣传',
  window: '窗口',
  stationing: '进驻',
  service: '服务记录',
  expert: '专家',
  site: '场所',
  post: '职务',
  room: '功能室',
  meeting: '调度会',
  scheme: '考核方案',
};

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出做过的导入', en: 'list the imports that were made' },
  example: 'import list',
  access: 'read',
  params: {},
  run: async ({ db }) => ({
    view: {
      shape: 'table',
      columns: [
        column('id', '导入号', 'Import'),
        column('at', '时间(UTC)', 'At (UTC)'),
        column('operator', '操作员', 'Operator'),
        column('noun', '种类', 'Kind'),
        column('file', '文件', 'File'),
        column('read', '读入', 'Read', 'integer'),
        column('added', '新增', 'Added', 'integer'),
        column('changed', '修改', 'Changed', 'integer'),
        column('already', '已有', 'Already there', 'integer'),
        column('rejected', '退回', 'Rejected', 'integer'),
        column('undone_at', '撤回时间', 'Undone at'),
      ],
      rows: rows(db, selectFrom('import').selectAll().orderBy('id')).map(row => ({
        ...row,
        noun: { zh: KINDS[row.noun] ?? row.noun, en: row.noun },
      })),
    },
  }),
});

const undo = command({
  name: 'undo',
  zh: '撤回',
  summary: { zh: '撤回一次导入（还没有别的记录依据它时）', en: 'take a whole import back, while nothing refers to it' },
  example: 'import undo 3 --yes',
  access: 'write',
  // Blockers are counted first and every reference is checked after; one by one it would search all visits per cadre.
  bulk: [],
  confirm: { zh: '撤回会删除这次导入新增的全部记录，继续吗？', en: 'This deletes everything the import added. Go on?' },
  params: {
    id: argument(
      '<import>',
      { zh: '导入号（import list 可查）', en: 'the import’s number (see import list)' },
      asCount,
    ),
  },
  run: async ({ db, at, dryRun }, input) => {
    const made =
      row(db, selectFrom('import').selectAll().where('id', '=', input.id)) ??
      notFound({ zh: '导入', en: 'imports', one: 'import', list: 'import list' }, String(input.id));
    if (made.undone_at)
      refuse({
        zh: `导入 ${made.id} 已于 ${made.undone_at} 撤回`,
        en: `Import ${made.id} was taken back at ${made.undone_at}`,
      });
    const how =
      UNDOS.find(u => u.noun === made.noun) ??
      notFound({ zh: '导入种类', en: 'kinds of import', one: 'kind of import' }, made.noun);
    if (made.changed > 0)
      refuse(
        {
          zh: `导入 ${made.id} 修改过 ${made.changed} 条已有记录，不能整体撤回`,
          en: `Import ${made.id} changed ${counted(made.changed, 'record')} and cannot be taken back as a whole`,
        },
        how.back ?? {
          zh: '请用 --update 再导入改之前的文件；原值见各记录的 history',
          en: 'Import the earlier file again with --update; the old values are in the records’ history',
        },
      );
    const open = blockers(db, how, made.id);
    if (open.length > 0)
      refuse(
        {
          zh: `导入 ${made.id} 已被引用，不能撤回：${open.map(o => o.zh).join('、')}`,
          en: `Import ${made.id} cannot be taken back, it is referred to by ${open.map(o => o.en).join(', ')}`,
        },
        {
          zh: '先撤回依据它的导入，或把记录逐条停用',
          en: 'Take back the imports that rest on it first, or close the records',
        },
      );
    // First, since moves can be deleted only when their import is taken back.
    db.prepare('update import set undone_at = ? where id = ?').run(at, made.id);
    for (const sql of how.deletes) db.prepare(sql).run({ 1: made.id });
    how.recount?.(db);
    const orphans = db.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0)
      throw new Error(`undoing import ${made.id} would leave ${orphans.length} rows without their record`);
    return {
      view: lines(
        { import: made.id, removed: made.added },
        {
          zh: `${dryRun ? '将撤回' : '已撤回'}导入 ${made.id}（${made.file}），删除 ${made.added} 条`,
          en: `Took import ${made.id} (${made.file}) back: ${counted(made.added, 'record')} removed`,
        },
      ),
      records: [String(made.id)],
      counts: { removed: made.added },
    };
  },
});

export const importCommands: readonly Command[] = [list, undo];

/** What refers to an import's rows: other records, and the history of corrections. */
function blockers(db: Db, how: ImportUndo, id: number): Text[] {
  const corrected = {
    what: { zh: '修改历史', en: 'changes in the history' },
    count: `select count(*) from event where noun = '${how.noun}' and record_id in (select id from ${how.table} where import_id = ?1)`,
  };
  return [...how.blockers, corrected].flatMap(({ what, count }) => {
    const found = db.prepare(count).pluck().get({ 1: id }) as number;
    return found > 0 ? [{ zh: `${what.zh} ${found} 条`, en: `${what.en} (${found})` }] : [];
  });
}
