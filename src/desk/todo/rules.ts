import { type DeadlineCode, nextMove } from '../../deadlines/codes.ts';
import type { Day } from '../../kernel/day.ts';
import { type Text, type Word, wordList } from '../../kernel/text.ts';
import type { NoticeKind } from '../../petitions/notice.ts';

/** What a line of the to-do list asks for. */
export const WAITS = wordList({
  today: { zh: '今天调解', en: 'mediation today' },
  appointment: { zh: '预约调解', en: 'appointment' },
  supervised: { zh: '督办', en: 'supervised' },
  supervising: { zh: '已督办', en: 'supervising' },
  invitation: { zh: '待应邀', en: 'invitation to answer' },
  offer: { zh: '待接收', en: 'offer to answer' },
  sent: { zh: '移交未答复', en: 'offer not answered' },
  overdue: { zh: '已逾期', en: 'overdue' },
  due: { zh: '将到期', en: 'due soon' },
  returned: { zh: '被退回', en: 'returned' },
  'follow-up': { zh: '待回访', en: 'follow-up' },
  start: { zh: '待受理', en: 'to be accepted' },
  notice: { zh: '待告知', en: 'notice to serve' },
  need: { zh: '需求', en: 'need' },
  problem: { zh: '整改', en: 'problem to solve' },
  item: { zh: '会议事项', en: 'meeting item' },
  visit: { zh: '应入户', en: 'visit due' },
});

export type Wait = keyof typeof WAITS;

/** One thing that waits for a unit or an agent, and the command that does it. */
export interface TodoLine {
  readonly wait: Wait;
  /** What it is about: a case's number, a household's code, the code of a need, a problem or an item. */
  readonly about: string;
  /** The household whose need it is, so that texts hide what is known of its people. */
  readonly household?: string;
  /** Lines of one group are one to people: those of a case, and the visits of a village. */
  readonly group?: string;
  /** How many such lines there are in all, where not all are listed. */
  readonly ofMany?: number;
  readonly title: string | null;
  readonly what: Text;
  readonly unit: number;
  readonly agent: string | null;
  /** The last day for it, where it has one. */
  readonly dueOn: Day | null;
  /** Whether its deadline is law or office practice. */
  readonly basis?: Word;
  readonly command: string;
}

/** How urgent the kinds are where the days do not decide. */
const ORDER: readonly Wait[] = [
  ...(['today', 'overdue', 'supervised', 'offer', 'returned', 'due', 'appointment', 'sent', 'supervising'] as const),
  ...(['follow-up', 'notice', 'invitation', 'start', 'problem', 'item', 'need', 'visit'] as const),
];

/** Most urgent first, visits last: what people meet for today; overdue lines, the longest overdue first; then by day; then by kind. */
export function byUrgency(a: TodoLine, b: TodoLine): number {
  if ((a.wait === 'today') !== (b.wait === 'today')) return a.wait === 'today' ? -1 : 1;
  if ((a.wait === 'visit') !== (b.wait === 'visit')) return a.wait === 'visit' ? 1 : -1;
  const day = (line: TodoLine) => line.dueOn ?? '9999-12-31';
  if (day(a) !== day(b)) return day(a) < day(b) ? -1 : 1;
  const kind = ORDER.indexOf(a.wait) - ORDER.indexOf(b.wait);
  return kind || (a.about < b.about ? -1 : 1);
}

/** A line with the others of its group that are less urgent. */
export interface Group {
  readonly first: TodoLine;
  readonly others: readonly TodoLine[];
}

/** One line for each case, the most urgent of its lines; the order of the lines is that of the groups. */
export function grouped(lines: readonly TodoLine[]): Group[] {
  const groups = new Map<string, TodoLine[]>();
  for (const line of lines) {
    const key = line.group ?? line.about;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ first, others }] : []));
}

/** The last day of a deadline as the list counts to it: the earliest that it can be, and once that is over the latest. */
export function lastDay({ due_on, due_latest }: { due_on: Day; due_latest: Day | null }, today: Day): Day {
  return due_latest !== null && due_on < today ? due_latest : due_on;
}

/** What a deadline asks for on a day; on its last day it is not overdue. */
export function waitFor(rule: DeadlineCode, dueOn: Day, today: Day): Wait {
  if (dueOn < today) return 'overdue';
  return rule === 'FOLLOWUP_30' ? 'follow-up' : 'due';
}

/** How many days are left, for people; for an overdue deadline, how long it has been overdue. */
export function daysLeftText(days: number): Text {
  if (days < 0) return { zh: `已逾期 ${-days} 天`, en: `${-days} overdue` };
  return days === 0 ? { zh: '今天到期', en: 'today' } : { zh: `${days} 天`, en: String(days) };
}

interface Asked {
  readonly kind: 'dispute' | 'petition';
  readonly rule: DeadlineCode;
  readonly number: string;
  /** Whether a party refused mediation since the holder accepted the case. */
  readonly refused: 0 | 1 | null;
  readonly status: string;
  /** The department that the deadline binds, where it binds no unit. */
  readonly department_code: string | null;
  /** Whether that department has accepted the petition. */
  readonly isAccepted?: boolean;
  /** Which instalment of an agreement is due, where it has some. */
  readonly instalment?: number | undefined;
}

/**
 * The command that does what a deadline asks for. Where a party refuses, mediation ends (People's Mediation Law Art. 17);
 * what is suspended is resumed first.
 */
export function commandFor(asked: Asked): string {
  const { kind, rule, number, refused, status, department_code, instalment } = asked;
  if (rule === 'XF_NOTICE_15') return noticeOrBefore(asked);
  if (department_code !== null)
    return `tiaochu petition ${rule === 'XF_OBJECT_5WD' ? 'object' : 'report'} ${number}${ofDepartment(department_code)}`;
  const verb = nextMove(rule, kind) ?? 'show';
  const needsConsent = NEEDS_CONSENT.includes(verb);
  const first = needsConsent && refused ? 'terminate' : needsConsent && status === 'suspended' ? 'resume' : verb;
  const which = verb === 'perform' && instalment !== undefined ? ` --instalment ${instalment}` : '';
  return `tiaochu ${kind} ${first} ${number}${which}`;
}

/** A notice of what was decided: until then, whether the petition is accepted is to be decided first. */
function noticeOrBefore({ number, status, department_code, isAccepted }: Asked): string {
  const isDecided = department_code === null ? status !== 'lodged' : isAccepted === true;
  if (isDecided) return noticeCommand(number, status === 'declined' ? 'refusal' : 'acceptance', department_code);
  return `tiaochu petition accept ${number}${ofDepartment(department_code)}`;
}

/** The command that enters a notice that reached the petitioner. */
export function noticeCommand(number: string, kind: NoticeKind, department: string | null): string {
  return `tiaochu petition notice ${number} --kind ${kind}${ofDepartment(department)}`;
}

const ofDepartment = (code: string | null) => (code === null ? '' : ` --department ${code}`);

const NEEDS_CONSENT: readonly string[] = ['mediate', 'settle'];
