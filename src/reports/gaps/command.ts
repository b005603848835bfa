import { command } from '../../cli/command.ts';
import { asOfParam, unitParam } from '../../cli/places.ts';
import { loadCalendar } from '../../deadlines/store.ts';
import { counted } from '../../kernel/text.ts';
import { column } from '../../kernel/view.ts';
import { loadTree } from '../../units/store.ts';
import { unitsWithin } from '../../units/tree.ts';
import { explainParam, explainsItself } from '../explain.ts';
import { rulesInForce, siteFacts, takenCodes } from './facts.ts';
import { gapsOn } from './rules.ts';

const COLUMNS = [
  column('kind', '种类', 'Kind'),
  column('unit_code', '机构代码', 'Unit code'),
  column('unit', '机构', 'Unit'),
  column('missing', '缺什么', 'What is missing'),
  column('mend', '补上的命令', 'Command that mends it'),
] as const;

/** What the office has yet to set up; the ledger itself is sound (that is what `check` looks at). */
export const gaps = command({
  name: 'gaps',
  zh: '缺项',
  summary: {
    zh: '还没有设立的场所、负责人、功能室，没有录入的放假安排和村规民约，没有备案的村规',
    en: 'sites, heads, rooms, free days and village rules that are yet to be set up or filed',
  },
  example: 'report gaps --unit 150722100',
  access: 'read',
  params: { unit: unitParam, on: asOfParam, explain: explainParam },
  run: ({ db, today }, input) => {
    explainsItself(COLUMNS, input.explain);
    const day = input.on ?? today;
    const tree = loadTree(db, day);
    const within = unitsWithin(tree, input.unit);
    const found = gapsOn({
      tree,
      sites: siteFacts(db, day),
      calendar: loadCalendar(db),
      rules: rulesInForce(db, day),
      codes: takenCodes(db),
    });
    const rows = found
      .filter(({ unit }) => !within || within.has(unit.unit_id))
      .map(({ unit, ...gap }) => ({ ...gap, unit_code: unit.code, unit: unit.name }));
    return {
      view: {
        shape: 'table',
        title: { zh: `缺项（${day}）`, en: `Gaps (on ${day})` },
        columns: COLUMNS,
        rows,
        notes: [
          rows.length === 0
            ? { zh: '没有缺项', en: 'Nothing is missing' }
            : { zh: `共 ${rows.length} 项`, en: `${counted(rows.length, 'gap')} in all` },
        ],
      },
      counts: { shown: rows.length },
    };
  },
});
