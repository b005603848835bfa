import { column, detail, type Row } from '../kernel/view.ts';
import { type HistoryWords, wordsOf } from '../register/history-command.ts';
import { capital } from '../register/simple-view.ts';
import type { UnitTree } from '../units/tree.ts';
import { DIARY_FIELD_LIST, DIARY_FIELDS } from './diary.ts';
import { codesOf, type Domain } from './domain.ts';
import type { VisitRecord } from './store.ts';
import { MODES, visitSheet } from './visit.ts';

export const visitColumns = [
  column('id', '走访号', 'Visit'),
  column('visited_on', '走访日期', 'Day', 'day'),
  column('household_code', '户编号', 'Household', 'code'),
  column('head_name', '户主', 'Head', 'name'),
  column('unit', '村（社区）', 'Unit'),
  column('pair_code', '结对编号', 'Pair', 'code'),
  column('cadre_a', '走访人一', 'First visitor', 'code'),
  column('cadre_b', '走访人二', 'Second visitor', 'code'),
  column('mode', '方式', 'Mode', 'word'),
  column('substitute', '代访', 'Stand-in', 'flag'),
  column('domains', '工作领域', 'Domains'),
] as const;

export const withdrawnColumn = column('withdrawn_on', '撤销日期', 'Withdrawn on', 'day');

/** The diary in the visit's own row. */
export const firstDiaryColumns = [
  column('diary_by', '记录人', 'Diary by', 'code'),
  column('diary', '民情日记', 'Diary'),
] as const;

/** One diary: who wrote it, which of its visit it is, its text and its fields, when it was read. */
export const diaryColumns = [
  ...firstDiaryColumns,
  detail('entry', '第几篇', 'Entry', 'integer'),
  ...DIARY_FIELD_LIST.map(field => {
    const { zh, en } = DIARY_FIELDS[field].title;
    return detail(field, zh, capital(en));
  }),
  detail('read_on', '阅示日期', 'Read on', 'day'),
];

export function visitCells(visit: VisitRecord, tree: UnitTree, domains: readonly Domain[]): Row {
  return {
    ...visit,
    unit: visit.unit_id === null ? undefined : tree.units.get(visit.unit_id)?.name,
    mode: MODES[visit.mode],
    domains: domainNames(visit.domains, domains),
    diary_by: visit.writer_code,
  };
}

/** How a visit’s history reads. */
export function visitWords(domains: readonly Domain[]): HistoryWords {
  return wordsOf(visitSheet, {
    shown: {
      domains: mask => domainNames(Number(mask), domains),
      substitute: value => (value === 1 ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }),
    },
  });
}

function domainNames(mask: number, domains: readonly Domain[]) {
  return { zh: codesOf(mask, domains, 'name_zh'), en: codesOf(mask, domains) };
}
