import { expect } from 'vitest';
import { Failure } from '../../src/kernel/failure.ts';

/** What a rule says no to, or the value. */
export function unlessRefused<T>(work: () => T): T | Failure {
  try {
    return work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** A refusal names a next step, in both languages. */
export function expectNextStep({ kind, hint }: Failure): void {
  expect([kind, hint?.zh ?? '', hint?.en ?? '']).toEqual(['refused', hint?.zh || 'a hint', hint?.en || 'a hint']);
}

/** The statuses to which a move can lead from a status; none where there is no such move. */
export function targetsIn<S extends string, M extends string>(
  table: Readonly<Record<S, Partial<Record<M, readonly S[]>>>>,
) {
  return (status: S, move: M): readonly S[] => table[status][move] ?? [];
}
