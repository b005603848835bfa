import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { type Level, TIER } from '../units/level.ts';
import { HOLDER_TIER, KINDS, type MeetingKind } from './meeting.ts';

/** Townships hold dispatch meetings every half month and month, the banner hears the groups every quarter (S-42 to S-44). */
export function holderProblem(kind: MeetingKind, level: Level): Text | undefined {
  if (TIER[level] === HOLDER_TIER[kind]) return undefined;
  const holder = HOLDER_TIER[kind] === 1 ? { zh: '旗', en: 'the banner does' } : { zh: '乡镇', en: 'townships do' };
  return {
    zh: `不召开${KINDS[kind].zh}，应由${holder.zh}召开`,
    en: `does not hold ${KINDS[kind].en} meetings: ${holder.en}`,
  };
}

/** The leading group meets where the banner has one (S-21). */
export function leadingGroupProblem(kind: MeetingKind, hasLeadingGroup: boolean): Text | undefined {
  if (kind !== 'leading_group' || hasLeadingGroup) return undefined;
  return {
    zh: '那一天没有领导小组（先登记：tiaochu site add --kind 领导小组）',
    en: 'has no leading group on that day (enter it first: tiaochu site add --kind leading_group)',
  };
}

/** The heads of guidance groups report at quarterly meetings only (S-44). */
export function reportKindProblem({ code, kind }: { readonly code: string; readonly kind: MeetingKind }) {
  if (kind === 'quarter') return undefined;
  return {
    zh: `${code} 是${KINDS[kind].zh}，只有季度汇报才听取各组汇报`,
    en: `${code} is a ${KINDS[kind].en} meeting: groups report at quarterly meetings`,
  };
}

interface Report {
  readonly group_code: string;
  readonly summary: string;
}

/** A report is entered once; a group may add another one to it. */
export function repeatedReportProblem(
  meeting: string,
  { group_code, summary }: Report,
  entered: readonly Report[],
): Text | undefined {
  if (!entered.some(report => report.group_code === group_code && report.summary === summary)) return undefined;
  return {
    zh: `${group_code} 在 ${meeting} 的这份汇报已经登记`,
    en: `This report of ${group_code} is already entered at ${meeting}`,
  };
}

/** How many of the groups have reported. */
export function reportedGroups(groups: readonly string[], reports: readonly Pick<Report, 'group_code'>[]): number {
  const heard = new Set(reports.map(report => report.group_code));
  return groups.filter(group => heard.has(group)).length;
}

/** What a meeting decides is due on its day or later (S-45). */
export function itemDueProblem(heldOn: Day, dueOn: Day): Text | undefined {
  if (dueOn >= heldOn) return undefined;
  return {
    zh: `办结期限 ${dueOn} 早于会议日期 ${heldOn}`,
    en: `The item would be due on ${dueOn}, before its meeting on ${heldOn}`,
  };
}

interface ItemState {
  readonly code: string;
  readonly held_on: Day;
  readonly done_on: Day | null;
}

/** An item that is done does not change any more (S-45). */
export function itemChangeProblem({ code, done_on }: ItemState): Text | undefined {
  if (done_on === null) return undefined;
  return {
    zh: `${code} 已于 ${done_on} 办结，不能再修改`,
    en: `${code} was done on ${done_on} and cannot be changed any more`,
  };
}

/** An item is done once, on a day between its meeting and today (S-45). */
export function itemDoneProblem({ code, held_on, done_on }: ItemState, on: Day, today: Day): Text | undefined {
  if (done_on !== null) return { zh: `${code} 已于 ${done_on} 办结`, en: `${code} was done on ${done_on}` };
  if (on < held_on)
    return {
      zh: `${code} 不能在 ${held_on} 的会议之前办结`,
      en: `${code} cannot be done before its meeting on ${held_on}`,
    };
  if (on > today)
    return { zh: `${on} 尚未到，不能登记为办结`, en: `${code} cannot be done on ${on}, which is after today` };
  return undefined;
}
