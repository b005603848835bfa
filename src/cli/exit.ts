import type { FailureKind } from '../kernel/failure.ts';

/** The documented exit codes. */
export const EXIT = {
  done: 0,
  bug: 1,
  usage: 2,
  'not-found': 3,
  refused: 4,
  rejected: 5,
  ledger: 6,
  cancelled: 130,
} as const satisfies Record<FailureKind | 'done' | 'bug', number>;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
