import { share } from '../../kernel/figures.ts';
import type { Text } from '../../kernel/text.ts';
import { column, type Row, sumOf } from '../../kernel/view.ts';
import { TIER } from '../../units/level.ts';
import { onTier, type UnitTree } from '../../units/tree.ts';
import { explanationOf, titleOf } from '../explain.ts';
import { byParam, periodReport } from '../report.ts';
import { type Scope, UNIT_COLUMNS, unitCells } from '../scope.ts';
import { entriesIn, readingsIn, type Written, writtenIn } from './entries.ts';

const BY = {
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村（社区）', en: 'village' },
} as const satisfies Record<string, Text>;
type By = keyof typeof BY;

const FIGURES = [
  column('cadres', '写日记的干部', 'Cadres', 'integer'),
  column('diaries', '日记（篇）', 'Diaries', 'integer'),
  column('further', '其中同一走访的又一篇', 'Further ones', 'integer'),
  column('read', '已阅示', 'Read', 'integer'),
  sumOf(column('unread', '未阅示', 'Unread', 'integer'), ['diaries'], ['read']),
  column('read_rate', '阅示率', 'Read rate', 'rate'),
  column('readings', '期内阅示（次）', 'Readings', 'integer'),
] as const;

/** Which diaries stand behind a figure. */
const EXPLAINED = {
  diaries: 'true',
  further: 'e.entry > 1',
  read: 'e.read_on is not null',
  unread: 'e.read_on is null',
} as const;

/** Diaries written and read (民情日记、阅示), for the leader of a township. */
export const diaries = periodReport({
  summary: {
    zh: '民情日记：写了多少篇、领导阅示了多少篇、哪些尚未阅示',
    en: 'diaries: how many were written, how many leaders read, which ones nobody has read',
  },
  example: 'report diaries --month 2023-06 --unit 150722100 --by village',
  title: { zh: '民情日记和阅示', en: 'Diaries and readings' },
  rule: {
    zh: '日记按走访日期在统计期内、按结对所在的村；已阅示是到期末至少阅示过一次的；期内阅示按阅示日期，不论日记是哪天的。未阅示的逐篇见 tiaochu visit list --unread',
    en: 'Diaries of the visits of the period, in the village of the pair. Read: at least once by the period’s end. Readings: by their own day, whenever the diary was written. visit list --unread lists those that nobody has read.',
  },
  params: { by: byParam(BY, 'township') },
  figures(scope, { by = 'township' }) {
    const groups = groupsOf(scope, by);
    return {
      columns: [...UNIT_COLUMNS, ...FIGURES],
      rows: [...groups].map(([unit, group]) => ({ ...unitCells(scope, unit), ...figuresOf(group) })),
      totals: { unit: { zh: '合计', en: 'Total' }, ...figuresOf(allOf([...groups.values()])) },
    };
  },
  explain(scope, wanted) {
    const which = explanationOf(EXPLAINED, wanted);
    return {
      title: titleOf(FIGURES, wanted),
      columns: [
        ...UNIT_COLUMNS,
        column('visit', '走访号', 'Visit'),
        column('entry', '第几篇', 'Entry', 'integer'),
        column('visited_on', '走访日期', 'Visited on', 'day'),
        column('cadre_code', '记录人', 'Diary by', 'code'),
        column('read_on', '阅示日期', 'Read on', 'day'),
      ],
      rows: entriesIn(scope, which).map(({ unit, ...entry }) => ({ ...unitCells(scope, unit), ...entry })),
    };
  },
});

interface Group {
  readonly written: readonly Written[];
  readonly readings: number;
}

/** What was written and read in each unit of a tier, in the order of their codes. */
function groupsOf(scope: Scope, by: By): ReadonlyMap<number, Group> {
  const groups = new Map<number, Group>();
  const add = (village: number, written: readonly Written[], readings: number) => {
    const unit = unitOn(scope.tree, village, by);
    const group = groups.get(unit) ?? { written: [], readings: 0 };
    groups.set(unit, { written: [...group.written, ...written], readings: group.readings + readings });
  };
  for (const written of writtenIn(scope)) add(written.unit, [written], 0);
  for (const { unit, readings } of readingsIn(scope)) add(unit, [], readings);
  const codeOf = (unit: number) => scope.tree.units.get(unit)?.code ?? '';
  return new Map([...groups].sort(([a], [b]) => (codeOf(a) < codeOf(b) ? -1 : 1)));
}

function unitOn(tree: UnitTree, village: number, by: By): number {
  const unit = tree.units.get(village);
  return (unit && onTier(tree, unit, TIER[by])?.unit_id) ?? village;
}

const allOf = (groups: readonly Group[]): Group => ({
  written: groups.flatMap(({ written }) => written),
  readings: groups.reduce((sum, { readings }) => sum + readings, 0),
});

function figuresOf({ written, readings }: Group): Row {
  const sum = (key: 'diaries' | 'further' | 'read') => written.reduce((total, own) => total + own[key], 0);
  const [all, read] = [sum('diaries'), sum('read')];
  const cadres = new Set(written.map(({ cadre }) => cadre)).size;
  return {
    cadres,
    diaries: all,
    further: sum('further'),
    read,
    unread: all - read,
    read_rate: share(read, all),
    readings,
  };
}
