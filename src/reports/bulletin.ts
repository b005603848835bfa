import { command } from '../cli/command.ts';
import { periodParams } from '../cli/places.ts';
import { approximately } from '../kernel/approximately.ts';
import type { Period } from '../kernel/period.ts';
import { periodOf, periodText } from '../kernel/period.ts';
import type { Text } from '../kernel/text.ts';
import { lines, type View } from '../kernel/view.ts';
import { coverage } from './coverage.ts';
import { headlineFigures } from './headline.ts';
import { resolution } from './resolution.ts';

/** The headline as a page of prose with its tables, for a briefing: every figure is computed, none is written by hand. */
export const bulletin = command({
  name: 'bulletin',
  zh: '简报',
  summary: {
    zh: '把总览写成一页简报，附走访和化解表',
    en: 'the headline as a page of prose with the tables, for a briefing',
  },
  example: 'report bulletin --from 2023-05-01 --to 2023-12-31',
  access: 'read',
  plain: true,
  params: periodParams,
  run: async (context, input) => {
    const { handle, today } = context;
    const period = periodOf(input, today);
    const figures = headlineFigures(handle, period);
    const banner = handle
      .prepare("select name from unit_term where level = 'banner' order by from_on desc limit 1")
      .pluck()
      .get();
    const { view: covered } = await coverage.run(context, { by: 'township', ...input });
    const { view: settled } = await resolution.run(context, { by: 'tier', ...input });
    const pages: View[] = [lines({ ...figures }, ...prose(String(banner), figures, period)), covered, settled];
    return { view: { shape: 'pages', pages } };
  },
});

type Figures = Readonly<Record<string, number | null>>;

function prose(banner: string, figures: Figures, period: Period): Text[] {
  const n = (key: string): Text => {
    const value = figures[key] ?? 0;
    return { zh: approximately(value), en: value.toLocaleString('en-US') };
  };
  const share = figures.coverage ?? null;
  const coverageText = share === null ? '—' : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
  const span = periodText(period);
  const part = (zh: string, en: string): Text => ({
    zh: filled(zh, key => n(key).zh),
    en: filled(en, key => n(key).en),
  });
  return [
    {
      zh: `${banner}矛盾纠纷调处化解工作简报（${span.zh}）`,
      en: `${banner}: briefing on mediation and visits (${span.en})`,
    },
    part(
      '全旗 {townships} 个乡镇、{villages} 个行政村、{communities} 个社区，建立工作站 {stations} 个、工作小组 {working_groups} 个；指挥中心设 {windows} 个调解窗口，{departments} 个部门进驻。',
      'The banner has {townships} townships, {villages} villages and {communities} communities, with {stations} stations and {working_groups} working groups; the command centre has {windows} windows and {departments} stationed departments.',
    ),
    part(
      `{guidance_groups} 个调研指导组指导，{teams} 支服务队、{cadres} 名干部结成 {pairs} 对入户，累计走访{household_visits}户次，覆盖率 ${coverageText}，民情日记 {diaries} 本。`,
      `Under {guidance_groups} guidance groups, {teams} teams with {cadres} cadres in {pairs} pairs made {household_visits} household visits, covering ${coverageText}, with {diaries} diaries.`,
    ),
    part(
      '主动排查化解矛盾纠纷 {disputes_proactive_settled} 件次，在用村规民约 {village_rules} 个；信访代办员 {agents} 名，代办信访事项 {agency_cases} 件。',
      '{disputes_proactive_settled} disputes that were found proactively were settled; {village_rules} village rules are in force; {agents} petition agents took on {agency_cases} matters.',
    ),
  ];
}

function filled(text: string, value: (key: string) => string): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => value(key));
}
