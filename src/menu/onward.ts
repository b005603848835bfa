import type { Heard } from '../cli/command.ts';
import type { Text } from '../kernel/text.ts';
import type { Guide } from './guide.ts';

/** The number of a case, as commands name what they wrote. */
const CASE = /^\d{9,}-\d{4}-P?\d+$/;
/** Commands that work on one case; what a list or a report names leads nowhere. */
const ON_CASES = /^(?:dispute|petition|do)$/;

/**
 * Runs a command line as a form, and then offers what usually comes next for the case that it wrote, as long as the user goes on
 * with it. Says whether there was such a case, and whether the user gave the command up.
 */
export async function onward({ go }: Guide, words: readonly string[]): Promise<'case' | 'done' | 'given up'> {
  let written: string | undefined;
  const heard: Heard = ({ records = [] }) => {
    const [only, ...others] = records;
    if (only !== undefined && others.length === 0 && CASE.test(only)) written = only;
  };
  if (!(await go(words, heard))) return 'given up';
  if (!ON_CASES.test(words[0] ?? '') || written === undefined) return 'done';
  while (written !== undefined) {
    const number: string = written;
    written = undefined;
    if (!(await go(['do', number], heard))) break;
  }
  return 'case';
}

/** What is asked where nothing leads on and the to-do list would cover what was said. */
export const READ: Text = { zh: '看完按回车，回到待办清单', en: 'Enter goes back to the to-do list' };
