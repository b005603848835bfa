import { coded } from '../../cases/codes.ts';
import { command } from '../../cli/command.ts';
import { choice, flag, option } from '../../cli/param.ts';
import { unitParam } from '../../cli/places.ts';
import { misuse } from '../../kernel/failure.ts';
import { column } from '../../kernel/view.ts';
import { TIER } from '../../units/level.ts';
import { loadTree } from '../../units/store.ts';
import { unitsWithin } from '../../units/tree.ts';
import { allCategories, allSources } from '../codes-store.ts';
import { GRADE_LIST, GRADES } from '../dispute.ts';
import { disputeList } from '../list-store.ts';
import { OPEN_STATUSES, STATUS_LIST, STATUSES } from '../transitions.ts';
import { disputeColumns } from '../views.ts';
import { categoryParam } from './register.ts';

const TIERS = ['village', 'township', 'banner'] as const;
const TIER_WORDS = {
  village: { zh: '村级', en: 'village' },
  township: { zh: '乡镇级', en: 'township' },
  banner: { zh: '旗级', en: 'banner' },
} as const;
const TIER_NUMBER = { village: 3, township: 2, banner: 1 } as const;

export const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出还没有了结的纠纷，最近登记的在前', en: 'list the open disputes, the latest registered first' },
  example: 'dispute list --unit 150722100 --overdue',
  access: 'read',
  plain: true,
  params: {
    unit: unitParam,
    status: choice('--status <status>', { zh: '只看一种状态', en: 'one status only' }, STATUS_LIST, STATUSES),
    tier: choice('--tier <tier>', { zh: '只看持有单位在哪一级', en: 'held on one tier only' }, TIERS, TIER_WORDS),
    grade: choice('--grade <grade>', { zh: '只看一种难易程度', en: 'one grade only' }, GRADE_LIST, GRADES),
    category: categoryParam,
    text: option('--text <words>', {
      zh: '名称、情况、地点里有这些字',
      en: 'with these words in title, facts or place',
    }),
    overdue: flag('--overdue', { zh: '只看逾期的', en: 'overdue ones only' }),
    offered: flag('--offered', { zh: '只看等待答复的移交', en: 'only those with an open offer' }),
    all: flag('--all', { zh: '含已了结的', en: 'ended ones too' }),
  },
  run: ({ handle, today }, input) => {
    const tree = loadTree(handle, today);
    const within = unitsWithin(tree, input.unit);
    const categories = allCategories(handle);
    const category =
      input.category === undefined
        ? undefined
        : coded(categories, input.category, {
            zh: '纠纷类别',
            en: 'categories',
            one: 'category',
            list: 'dispute categories',
          });
    if (input.text === '') misuse({ zh: '--text 不能为空', en: '--text must not be empty' });
    const statuses = input.status ? [input.status] : input.all || input.text ? STATUS_LIST : OPEN_STATUSES;
    const nameOf = new Map(categories.map(one => [one.id, { zh: one.name_zh, en: one.name_en }]));
    const wanted = input.tier && TIER_NUMBER[input.tier];
    const rows = disputeList(handle, { statuses, text: input.text })
      .filter(row => {
        const holder = tree.units.get(row.holder_id);
        if (within && !within.has(row.holder_id) && !(row.offered_id !== null && within.has(row.offered_id)))
          return false;
        if (wanted && (!holder || TIER[holder.level] !== wanted)) return false;
        if (input.grade && row.grade !== input.grade) return false;
        if (category && row.category_id !== category.id) return false;
        if (input.offered && row.offered_id === null) return false;
        return !input.overdue || (row.due_on !== null && row.due_on < today);
      })
      .map(row => ({
        ...row,
        status: STATUSES[row.status],
        grade: GRADES[row.grade],
        category: nameOf.get(row.category_id),
        holder: tree.units.get(row.holder_id)?.name,
        offered_to: row.offered_id === null ? null : tree.units.get(row.offered_id)?.name,
        overdue: row.due_on !== null && row.due_on < today,
      }));
    return {
      view: {
        shape: 'table',
        columns: disputeColumns,
        rows,
        notes: [
          {
            zh: `共 ${rows.length} 件；机构按持有单位和被移交单位；最近期限是还没有完成的期限中最早的`,
            en: `${rows.length} in all. A unit’s are those it holds and those offered to it; Due is the earliest deadline that is still running.`,
          },
        ],
      },
    };
  },
});

/** The lists of codes that a dispute is described with. */
export const categories = command({
  name: 'categories',
  zh: '类别',
  summary: { zh: '列出纠纷类别', en: 'list the categories of disputes' },
  example: 'dispute categories',
  access: 'read',
  plain: true,
  params: {},
  run: ({ handle }) => ({
    view: { shape: 'table', columns: codeColumns, rows: allCategories(handle).map(row => ({ ...row })) },
  }),
});

export const sources = command({
  name: 'sources',
  zh: '来源',
  summary: { zh: '列出纠纷来源', en: 'list the sources of disputes' },
  example: 'dispute sources',
  access: 'read',
  plain: true,
  params: {},
  run: ({ handle }) => ({
    view: { shape: 'table', columns: codeColumns, rows: allSources(handle).map(row => ({ ...row })) },
  }),
});

const codeColumns = [
  column('code', '代码', 'Code'),
  column('name_zh', '中文名', 'Chinese name'),
  column('name_en', '英文名', 'English name'),
] as const;
