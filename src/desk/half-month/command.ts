import { command } from '../../cli/command.ts';
import { mine, option, picks, required } from '../../cli/param.ts';
import { asOfParam } from '../../cli/places.ts';
import { refuse } from '../../kernel/failure.ts';
import { holdersOf } from '../../meetings/holders-store.ts';
import { halfMonthBefore, halfMonthUntil } from '../../meetings/periods.ts';
import { explained, explainParam, explanationOf } from '../../reports/explain.ts';
import { scopeOf, scopeOfUnit } from '../../reports/scope.ts';
import { hasTeam } from '../../units/level.ts';
import { unitNamed } from '../../units/tree.ts';
import { FIGURES } from './figures.ts';
import { leadersOn } from './leaders.ts';
import { sheetPages } from './sheet.ts';

const BY_KEY = Object.fromEntries(FIGURES.map(figure => [figure.key, figure]));

/** What a township's half-monthly meeting has to talk about, on one page, ready to print. */
export const agenda = command({
  name: 'agenda',
  zh: '议程',
  summary: {
    zh: '半月调度表（一页）：新登记、化解、上报、红色风险、逾期、核查线索、会议事项，与上半月对照，各项可列明细',
    en: 'the half-month sheet on one page: what came in, was settled, escalated, is red or overdue, decisions; beside the half month before',
  },
  example: 'meeting agenda --unit 150722100 --on 2023-06-15',
  access: 'read',
  personal: true,
  params: {
    unit: mine(
      'unit',
      required(picks('unit', option('--unit <code>', { zh: '乡镇（或旗）代码', en: 'the township (or the banner)' }))),
    ),
    on: asOfParam,
    explain: explainParam,
  },
  run: (context, { unit: asked, on = context.today, explain }) => {
    const now = scopeOf(context, halfMonthUntil(on), asked);
    const unit = unitNamed(now.tree, asked);
    if (hasTeam(unit.level))
      refuse({
        zh: `${unit.name}不召开调度会，应写乡镇或旗`,
        en: `${unit.name} holds no dispatch meetings: name a township or the banner`,
      });
    if (explain !== undefined) {
      const { title, behind } = explanationOf(BY_KEY, explain);
      return { view: explained({ title, ...behind(now) }, now.period) };
    }
    const before = scopeOfUnit(context, halfMonthBefore(now.period), unit.unit_id);
    const leaders = leadersOn(unit, on, holdersOf(context.db));
    return { view: sheetPages({ unit, now, before, leaders, reveal: context.reveal }) };
  },
});
