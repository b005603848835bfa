import { unnamed } from '../../cli/command.ts';
import { periodParams, unitParam } from '../../cli/places.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, chosen, type Prose, type View } from '../../kernel/view.ts';
import { everyUnit } from '../../units/tree.ts';
import { coverage } from '../coverage/command.ts';
import { headlineFigures } from '../headline/command.ts';
import { headlineRule, notOver, unitRule } from '../headline/notes.ts';
import { resolution } from '../resolution/command.ts';
import { periodScope, type Scope } from '../scope.ts';
import { namedSites } from './site-names.ts';
import { bulletinText, bulletinTitle } from './text.ts';

/** The headline as a page of prose with its tables, for a briefing: every figure is computed. */
export const bulletin = unnamed({
  summary: {
    zh: '将总览编成一页简报，附走访和化解表；全旗的，或一个乡镇、一个村的',
    en: 'the headline as a page of prose with the tables, for a briefing; of the banner, a township or a village',
  },
  example: 'report bulletin --from 2023-05-01 --to 2023-12-31',
  access: 'read',
  params: { ...periodParams, unit: unitParam },
  run: async (context, input) => {
    const scope = periodScope(context, input, input.unit);
    const by = scope.unit === undefined || scope.unit.level === 'banner' ? 'township' : 'village';
    // What the page has said of its period, its tables need not say.
    const silent = { ...context, remark: () => {} };
    const { view: covered } = await coverage.run(silent, { by, ...input });
    const { view: settled } = await resolution.run(silent, { by: 'tier', ...input });
    const pages = [page(scope), narrowed(covered, VISITED, VISITED_RULE), narrowed(settled, SETTLED, SETTLED_RULE)];
    return { view: { shape: 'pages', pages } };
  },
});

function page(scope: Scope): Prose {
  const { db, tree, period } = scope;
  const unit = scope.unit ?? everyUnit(tree).find(({ level }) => level === 'banner');
  const named = { unit: unit?.name ?? '', level: unit?.level ?? 'banner', sites: namedSites(db, tree, scope.within) };
  const figures = headlineFigures(scope);
  return {
    shape: 'prose',
    title: bulletinTitle(named, period),
    paragraphs: bulletinText(named, figures),
    data: figures,
    notes: [headlineRule(period), ...unitRule(scope), ...notOver(scope)],
  };
}

/** The columns that fit a page; the reports themselves have them all. */
const VISITED = ['unit', 'households', 'visited', 'coverage', 'visits', 'missed'];
const SETTLED = [
  'tier',
  'opening',
  'registered',
  'received',
  'reopened',
  'settled',
  'escalated',
  'handed_down',
  'ended_otherwise',
  'closing',
  'settlement_rate',
  'amount_fen',
];
const VISITED_RULE: Text = {
  zh: '户数：统计期内任何一天在册的户；已访户：期内至少入户一次的户（含代访，不含电话和家中无人）；覆盖率 = 已访户 ÷ 户数',
  en: 'Households: active on any day of the period. Visited: at least one home visit (substitute visits count, phone calls and absences do not). Coverage = visited / households.',
};
const SETTLED_RULE: Text = {
  zh: '期初 + 登记 + 接收 + 重启 = 化解 + 上报 + 交办 + 其他了结（不予受理、终止、撤回、并案）+ 期末；化解率 = 当期登记并在期末已化解 ÷ 登记；协议金额按化解的算',
  en: 'Opening + registered + received + reopened = settled + escalated + handed down + ended otherwise (declined, terminated, withdrawn, merged) + closing. Settlement rate = registered in the period and settled at its end / registered. Amounts: of the settled.',
};
function narrowed(view: View, keys: readonly string[], rule: Text): View {
  if (view.shape !== 'table') return view;
  return {
    ...view,
    columns: chosen(view.columns, keys).map(({ detail: _, ...column }): Column => column),
    notes: [rule],
  };
}
