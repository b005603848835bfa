import { approximately } from '../../kernel/approximately.ts';
import type { Day } from '../../kernel/day.ts';
import { type Period, periodText } from '../../kernel/period.ts';
import { type Text, untranslated } from '../../kernel/text.ts';
import type { Cell } from '../../kernel/view.ts';
import type { Scope } from '../scope.ts';

/** How the headline counts: rosters as on the period's last day, events as they happened within it. */
export function headlineRule(period: Period): Text {
  const span = periodText(period);
  return {
    zh: `口径：机构、场所、队伍、名册按期末（${period.to}）在册的计；走访、化解、代办按统计期内（${span.zh}）发生的计`,
    en: `Counting: units, sites, people and lists as on ${period.to}; visits, settlements and agency cases as they happened in the period (${span.en}).`,
  };
}

/** What a headline of one unit counts, and what it leaves out because only units above it have it. */
export function unitRule({ unit }: Pick<Scope, 'unit'>): Text[] {
  if (!unit || unit.level === 'banner') return [];
  const above = unit.level === 'township' ? OF_BANNER : OF_TOWNSHIP;
  return [
    {
      zh: `只计${unit.name}及其下级：走访按户所在机构，化解按化解单位，代办按登记单位；${above.zh}，不在表内`,
      en: `Only ${unit.name} and what lies below it: visits by the household’s unit, settlements by the unit that settled, agency cases by the unit where they were lodged. ${above.en} left out.`,
    },
  ];
}

const OF_BANNER: Text = {
  zh: '乡镇数、调解窗口、进驻部门、调研指导组只有全旗才有',
  en: 'Townships, windows, stationed departments and guidance groups are the whole banner’s and',
};
const OF_TOWNSHIP: Text = {
  zh: '乡镇、村、社区数和工作站、调解窗口、进驻部门、调研指导组是上级才有的',
  en: 'Numbers of units, stations, windows, stationed departments and guidance groups are those of units above and',
};

/** A period that is not over yet: its days to come are in no figure. */
export function notOver({ period, today }: { readonly period: Period; readonly today: Day }): Text[] {
  const zh = `注意：统计期至 ${period.to} 结束，今天是 ${today}；期末在册的按目前登记的计，今天以后的事项尚未发生`;
  const en = `Note: the period ends on ${period.to}, after today (${today}); rosters of that day are as entered so far, and nothing after today has happened yet.`;
  return period.to <= today ? [] : [{ zh, en }];
}

/** Visits as briefings write them beside the figure: 270,600（27万余户次）. */
export function householdVisits(value: Cell): Text {
  const count = Number(value);
  const exact = count.toLocaleString('en-US');
  const about = approximately(count);
  if (about === String(count)) return untranslated(exact);
  return { zh: `${exact}（${about}户次）`, en: `${exact} (${about}户次)` };
}
