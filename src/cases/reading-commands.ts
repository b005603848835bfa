import { type Command, command } from '../cli/command.ts';
import { loadTree } from '../units/store.ts';
import type { AnyCaseArea } from './area.ts';
import { caseHistory } from './history.ts';
import { numberArgument } from './move-command.ts';
import { deadlineSentences, deadlineTable } from './tables.ts';

/** `<noun> history` and `<noun> why`, the same for every kind of case. */
export function readingCommands(area: AnyCaseArea, example: string): Command[] {
  const { kind, title } = area;
  const history = command({
    name: 'history',
    zh: '历史',
    summary: {
      zh: `一件${title.zh}的全部经过，含修改前的原值`,
      en: `all acts on a ${title.one}, and what was changed, with the old values`,
    },
    example: `${kind} history ${example}`,
    access: 'read',
    personal: true,
    params: { number: numberArgument(area) },
    run: ({ db, today, reveal }, input) => {
      const { id, number } = area.load(db, input.number);
      const { columns, rows, hides = [] } = caseHistory(area, db, id, loadTree(db, today), reveal);
      return { view: { shape: 'table', columns, rows, hides }, records: [number] };
    },
  });
  const why = command({
    name: 'why',
    zh: '依据',
    summary: { zh: '每个期限从何时算起、依据哪一条', en: 'each deadline with its start event, its rule and article' },
    example: `${kind} why ${example}`,
    access: 'read',
    params: { number: numberArgument(area) },
    run: ({ db, today }, input) => {
      const { id, number } = area.load(db, input.number);
      const table = deadlineTable(area, db, id, loadTree(db, today), today);
      return { view: { ...table, notes: deadlineSentences(area, db, id) }, records: [number] };
    },
  });
  return [history, why];
}
