import type { Command } from '../../src/cli/command.ts';
import type { Move } from '../../src/disputes/transitions.ts';
import type { Day } from '../../src/kernel/day.ts';

/** The choices that a random act leaves open. */
export interface Choice {
  readonly on: Day;
  /** The unit that is named with `--to`. */
  readonly to: string;
  readonly grade: string;
  readonly form: string;
  readonly outcome: string;
  readonly extent: string;
  readonly refused: boolean;
  /** The number of another dispute. */
  readonly into: string;
}

const reason = ['--reason', '双方自愿'];

/** What `tiaochu dispute <move> <number>` says besides the day and the unit, so that only the rules can be against it. */
export const WORDS: Readonly<Record<Move, (choice: Choice) => readonly string[]>> = {
  accept: () => [],
  decline: () => reason,
  investigate: () => ['--investigator', '郭海山', '--asked', '何春花', '--record', '院墙建于十年前'],
  mediate: ({ outcome, refused }) => [
    ...['--mediator', '郭海山', '--outcome', outcome, '--record', '双方各执一词'],
    ...(refused ? ['--refused'] : []),
  ],
  escalate: ({ refused }) => (refused ? [] : ['--direct', '群众已聚集']),
  'hand-down': ({ to, on }) => ['--to', to, '--due', on],
  return: () => reason,
  recall: () => [],
  succeed: () => [],
  refer: ({ on }) => ['--department', 'ZRZY', '--due', on],
  report: () => ['--department', 'ZRZY', '--answer', '没有争议'],
  'report-to-police': () => ['--note', '扬言持械'],
  supervise: ({ on }) => ['--due', on],
  'supervision-reply': () => ['--reply', '已约定时间'],
  appoint: ({ on }) => ['--at-time', `${on} 09:00`, '--place', '村委会', '--mediator', '郭海山'],
  'cancel-appointment': () => [],
  joint: () => ['--with', '红彦镇'],
  regrade: ({ grade }) => ['--grade', grade, ...reason],
  settle: ({ form, on }) => ['--form', form, '--content', '各让一步', '--rights-notified', on, '--perform-by', on],
  sign: ({ on, refused }) => ['--parties', on, '--mediator', on, ...(refused ? [] : ['--committee', on])],
  perform: ({ extent }) => ['--extent', extent],
  'follow-up': () => ['--satisfaction', 'satisfied'],
  close: () => reason,
  void: () => reason,
  suspend: () => reason,
  resume: () => [],
  extend: () => ['--consented'],
  terminate: () => ['--remedies-told', ...reason],
  withdraw: () => reason,
  merge: ({ into }) => ['--into', into],
  reopen: () => reason,
  sponsor: () => ['--leader', '孟志强'],
};

/** The words of a command line as the input that its command gets, without going through the whole program. */
export function inputOf(command: Command, number: string, words: readonly string[]): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, { kind, term, many, parse }] of Object.entries(command.params)) {
    const at = words.indexOf(term.split(' ')[0] ?? term);
    const value = words[at + 1] ?? '';
    if (kind === 'argument') input[name] = number;
    else if (kind === 'flag') input[name] = at >= 0;
    else if (at >= 0) input[name] = many ? [parse(value)].flat() : parse(value);
  }
  return input;
}
