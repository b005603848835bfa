import { command } from '../../cli/command.ts';
import { argument, picks } from '../../cli/param.ts';
import { onParam, reasonParam } from '../../cli/places.ts';
import { endingProblem } from '../../kernel/day.ts';
import { refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { closing } from '../../register/closing.ts';
import type { OpenWork } from '../open-work.ts';
import { openWorkProblem, recodeProblem } from '../rules.ts';
import { endUnit, loadTree, presentTerm, recodeUnit } from '../store.ts';
import { unitNamed } from '../tree.ts';

export const close = (openWork: readonly OpenWork[]) =>
  closing({
    noun: 'unit',
    summary: {
      zh: '从某日起停用机构（有未结工作时不能停用）',
      en: 'close a unit from a day on; not while it has open work',
    },
    example: 'unit close 150722100200 --on 2024-01-01',
    key: picks('unit', argument('<code>', { zh: '机构代码', en: 'the unit’s code' })),
    end: (db, text, stamp) => {
      const { on } = stamp;
      const { code, name, unit_id, ...span } = unitNamed(loadTree(db, on), text);
      refuseIf(endingProblem(name, span, on));
      const open = openWork.map(({ count, ...words }) => ({ ...words, count: count(db, unit_id, on) }));
      refuseIf(openWorkProblem(name, open, on));
      endUnit(db, unit_id, stamp);
      return { key: code, zh: `${name} 自 ${on} 起停用`, en: `${name} is closed from ${on} on` };
    },
  });

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
    code: picks('unit', argument('<code>', { zh: '现在的机构代码', en: 'the unit’s current code' })),
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
