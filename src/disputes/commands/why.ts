import { duesOf } from '../../cases/store.ts';
import { command } from '../../cli/command.ts';
import { lengthText } from '../../deadlines/rules.ts';
import { allRules } from '../../deadlines/store.ts';
import { loadTree } from '../../units/store.ts';
import { loadDispute } from '../store.ts';
import { deadlineTable, startName } from './deadline-table.ts';
import { numberArgument } from './move-command.ts';

export const why = command({
  name: 'why',
  zh: '依据',
  summary: { zh: '每个期限从何时算起、依据哪一条', en: 'each deadline with its start event, its rule and article' },
  example: 'dispute why 2023-1',
  access: 'read',
  plain: true,
  params: { number: numberArgument },
  run: ({ handle, today }, input) => {
    const dispute = loadDispute(handle, input.number);
    const dues = duesOf(handle, dispute.id);
    const rules = new Map(allRules(handle).map(rule => [rule.id, rule]));
    const sentences = dues.map(due => {
      const rule = rules.get(due.rule_id);
      const start = startName(due.move_name);
      if (!rule) return start;
      const length = lengthText(rule);
      if (rule.unit === 'named')
        return {
          zh: `${rule.name.zh}到期 ${due.due_on}：${start.zh} ${due.start_on} 时写明（${rule.citation.zh}）`,
          en: `${rule.name.en}, due ${due.due_on}: the day that was named on ${due.start_on}, ${start.en} (${rule.citation.en})`,
        };
      return {
        zh: `${rule.name.zh}到期 ${due.due_on}：${start.zh} ${due.start_on} 起 ${length.zh}（${rule.citation.zh}）`,
        en: `${rule.name.en}, due ${due.due_on}: ${start.en} on ${due.start_on}, ${length.en} (${rule.citation.en})`,
      };
    });
    const table = deadlineTable(handle, dues, loadTree(handle, today), today);
    return { view: { ...table, notes: sentences }, records: [dispute.number] };
  },
});
