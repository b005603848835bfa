import { agentCoded } from '../../agents/store.ts';
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
import { choice, flag, option, picks } from '../../cli/param.ts';
import { unitParam } from '../../cli/places.ts';
import { redWhere } from '../../deadlines/tones.ts';
import { RISKS } from '../../disputes/dispute.ts';
import { column, detail } from '../../kernel/view.ts';
import { named } from '../../naming/named-param.ts';
import { loadTree } from '../../units/store.ts';
import { unitsWithin } from '../../units/tree.ts';
import { petitionCategories, petitionList } from '../store.ts';
import { OPEN_STATUSES, STATUS_LIST, STATUSES, VALID } from '../transitions.ts';
import { CATEGORY } from './lodge.ts';

const COLUMNS = [
  column('number', '编号', 'Number', 'code'),
  column('demand', '诉求', 'Demand'),
  column('status', '状态', 'Status', 'word'),
  detail('category', '类别', 'Category', 'word'),
  column('holder', '持有单位', 'Held by'),
  detail('offered_to', '移交给', 'Offered to'),
  detail('agent', '代办员', 'Agent'),
  detail('registered_on', '登记日期', 'Lodged', 'day'),
  redWhere(isMarkedOverdue, column('due_on', '最近期限', 'Due', 'day')),
  redWhere(isMarkedOverdue, column('overdue', '逾期', 'Overdue', 'flag')),
];

const STATUS_SETS = { all: STATUS_LIST, valid: VALID, open: OPEN_STATUSES };

export const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出在办的信访，最近登记的在前', en: 'list the open petitions, the latest lodged first' },
  example: 'petition list --unit 150722100 --all',
  access: 'read',
  personal: true,
  params: {
    unit: unitParam,
    status: choice('--status <status>', { zh: '只看一种状态', en: 'one status only' }, STATUSES),
    category: picks('petition_category', option('--category <code>', { zh: '只看一类', en: 'one category only' })),
    agent: named(option('--agent <code>', { zh: '只看一名代办员', en: 'only this agent' }), 'agent'),
    text: option('--text <words>', {
      zh: '诉求中含有的文字，几个词用空格隔开、都要含有',
      en: 'with each of these words in the demand',
    }),
    ...lookingParams,
    risk: choice(
      '--risk <colour>',
      { zh: '只看关联纠纷是这种风险等级的', en: 'only those whose linked dispute has this risk' },
      RISKS,
    ),
    overdue: flag('--overdue', { zh: '只看逾期的', en: 'overdue ones only' }),
    all: flag('--all', { zh: '含已了结的', en: 'ended ones too' }),
  },
  run: ({ db, today }, input) => {
    const tree = loadTree(db, today);
    const within = unitsWithin(tree, input.unit);
    const categories = petitionCategories(db);
    const category = input.category === undefined ? undefined : coded(categories, input.category, CATEGORY);
    if (input.agent !== undefined) agentCoded(db, input.agent);
    const { filter, statuses, withEnded } = wantedCases(db, today, input, STATUS_SETS);
    const names = codeNames(categories);
    const rows = petitionList(db, statuses, filter)
      .filter(
        row =>
          isAmong(row, within) &&
          (!category || row.category_id === category.id) &&
          (!input.risk || row.risk === input.risk) &&
          (input.agent === undefined || row.agent === input.agent) &&
          (!input.overdue || isOverdue(row, today)),
      )
      .map(row => ({
        ...row,
        status: STATUSES[row.status],
        category: names.get(row.category_id),
        ...placeCells(row, tree, today),
      }));
    return {
      view: {
        shape: 'table',
        columns: COLUMNS,
        rows,
        notes: [listNote(rows.length, withEnded)],
      },
    };
  },
});

export const categories = codesCommand(
  'petition',
  'categories',
  '类别',
  { zh: '列出信访类别', en: 'list the categories of petitions' },
  petitionCategories,
);
