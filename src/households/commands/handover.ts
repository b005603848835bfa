import { command } from '../../cli/command.ts';
import { argument, narrowing } from '../../cli/param.ts';
import { onParam, reasonParam } from '../../cli/places.ts';
import { refuse, refuseIf } from '../../kernel/failure.ts';
import { column } from '../../kernel/view.ts';
import { named } from '../../naming/named-param.ts';
import { cadreCoded } from '../../teams/cadre-store.ts';
import { pairsOn } from '../../teams/pair-store.ts';
import { pairlessThan } from '../../teams/picked.ts';
import { replaceMember } from '../replace-member.ts';
import { samePersonProblem } from '../replacement-rules.ts';

export const handover = command({
  name: 'handover',
  zh: '交接',
  summary: {
    zh: '一名干部所包的户从某日起交给另一名干部',
    en: 'hand one cadre’s households over to another from a day on',
  },
  example: 'handover 150722100200-C01 150722100200-C05 --on 2024-01-01 --yes',
  access: 'write',
  confirm: 'always',
  params: {
    from: named(argument('<from>', { zh: '移交的干部编号', en: 'the cadre who hands over' }), 'cadre'),
    to: narrowing(
      pairlessThan('from'),
      named(argument('<to>', { zh: '接手的干部编号', en: 'the cadre who takes over' }), 'cadre'),
    ),
    on: onParam,
    reason: reasonParam,
  },
  run: ({ db, stamp, today }, { on = today, reason, ...input }) => {
    const from = cadreCoded(db, input.from);
    const to = cadreCoded(db, input.to);
    refuseIf(samePersonProblem(from, to));
    const pairs = pairsOn(db, from.id, on);
    if (pairs.length === 0)
      refuse(
        { zh: `${from.code} 在 ${on} 没有结对`, en: `${from.code} is in no pair on ${on}` },
        { zh: '用 tiaochu pair list 查看当天的结对', en: 'tiaochu pair list shows the pairs' },
      );
    const rows = pairs.map(pair => replaceMember(db, pair, from, to, stamp(on, reason)));
    return {
      view: {
        shape: 'table',
        title: {
          zh: `交接：${from.code} → ${to.code}，自 ${on} 起`,
          en: `Handover: ${from.code} → ${to.code}, from ${on} on`,
        },
        columns: [
          column('old_pair', '原结对', 'Old pair', 'code'),
          column('new_pair', '新结对', 'New pair', 'code'),
          column('households', '户数', 'Households', 'integer'),
        ],
        rows,
      },
      records: [from.code, to.code],
      counts: { pairs: rows.length, households: rows.reduce((sum, row) => sum + row.households, 0) },
    };
  },
});
