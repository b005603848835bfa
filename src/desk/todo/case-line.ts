import type { TodoLine } from './rules.ts';
import type { ListedCase } from './store.ts';

/** The command line of a verb on a case. */
export function commandOf(verb: string, { kind, number }: ListedCase): string {
  return `tiaochu ${kind} ${verb} ${number}`;
}

/** A line about a case: it waits for the holder, without a last day, where nothing else is said. */
export function lineOf(
  { kind, number, title, holder, agent }: ListedCase,
  line: Pick<TodoLine, 'wait' | 'what' | 'command'> & Partial<TodoLine>,
): TodoLine {
  return { about: number, group: `${kind} ${number}`, title, unit: holder, agent, dueOn: null, ...line };
}
