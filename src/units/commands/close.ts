import { command } from '../../cli/command.ts';
import { argument } from '../../cli/param.ts';
import { onParam, reasonParam } from '../../cli/places.ts';
import { endingProblem } from '../../kernel/day.ts';
import { refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import type { OpenWork } from '../open-work.ts';
import { openWorkProblem } from '../rules.ts';
import { endUnit, loadTree } from '../store.ts';
import { unitNamed } from '../tree.ts';

export const close = (openWork: readonly OpenWork[]) =>
  command({
    name: 'close',
    zh: '停用',
    summary: {
      zh: '从某日起停用机构（有未结工作时不能停用）',
      en: 'close a unit from a day on; not while it has open work',
    },
    example: 'unit close 150722100200 --on 2024-01-01',
    access: 'write',
    params: {
      code: argument('<code>', { zh: '机构代码', en: 'the unit’s code' }),
      on: onParam,
      reason: reasonParam,
    },
    run: ({ db, stamp, today }, { code, on = today, reason }) => {
      const unit = unitNamed(loadTree(db, on), code);
      refuseIf(endingProblem(unit.name, unit, on));
      const open = openWork.map(({ count, ...words }) => ({ ...words, count: count(db, unit.unit_id, on) }));
      refuseIf(openWorkProblem(unit.name, open, on));
      endUnit(db, unit.unit_id, stamp(on, reason));
      return {
        view: lines(
          { unit: unit.code, to_on: on },
          { zh: `${unit.name} 自 ${on} 起停用`, en: `${unit.name} is closed from ${on} on` },
        ),
        records: [unit.code],
      };
    },
  });
