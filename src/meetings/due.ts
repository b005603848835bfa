import { addDays, type Day, encloses } from '../kernel/day.ts';
import { liesBefore, type Period } from '../kernel/period.ts';
import { TIER } from '../units/level.ts';
import type { UnitTerm } from '../units/tree.ts';
import { periodsDue } from './periods.ts';
import { HOLDER_TIER, KINDS, type MeetingKind } from './rules.ts';
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

/** What was held, and which groups should report on a day. */
export interface Held {
  readonly meetings: readonly Meeting[];
  readonly reports: readonly GroupReport[];
  groupsOn(day: Day): readonly string[];
}

/**
 * The periods that units missed (S-42 to S-44): those that stood for the whole of a period and held no meeting of its kind
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
  const kinds = Object.keys(KINDS) as MeetingKind[];
  const due = kinds.map(kind => {
    const periods = periodsDue(kind, from, to, today).filter(period => !liesBefore(period, start));
    return [kind, periods] as const;
  });
  return units.flatMap(unit =>
    due.flatMap(([kind, periods]) =>
      HOLDER_TIER[kind] === TIER[unit.level]
        ? periods.flatMap(period => {
            if (!encloses(unit, { from_on: period.from, to_on: addDays(period.to, 1) })) return [];
            const one = stateOf(unit, kind, period, held);
            return one.held && one.reported === one.groups ? [] : [one];
          })
        : [],
    ),
  );
}

function stateOf(unit: UnitTerm, kind: MeetingKind, period: Period, held: Held): MissedPeriod {
  const meetings = held.meetings.filter(
    one => one.unit_id === unit.unit_id && one.kind === kind && one.held_on >= period.from && one.held_on <= period.to,
  );
  const ids = new Set(meetings.map(one => one.id));
  const groups = kind === 'quarter' ? held.groupsOn(meetings.at(-1)?.held_on ?? period.to) : [];
  const heard = new Set(held.reports.filter(one => ids.has(one.meeting_id)).map(one => one.group_code));
  const reported = groups.filter(group => heard.has(group)).length;
  return { unit, kind, period, held: meetings.length > 0, reported, groups: groups.length };
}
