import { approximately } from '../../kernel/approximately.ts';
import { percent } from '../../kernel/figures.ts';
import { type Period, periodText } from '../../kernel/period.ts';
import type { Text } from '../../kernel/text.ts';
import { SITE_KINDS } from '../../sites/site.ts';
import type { Level } from '../../units/level.ts';
import { commonName, type NamedSite } from './site-names.ts';

/** The headline's figures by their keys; coverage is a share. */
export type Figures = Readonly<Record<string, number | null>>;

/** What a briefing is about: a unit and the sites in it, by the names of the period's last day. */
export interface Named {
  readonly unit: string;
  readonly level: Level;
  readonly sites: readonly NamedSite[];
}

/** The heading of a briefing. */
export function bulletinTitle({ unit }: Named, period: Period): Text {
  const span = periodText(period);
  return {
    zh: `${unit}矛盾纠纷调处化解工作简报（${span.zh}）`,
    en: `${unit}: briefing on mediation and visits (${span.en})`,
  };
}

/** The headline in prose: every figure is computed, sites go by the names in the data, and of a centre that is not there nothing is said. */
export function bulletinText({ unit, level, sites }: Named, figures: Figures): Text[] {
  const coverage = typeof figures.coverage === 'number' ? percent(figures.coverage) : '—';
  const centre = sites.find(site => site.kind === 'command_centre');
  const sentences = [
    placesText(unit, level, sites),
    ...(centre ? [centreText(centre)] : []),
    visitsText(level, coverage),
    CASES,
  ];
  return sentences.map(({ zh, en }) => ({
    zh: filled(zh, key => approximately(figures[key] ?? 0)),
    en: filled(en, key => (figures[key] ?? 0).toLocaleString('en-US')),
  }));
}

/** The places of a unit: those of its own level and below. */
function placesText(unit: string, level: Level, sites: readonly NamedSite[]): Text {
  const station = commonName(sites, 'work_station') ?? SITE_KINDS.work_station.zh;
  const group = commonName(sites, 'working_group') ?? SITE_KINDS.working_group.zh;
  if (level === 'banner')
    return {
      zh: `全旗 {townships} 个乡镇、{villages} 个行政村、{communities} 个社区，建立${station} {stations} 个、${group} {working_groups} 个。`,
      en: 'The banner has {townships} townships, {villages} villages and {communities} communities, with {stations} stations and {working_groups} working groups.',
    };
  if (level === 'township')
    return {
      zh: `${unit} {villages} 个行政村、{communities} 个社区，建立${station} {stations} 个、${group} {working_groups} 个。`,
      en: `${unit} has {villages} villages and {communities} communities; stations: {stations}, working groups: {working_groups}.`,
    };
  return {
    zh: `${unit}建立${group} {working_groups} 个。`,
    en: `${unit} has working groups: {working_groups}.`,
  };
}

function centreText({ name }: NamedSite): Text {
  return {
    zh: `${name}设 {windows} 个调解窗口，{departments} 个部门进驻。`,
    en: `Its command centre (${name}) has {windows} windows and {departments} stationed departments.`,
  };
}

/** Guidance groups are the banner's, so that only its briefing names them. */
function visitsText(level: Level, coverage: string): Text {
  const guided =
    level === 'banner'
      ? { zh: '{guidance_groups} 个调研指导组指导，', en: 'Under {guidance_groups} guidance groups, ' }
      : { zh: '', en: '' };
  const teams = level === 'banner' ? '{teams} teams with ' : 'Service teams: {teams}. ';
  return {
    zh: `${guided.zh}{teams} 支服务队、{cadres} 名干部结成 {pairs} 对入户，累计走访{household_visits}户次，覆盖率 ${coverage}，民情日记 {diaries} 本。`,
    en: `${guided.en}${teams}{cadres} cadres in {pairs} pairs made {household_visits} household visits, covering ${coverage}, with {diaries} diaries.`,
  };
}

const CASES: Text = {
  zh: '主动排查化解矛盾纠纷 {disputes_proactive_settled} 件次，在用村规民约 {village_rules} 个；信访代办员 {agents} 名，代办信访事项 {agency_cases} 件。',
  en: '{disputes_proactive_settled} disputes that were found proactively were settled; {village_rules} village rules are in force; {agents} petition agents took on {agency_cases} cases.',
};

function filled(text: string, value: (key: string) => string): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => value(key));
}
