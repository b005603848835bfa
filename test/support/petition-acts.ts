import type { Day } from '../../src/kernel/day.ts';
import type { Move } from '../../src/petitions/transitions.ts';

/** The choices that a random act leaves open. */
export interface Choice {
  readonly on: Day;
  /** The unit that is named with `--to`. */
  readonly to: string;
  readonly agent: string;
  readonly department: string;
  readonly satisfaction: string;
  /** What a notice is about, and how it is served. */
  readonly kind: string;
  readonly how: string;
  readonly claimClass: string;
  /** Whether a review is under way, so that its opinion is what is entered. */
  readonly isDecision: boolean;
  /** Whether the act says the more unusual thing: going up directly, an agent named in a conference, a bar. */
  readonly isOdd: boolean;
}

const reason = ['--reason', '按程序办理'];
const opinion = ['--outcome', 'upheld', '--opinion', '原答复正确'];
const review = ({ isDecision }: Choice) => (isDecision ? opinion : []);
/** Above the banner is no unit of the ledger: its organ is named. */
const examined = (choice: Choice) => [...review(choice), ...(choice.isDecision ? ['--at', '呼伦贝尔市信访局'] : [])];

/** What `tiaochu petition <move> <number>` says besides the day and the unit, so that only the rules can be against it. */
export const WORDS: Readonly<Record<Move, (choice: Choice) => readonly string[]>> = {
  accept: () => [],
  decline: () => reason,
  confer: ({ agent, department, on, isOdd }) => [
    ...['--attendees', '村书记', '--analysis', '属社保经办', '--decision', '联系部门'],
    ...(isOdd ? ['--agent', agent, '--department', department, '--due', on] : []),
  ],
  assign: ({ agent, isOdd }) => (isOdd ? ['--agent', agent] : ['--take']),
  reassign: ({ agent }) => ['--agent', agent, ...reason],
  route: ({ department, on, isOdd }) => ['--department', department, ...(isOdd ? ['--due', on] : [])],
  'task-accept': ({ department }) => ['--department', department],
  'task-object': ({ department }) => ['--department', department, ...reason],
  report: ({ department }) => ['--department', department, '--answer', '已补录'],
  escalate: ({ isOdd }) => (isOdd ? ['--direct', '群众已聚集'] : []),
  'hand-down': ({ to, on }) => ['--to', to, '--due', on],
  return: () => reason,
  recall: () => [],
  succeed: () => [],
  object: () => reason,
  extend: () => ['--approver', '孟志强', ...reason],
  classify: ({ claimClass }) => ['--class', claimClass],
  conclude: ({ isOdd }) => [...(isOdd ? [] : ['--outcome', 'support']), '--reply', '已补缴'],
  notice: ({ kind, how, department, isOdd }) => [
    ...['--kind', kind, '--how', how],
    ...(isOdd ? ['--department', department] : []),
  ],
  rate: ({ satisfaction }) => ['--satisfaction', satisfaction],
  review,
  're-examine': examined,
  hear: ({ on }) => ['--from', on, '--until', on],
  'refer-to-mediation': ({ to, isOdd }) => [
    ...['--about', 'citizens', '--consented', '--category', '02', '--grade', 'major', '--title', '院墙滴水'],
    ...(isOdd ? ['--bar', 'pending', '--to', to] : []),
  ],
  void: () => ['--reason', '登记有误'],
  close: () => [],
};
