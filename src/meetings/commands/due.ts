import { command } from '../../cli/command.ts';
import { periodParams, unitParam } from '../../cli/places.ts';
import { BEGINNING, type Day } from '../../kernel/day.ts';
import { type Period, periodOf, periodText } from '../../kernel/period.ts';
import type { Text } from '../../kernel/text.ts';
import { column } from '../../kernel/view.ts';
import { campaignStart } from '../../ledger/campaign.ts';
import { loadTree } from '../../units/store.ts';
import { everyUnit, unitLives, unitsWithin } from '../../units/tree.ts';
import { type MissedPeriod, missedPeriods } from '../due.ts';
import { KINDS } from '../rules.ts';
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
  params: { ...periodParams, unit: unitParam },
  run: ({ db, today }, input) => {
    const period = bounded(periodOf(input, today));
    const tree = loadTree(db, period.to);
    const within = unitsWithin(tree, input.unit);
    const lives = new Map(unitLives(tree.terms).map(unit => [unit.unit_id, unit]));
    const units = everyUnit(tree)
      .filter(unit => !within || within.has(unit.unit_id))
      .map(unit => ({ ...unit, from_on: lives.get(unit.unit_id)?.from_on ?? unit.from_on }));
    const held = {
      meetings: allMeetings(db),
      reports: groupReports(db),
      groupsOn: (day: string) => groupsOn(db, day),
    };
    const start = campaignStart(db);
    const missed = missedPeriods(units, held, period, today, start);
    return {
      view: {
        shape: 'table',
        title: { zh: `应开未开的会（${periodText(period).zh}）`, en: `Meetings missed (${periodText(period).en})` },
        columns: [
          column('unit_code', '机构代码', 'Unit code'),
          column('unit', '机构', 'Unit'),
          column('kind', '会议种类', 'Kind'),
          column('first_on', '起', 'From', 'day'),
          column('last_on', '止', 'To', 'day'),
          column('missing', '缺什么', 'Missing'),
          column('reported', '已汇报', 'Reported', 'integer'),
          column('groups', '应汇报', 'Groups', 'integer'),
        ],
        rows: missed.map(one => ({
          unit_code: one.unit.code,
          unit: one.unit.name,
          kind: KINDS[one.kind],
          first_on: one.period.from,
          last_on: one.period.to,
          missing: missingText(one),
          ...(one.kind === 'quarter' ? { reported: one.reported, groups: one.groups } : {}),
        })),
        notes: [
          {
            zh: `共缺 ${missed.length} 次；只算统计期内已经结束的整半月（1 日至 15 日、16 日至月末）、整月、整季，且该机构整期在册；季度要会议当天在册的各指导组都有汇报；没有写起始日期时从当年 1 月 1 日算起`,
            en: `${missed.length} missed. Counted are whole half months (1st to 15th, 16th to the end), months and quarters inside the period that have ended and for all of which the unit stood. A quarter needs the reports of all guidance groups in force on the day of its meeting. Without a first day: from 1 January of the year.`,
          },
          ...(start === undefined || start <= period.from ? [] : [sinceText(start)]),
        ],
      },
      counts: { shown: missed.length },
    };
  },
});

/** A remark that nothing before the campaign is demanded. */
function sinceText(start: Day): Text {
  return {
    zh: `行动自 ${start} 启动，在那之前结束的半月、月、季不算（campaign show）`,
    en: `The campaign starts on ${start}: nothing that ended before it was due (campaign show)`,
  };
}

/** A period without a beginning begins with its last day's year. */
function bounded({ from, to }: Period): Period {
  return { from: from === BEGINNING ? `${to.slice(0, 4)}-01-01` : from, to };
}

function missingText({ held, reported, groups }: MissedPeriod): Text {
  if (!held) return { zh: '没有开会', en: 'no meeting' };
  return { zh: `缺 ${groups - reported} 个组的汇报`, en: `reports of ${groups - reported}` };
}
