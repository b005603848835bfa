import { command } from '../../cli/command.ts';
import { periodParams, unitParam } from '../../cli/places.ts';
import { BEGINNING, type Day } from '../../kernel/day.ts';
import { type Period, periodOf, periodText } from '../../kernel/period.ts';
import type { Text } from '../../kernel/text.ts';
import { column, type Table } from '../../kernel/view.ts';
import { campaignStart } from '../../ledger/campaign.ts';
import { loadTree } from '../../units/store.ts';
import { everyUnit, type UnitTree, unitLives, unitsWithin } from '../../units/tree.ts';
import { type MissedPeriod, missedPeriods } from '../due.ts';
import { KINDS } from '../meeting.ts';
import { allMeetings, groupReports, groupsOn } from '../store.ts';

export const due = command({
  name: 'due',
  zh: '应开',
  summary: {
    zh: '应开未开的会：各乡镇缺的半月、月调度，旗缺的或汇报不全的季度',
    en: 'meetings that were due and not held, and quarters without all reports',
  },
  example: 'meeting due --from 2023-05-01 --to 2023-12-31',
  access: 'read',
  personal: true,
  params: { ...periodParams, unit: unitParam },
  run: ({ db, today }, input) => {
    const period = bounded(periodOf(input, today));
    const tree = loadTree(db, period.to);
    const within = unitsWithin(tree, input.unit);
    const units = livingUnits(tree).filter(unit => !within || within.has(unit.unit_id));
    const held = { meetings: allMeetings(db), reports: groupReports(db), groupsOn: (day: Day) => groupsOn(db, day) };
    const start = campaignStart(db);
    const missed = missedPeriods(units, held, period, today, start);
    return { view: missedTable(missed, period, start), counts: { shown: missed.length } };
  },
});

/** The units of a tree, each from the first day of its life on: a change of name or parent ends no duty to meet. */
function livingUnits(tree: UnitTree) {
  const lives = new Map(unitLives(tree.terms).map(unit => [unit.unit_id, unit]));
  return everyUnit(tree).map(unit => ({ ...unit, from_on: lives.get(unit.unit_id)?.from_on ?? unit.from_on }));
}

/** A period without a first day begins with the year of its last day. */
function bounded({ from, to }: Period): Period {
  return { from: from === BEGINNING ? `${to.slice(0, 4)}-01-01` : from, to };
}

function missedTable(missed: readonly MissedPeriod[], period: Period, start: Day | undefined): Table {
  return {
    shape: 'table',
    title: { zh: `应开未开的会（${periodText(period).zh}）`, en: `Meetings missed (${periodText(period).en})` },
    columns: [
      column('unit_code', '机构代码', 'Unit code', 'code'),
      column('unit', '机构', 'Unit', 'label'),
      column('kind', '会议种类', 'Kind', 'word'),
      column('first_on', '起', 'From', 'day'),
      column('last_on', '止', 'To', 'day'),
      column('missing', '所缺', 'Missing'),
      column('reported', '已汇报', 'Reported', 'integer'),
      column('groups', '应汇报', 'Groups', 'integer'),
    ],
    rows: missed.map(({ unit, kind, period: { from, to }, ...state }) => ({
      unit_code: unit.code,
      unit: unit.name,
      kind: KINDS[kind],
      first_on: from,
      last_on: to,
      missing: missingText(state),
      ...(kind === 'quarter' ? { reported: state.reported, groups: state.groups } : {}),
    })),
    notes: [countingText(missed.length), ...(start === undefined || start <= period.from ? [] : [sinceText(start)])],
  };
}

function missingText({ held, reported, groups }: Pick<MissedPeriod, 'held' | 'reported' | 'groups'>): Text {
  if (!held) return { zh: '未开会', en: 'no meeting' };
  return { zh: `缺 ${groups - reported} 个组的汇报`, en: `reports of ${groups - reported}` };
}

const countingText = (missed: number): Text => ({
  zh: `共缺 ${missed} 次；只计统计期内已经结束的整半月（1 日至 15 日、16 日至月末）、整月、整季，且该机构整期在册；季度须有会议当天在册各指导组的汇报；未写起始日期的，从当年 1 月 1 日起计`,
  en: `${missed} missed. Only half months (1st to 15th, 16th to the end), months and quarters count that lie wholly inside the period, have ended, and during all of which the unit existed. A quarter needs the reports of all guidance groups in force on the day of its meeting. Without a first day the period starts on 1 January of its year.`,
});

/** Nothing that ended before the campaign is demanded. */
function sinceText(start: Day): Text {
  return {
    zh: `行动自 ${start} 启动，在此之前结束的半月、月、季不计（tiaochu campaign show）`,
    en: `The campaign starts on ${start}: what ended before is not counted (campaign show)`,
  };
}
