import { command } from '../../cli/command.ts';
import { argument } from '../../cli/param.ts';
import { onParam, reasonParam } from '../../cli/places.ts';
import { refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { recodeProblem } from '../rules.ts';
import { loadTree, presentTerm, recodeUnit } from '../store.ts';
import { unitNamed } from '../tree.ts';

export const recode = command({
  name: 'recode',
  zh: '变更代码',
  formerly: ['换码'],
  summary: {
    zh: '从某日起变更机构代码；以前的记录和旧代码仍可查询',
    en: 'give a unit a new code from a day on; earlier records and the old code are still found',
  },
  example: 'unit recode 150722100200 150722100299 --on 2024-01-01 --reason 区划代码调整',
  access: 'write',
  params: {
    code: argument('<code>', { zh: '现在的机构代码', en: 'the unit’s current code' }),
    next: argument('<new-code>', { zh: '新代码', en: 'the new code' }),
    on: onParam,
    reason: reasonParam,
  },
  run: ({ db, stamp, today }, { code, next, on = today, reason }) => {
    const tree = loadTree(db, on);
    const unit = unitNamed(tree, code);
    refuseIf(recodeProblem({ ...unit, ...presentTerm(db, unit.unit_id) }, next, tree.terms, on));
    recodeUnit(db, unit, next, stamp(on, reason));
    return {
      view: lines(
        { unit: next, former_code: unit.code, from_on: on },
        {
          zh: `${unit.name} 自 ${on} 起代码为 ${next}（原 ${unit.code}）`,
          en: `${unit.name} has the code ${next} from ${on} on (before: ${unit.code})`,
        },
      ),
      records: [next],
    };
  },
});
