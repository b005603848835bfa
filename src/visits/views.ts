import type { Text } from '../kernel/text.ts';
import { column, detail, type Row } from '../kernel/view.ts';
import { type HistoryWords, wordsOf } from '../register/history-command.ts';
import { capital } from '../register/simple-view.ts';
import type { UnitTree } from '../units/tree.ts';
import { DIARY_FIELD_LIST, DIARY_FIELDS } from './diary.ts';
import { codesOf, type Domain } from './domain.ts';
import type { ListedVisit, VisitRecord } from './store.ts';
import { MODES, visitSheet } from './visit.ts';

export const visitColumns = [
  column('id', '走访号', 'Visit', 'code'),
  column('visited_on', '走访日期', 'Day', 'day'),
  column('household_code', '户编号', 'Household', 'code'),
  column('head_name', '户主', 'Head', 'name'),
  detail('unit', '村（社区）', 'Unit', 'label'),
  column('pair_code', '结对编号', 'Pair', 'code'),
  detail('cadre_a', '走访人一', 'First visitor', 'code'),
  detail('cadre_b', '走访人二', 'Second visitor', 'code'),
  column('mode', '方式', 'Mode', 'word'),
  detail('substitute', '代访', 'Stand-in', 'flag'),
  detail('domains', '工作领域', 'Domains', 'label'),
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

/** The cells of a visit, with the names of its unit and of its domains; who wrote its diary where that was read. */
export function visitCells(tree: UnitTree, domains: readonly Domain[]): (visit: ListedVisit | VisitRecord) => Row {
  // Many thousand visits have the same few domains.
  const named = new Map<number, Text>();
  const namesOf = (mask: number) => {
    const names = named.get(mask) ?? domainNames(mask, domains);
    named.set(mask, names);
    return names;
  };
  return visit => ({
    ...visit,
    unit: visit.unit_id === null ? undefined : tree.units.get(visit.unit_id)?.name,
    mode: MODES[visit.mode],
    domains: namesOf(visit.domains),
    ...('writer_code' in visit ? { diary_by: visit.writer_code } : {}),
  });
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
