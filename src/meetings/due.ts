import { addDays, type Day, encloses } from '../kernel/day.ts';
import { liesBefore, type Period } from '../kernel/period.ts';
import { TIER } from '../units/level.ts';
import type { UnitTerm } from '../units/tree.ts';
import { HOLDER_TIER, KIND_LIST, type MeetingKind } from './meeting.ts';
import { periodsDue } from './periods.ts';
import { reportedGroups } from './rules.ts';
import type { GroupReport, Meeting } from './store.ts';

/** A period without its meeting, or a quarter whose meeting lacks reports. */
export interface MissedPeriod {
  readonly unit: UnitTerm;
  readonly kind: MeetingKind;
  readonly period: Period;
  readonly held: boolean;
  /** Groups in force on the day of the last such meeting (or on the period's last day), and how many of them reported. */
  readonly reported: number;
  readonly groups: number;
}

/** The meetings that were held, and which groups should report on a day. */
export interface Held {
  readonly meetings: readonly Pick<Meeting, 'id' | 'kind' | 'unit_id' | 'held_on'>[];
  readonly reports: readonly GroupReport[];
  groupsOn(day: Day): readonly string[];
}

/**
 * The periods that units missed (S-42 to S-44): the unit existed for the whole of the period and held no meeting of its kind
 * in it; a quarter is complete only with the reports of all guidance groups in force when they were heard. Nothing that
 * ended before the campaign's start was due.
 */
export function missedPeriods(
  units: readonly UnitTerm[],
  held: Held,
  { from, to }: Period,
  today: Day,
  start?: Day,
): MissedPeriod[] {
  return units.flatMap(unit =>
    KIND_LIST.filter(kind => HOLDER_TIER[kind] === TIER[unit.level]).flatMap(kind =>
      periodsDue(kind, from, to, today)
        .filter(period => !liesBefore(period, start))
        .filter(period => encloses(unit, { from_on: period.from, to_on: addDays(period.to, 1) }))
        .map(period => stateOf(unit, kind, period, held))
        .filter(state => !state.held || state.reported < state.groups),
    ),
  );
}

function stateOf(unit: UnitTerm, kind: MeetingKind, period: Period, held: Held): MissedPeriod {
  const meetings = held.meetings
    .filter(meeting => meeting.unit_id === unit.unit_id && meeting.kind === kind)
    .filter(({ held_on }) => held_on >= period.from && held_on <= period.to);
  const ids = new Set(meetings.map(meeting => meeting.id));
  const groups = kind === 'quarter' ? held.groupsOn(meetings.at(-1)?.held_on ?? period.to) : [];
  const reports = held.reports.filter(report => ids.has(report.meeting_id));
  const reported = reportedGroups(groups, reports);
  return { unit, kind, period, held: meetings.length > 0, reported, groups: groups.length };
}
