import { type Day, lengthOfMonth } from '../../kernel/day.ts';
import type { LinkedLeaderRow } from '../../linked-leaders/linked-leader.ts';
import type { MeetingRow } from '../../meetings/meeting-record.ts';
import type { PostRow } from '../../sites/post.ts';
import { workdayFrom } from '../calendar.ts';
import { dataFile, rowsIn } from '../data-file.ts';
import { BANNER, type Division } from '../divisions.ts';
import { type Random, randomFrom } from '../random.ts';
import { headAt } from './officials.ts';

const MONTHS = ['05', '06', '07', '08', '09', '10', '11', '12'];
/** What did not happen, so that the list of missed meetings is not empty: a half-month and a month. */
const MISSED: ReadonlySet<string> = new Set(['150722201-2023-09-2', '150722108-2023-10-M']);

/** The dispatch meetings of May to December: half-monthly and monthly in each township, quarterly at the banner. */
export function meetingsOf(
  divisions: readonly Division[],
  posts: readonly PostRow[],
  leaders: readonly LinkedLeaderRow[],
): MeetingRow[] {
  const townships = divisions.filter(division => division.level === 'township');
  const held = townships.flatMap(({ code }, index) => {
    const leader = leaders.find(({ unit_code }) => unit_code === code)?.name ?? '';
    return townshipMeetings(code, headAt(posts, `${code}-S01`), leader, decisionOf(index).subject);
  });
  const banners = [...quarterly(headAt(posts, LEADING_GROUP)), ...ofLeadingGroup(posts)];
  return [...held, ...banners].filter(meeting => !MISSED.has(meeting.code));
}

/** When the leading group met, and what about (S-21). */
const LEADING_GROUP_MEETINGS = [
  ['2023-05-05', '启动「千百万」行动，部署入户走访和矛盾纠纷排查'],
  ['2023-08-31', '听取上阶段进展，研究草场、欠薪等突出矛盾'],
  ['2023-12-28', '总结全年工作，研究下一年安排'],
] as const;

/** The meeting of the leading group that decided something. */
export const DECIDING_MEETING = `${BANNER.code}-2023-L2`;

/** The leading group meets under its head; the deputies and members come. */
function ofLeadingGroup(posts: readonly PostRow[]): MeetingRow[] {
  const members = posts.filter(post => post.site_code === LEADING_GROUP && post.role !== 'head');
  return LEADING_GROUP_MEETINGS.map(([held_on, summary], index) => ({
    code: `${BANNER.code}-2023-L${index + 1}`,
    kind: 'leading_group',
    unit_code: BANNER.code,
    held_on,
    chair: headAt(posts, LEADING_GROUP),
    attendees: members.map(({ holder }) => holder).join('、'),
    summary,
  }));
}

/** What a meeting of June decided: its subject, the task, who does it, and what came of it. */
interface Decision {
  readonly subject: string;
  readonly text: string;
  readonly owner: string;
  readonly result: string;
}

const DECISIONS = rowsIn<Decision>(dataFile('decisions.csv'));

/** The decision of the township that is at a place in the list of townships. */
export function decisionOf(index: number): Decision {
  return DECISIONS[index % DECISIONS.length] as Decision;
}

/** The month whose meetings decided something. */
export const DECIDED = '2023-06';
const LEADING_GROUP = `${BANNER.code}-S02`;

/** A township's meetings of a month: the end of the code, the kind, the first and last date, the subject. */
const MONTHLY = [
  ['1', 'half_month', 3, 14, '调度上半月矛盾纠纷排查化解'],
  ['2', 'half_month', 17, 27, '调度下半月矛盾纠纷排查化解'],
  ['M', 'month', 8, 22, '研究解决重点难点问题'],
] as const;

/** The head of the township chairs every half month, the linked leader every month. */
function townshipMeetings(code: string, head: string, leader: string, decided: string): MeetingRow[] {
  const random = randomFrom(`meetings ${code}`);
  return MONTHS.flatMap(month => {
    const prefix = `2023-${month}`;
    return MONTHLY.map(([end, kind, first, last, summary]) => ({
      code: `${code}-${prefix}-${end}`,
      kind,
      unit_code: code,
      held_on: dayIn(prefix, first, last, random),
      ...(kind === 'month' ? { chair: leader, linked_leader: leader } : { chair: head }),
      summary: kind === 'month' && prefix === DECIDED ? decided : summary,
    }));
  });
}

function quarterly(chair: string): MeetingRow[] {
  const random = randomFrom('quarterly meetings');
  return ['06', '09', '12'].map(month => ({
    code: `${BANNER.code}-2023-Q${Number(month) / 3}`,
    kind: 'quarter',
    unit_code: BANNER.code,
    held_on: dayIn(`2023-${month}`, 20, 26, random),
    chair,
    summary: '听取调研指导组组长工作汇报',
  }));
}

/** A working day of a month between two dates; it stays in its half. */
function dayIn(month: string, first: number, last: number, random: Random): Day {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const date = Math.min(first + Math.floor(random() * (last - first + 1)), lengthOfMonth(year, number));
  const day = `${month}-${String(date).padStart(2, '0')}`;
  const forward = workdayFrom(day, 1);
  return forward.slice(0, 7) === month && Number(forward.slice(8)) <= last + 1 ? forward : workdayFrom(day, -1);
}
