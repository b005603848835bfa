import { approximately } from '../../kernel/approximately.ts';
import type { Day } from '../../kernel/day.ts';
import { type Period, periodText } from '../../kernel/period.ts';
import { type Text, untranslated } from '../../kernel/text.ts';
import type { Cell } from '../../kernel/view.ts';

/** How the headline counts: rosters as on the period's last day, events as they happened within it. */
export function headlineRule(period: Period): Text {
  const span = periodText(period);
  return {
    zh: `口径：机构、场所、队伍、名册按期末（${period.to}）在册的计；走访、化解、代办按统计期内（${span.zh}）发生的计`,
    en: `Counting: units, sites, people and lists as on ${period.to}; visits, settlements and agency cases as they happened in the period (${span.en}).`,
  };
}

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
