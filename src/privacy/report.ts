import type { Text } from '../kernel/text.ts';
import { column, type Row, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { RECORD_CLASSES, type Retention } from './classes.ts';
import { HELD, HELD_KINDS, WHOSE } from './held.ts';
import { heldRows, retentionOf } from './store.ts';

/** Why the office has the data of each group of people, and on which ground. */
const PURPOSE: Readonly<Record<keyof typeof WHOSE, { readonly purpose: Text; readonly basis: Text }>> = {
  parties: {
    purpose: { zh: '登记、办理、归档纠纷和信访', en: 'to register, handle and file disputes and petitions' },
    basis: {
      zh: '履行法定职责（个人信息保护法第十三条第三项、第三十四条；人民调解法第二十七条；信访工作条例第二十二条）',
      en: 'statutory duty (PIPL Art. 13(3), 34; People’s Mediation Law Art. 27; petition regulation Art. 22)',
    },
  },
  households: {
    purpose: { zh: '入户走访、了解和解决需求', en: 'to visit households and meet their needs' },
    basis: {
      zh: '履行法定职责（个人信息保护法第十三条第三项、第三十四条）',
      en: 'statutory duty (PIPL Art. 13(3), 34)',
    },
  },
  staff: {
    purpose: { zh: '安排工作，记录办理人', en: 'to assign work and to record who did it' },
    basis: {
      zh: '实施人力资源管理、履行法定职责（个人信息保护法第十三条第二项、第三项）',
      en: 'managing staff and statutory duty (PIPL Art. 13(2), 13(3))',
    },
  },
};

export function retentionText(retention: Retention): Text {
  return retention === 'forever'
    ? { zh: '长期保存', en: 'for good' }
    : { zh: `${retention} 年`, en: `${retention} years` };
}

const GROUP = [
  column('whose', '涉及的人', 'Whose', 'word'),
  column('kind', '内容', 'What', 'word'),
  column('class', '类别', 'Class', 'word'),
] as const;
const BRIEF = [
  ...GROUP,
  column('rows', '行数', 'Rows', 'integer'),
  column('kept', '保存', 'Kept'),
  { ...column('purpose', '处理目的', 'Purpose'), detail: true },
  { ...column('basis', '依据', 'Basis'), detail: true },
] as const;

/** Columns of the same kind in one row, for people; files have each. */
function together(rows: readonly Row[]): Row[] {
  const groups = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(GROUP.map(({ key: name }) => row[name]));
    groups.set(key, { ...row, rows: Number(groups.get(key)?.rows ?? 0) + Number(row.rows) });
  }
  return [...groups.values()];
}

/** What the ledger holds of people: whose, what, why, on which ground, how many rows and for how long. No values. */
export function heldTable(db: Db): Table {
  const rows = HELD.flatMap(held => {
    const kept = held.class ? retentionOf(db, held.class) : 'forever';
    const { purpose, basis } = PURPOSE[held.whose];
    return Object.entries(held.columns).map(
      ([name, kind]): Row => ({
        ...{ table: held.table, column: name, whose: WHOSE[held.whose], kind: { ...HELD_KINDS[kind], code: kind } },
        ...{ purpose, basis, rows: heldRows(db, held, name) },
        ...{ class: held.class ? RECORD_CLASSES[held.class] : null, kept: retentionText(kept) },
      }),
    );
  });
  return {
    shape: 'table',
    title: { zh: '台账中的个人信息', en: 'Personal data in the ledger' },
    columns: [
      column('whose', '涉及的人', 'Whose', 'word'),
      column('kind', '内容', 'What', 'word'),
      column('table', '数据表', 'Table', 'code'),
      column('column', '列', 'Column', 'code'),
      column('rows', '行数', 'Rows', 'integer'),
      column('class', '类别', 'Class', 'word'),
      column('kept', '保存', 'Kept'),
      { ...column('purpose', '处理目的', 'Purpose'), detail: true },
      { ...column('basis', '依据', 'Basis'), detail: true },
    ],
    rows,
    brief: { columns: BRIEF, rows: together(rows) },
    notes: [
      {
        zh: '行数为现有内容的行，已清除的不计；只列有哪些信息，不列内容',
        en: 'Rows that still hold something; what was purged is not counted. It says what is held, never the values.',
      },
    ],
  };
}
