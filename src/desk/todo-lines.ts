import { type DeadlineCode, nextMove } from '../deadlines/codes.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';

/** What a line of the to-do list asks for. */
export const WAITS = {
  offer: { zh: '待接收', en: 'offer to answer' },
  sent: { zh: '移交未答复', en: 'offer not answered' },
  overdue: { zh: '已逾期', en: 'overdue' },
  due: { zh: '将到期', en: 'due soon' },
  returned: { zh: '被退回', en: 'returned' },
  'follow-up': { zh: '待回访', en: 'follow-up' },
  start: { zh: '待受理', en: 'to be accepted' },
  notify: { zh: '待送达', en: 'reply to hand over' },
  visit: { zh: '久未走访', en: 'not visited for long' },
} as const satisfies Record<string, Text>;

type Wait = keyof typeof WAITS;

/** One thing that waits for a unit or an agent, and the command that does it. */
export interface TodoLine {
  readonly wait: Wait;
  /** What it is about: a case's number, a household's code. */
  readonly about: string;
  readonly title: string;
  readonly what: Text;
  readonly unit: number;
  readonly agent: string | null;
  /** The last day for it, where it has one. */
  readonly dueOn: Day | null;
  readonly command: string;
}

/** How urgent the kinds are where the days do not decide. */
const ORDER: readonly Wait[] = ['overdue', 'offer', 'returned', 'due', 'sent', 'follow-up', 'notify', 'start', 'visit'];

/** Most urgent first: what is over, the longest first; then by the day; then by kind. */
export function byUrgency(a: TodoLine, b: TodoLine): number {
  const day = (line: TodoLine) => line.dueOn ?? '9999-12-31';
  if (day(a) !== day(b)) return day(a) < day(b) ? -1 : 1;
  const kind = ORDER.indexOf(a.wait) - ORDER.indexOf(b.wait);
  return kind || (a.about < b.about ? -1 : 1);
}

/** The command that does what a deadline asks for; where a party refuses, mediation ends (People's Mediation Law Art. 17). */
export function commandFor({ kind, rule, number, refused }: Asked): string {
  const does = nextMove(rule, kind) ?? 'show';
  if (refused && NEEDS_WILLING.includes(does)) return `tiaochu ${kind} terminate ${number}`;
  return `tiaochu ${kind} ${does} ${number}`;
}

interface Asked {
  readonly kind: 'dispute' | 'petition';
  readonly rule: DeadlineCode;
  readonly number: string;
  readonly refused: 0 | 1;
}

const NEEDS_WILLING: readonly string[] = ['mediate', 'settle'];
