import { coded, codeNames } from '../../cases/codes.ts';
import { lookingParams } from '../../cases/list-filter.ts';
import {
  codesCommand,
  isAmong,
  isMarkedOverdue,
  isOverdue,
  listNote,
  placeCells,
  wantedCases,
} from '../../cases/listing.ts';
import { command } from '../../cli/command.ts';
import { choice, flag, option } from '../../cli/param.ts';
import { unitParam } from '../../cli/places.ts';
import { redWhere } from '../../deadlines/tones.ts';
import { column, detail } from '../../kernel/view.ts';
import { TIER, TIERS } from '../../units/level.ts';
import { loadTree } from '../../units/store.ts';
import { unitsWithin } from '../../units/tree.ts';
import { CATEGORY_TITLE, GRADES, RISKS } from '../dispute.ts';
import { allCategories, allSources, disputeList } from '../store.ts';
import { OPEN_STATUSES, STATUS_LIST, STATUSES, VALID } from '../transitions.ts';
import { categoryParam } from './register.ts';

const COLUMNS = [
  column('number', '编号', 'Number', 'code'),
  column('title', '名称', 'Title'),
  column('status', '状态', 'Status', 'word'),
  detail('grade', '难易程度', 'Grade', 'word'),
  detail('category', '类别', 'Category', 'word'),
  column('holder', '持有单位', 'Held by'),
  detail('offered_to', '移交给', 'Offered to'),
  detail('registered_on', '登记日期', 'Registered', 'day'),
  redWhere(isMarkedOverdue, column('due_on', '最近期限', 'Due', 'day')),
  redWhere(isMarkedOverdue, column('overdue', '逾期', 'Overdue', 'flag')),
];

const STATUS_SETS = { all: STATUS_LIST, valid: VALID, open: OPEN_STATUSES };

export const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出尚未了结的纠纷，最近登记的在前', en: 'list the open disputes, the latest registered first' },
  example: 'dispute list --unit 150722100 --overdue',
  access: 'read',
  personal: true,
  params: {
    unit: unitParam,
    status: choice('--status <status>', { zh: '只看一种状态', en: 'one status only' }, STATUSES),
    tier: choice('--tier <tier>', { zh: '只看持有单位在哪一级', en: 'only those held on this tier' }, TIERS),
    grade: choice('--grade <grade>', { zh: '只看一种难易程度', en: 'only this grade' }, GRADES),
    category: categoryParam,
    text: option('--text <words>', {
      zh: '名称、情况、地点中含有的文字，几个词用空格隔开、都要含有',
      en: 'with each of these words in title, facts or place',
    }),
    ...lookingParams,
    risk: choice('--risk <colour>', { zh: '只看一种风险等级', en: 'only this risk' }, RISKS),
    overdue: flag('--overdue', { zh: '只看逾期的', en: 'overdue ones only' }),
    offered: flag('--offered', { zh: '只看等待答复的移交', en: 'only those with an open offer' }),
    all: flag('--all', { zh: '含已了结的', en: 'ended ones too' }),
  },
  run: ({ db, today }, input) => {
    const tree = loadTree(db, today);
    const within = unitsWithin(tree, input.unit);
    const categories = allCategories(db);
    const category = input.category === undefined ? undefined : coded(categories, input.category, CATEGORY_TITLE);
    const { filter, statuses, withEnded } = wantedCases(db, today, input, STATUS_SETS);
    const names = codeNames(categories);
    const wanted = input.tier && TIER[input.tier];
    const rows = disputeList(db, statuses, filter)
      .filter(row => {
        const holder = tree.units.get(row.holder_id);
        if (!isAmong(row, within)) return false;
        if (wanted && (!holder || TIER[holder.level] !== wanted)) return false;
        if (input.risk && row.risk !== input.risk) return false;
        if (input.grade && row.grade !== input.grade) return false;
        if (category && row.category_id !== category.id) return false;
        if (input.offered && row.offered_id === null) return false;
        return !input.overdue || isOverdue(row, today);
      })
      .map(row => ({
        ...row,
        status: STATUSES[row.status],
        grade: GRADES[row.grade],
        category: names.get(row.category_id),
        ...placeCells(row, tree, today),
      }));
    return {
      view: { shape: 'table', columns: COLUMNS, rows, notes: [listNote(rows.length, withEnded)] },
    };
  },
});

export const categories = codesCommand(
  'dispute',
  'categories',
  '类别',
  { zh: '列出纠纷类别', en: 'list the categories of disputes' },
  allCategories,
);

export const sources = codesCommand(
  'dispute',
  'sources',
  '来源',
  { zh: '列出纠纷来源', en: 'list the sources of disputes' },
  allSources,
);
