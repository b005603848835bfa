import { labelOf, nameOf, type Param } from '../cli/param.ts';
import type { Call } from '../cli/tree.ts';
import type { Failure } from '../kernel/failure.ts';

/** Failures that other answers can avoid, or the same a moment later: a ledger is busy for a while, a file is corrected. */
const AVOIDABLE: readonly Failure['kind'][] = ['usage', 'refused', 'not-found', 'ledger', 'rejected'];

export const isAvoidable = ({ kind }: Failure) => AVOIDABLE.includes(kind);

/**
 * The parameters that a failure is about: their options are named in it or in its hint, their columns with the value in 「」, or
 * the day that was given for them.
 */
export function faultsIn({ text, hint }: Failure, params: Call['params'], given: Call['given'] = {}): string[] {
  const said = [text.zh, text.en, hint?.zh, hint?.en].join('\n');
  const options = new Set(said.match(/--[a-z][a-z-]*|<[a-z-]+>/g));
  const isDayIn = (name: string, param: Param<unknown>) =>
    param.term.includes('<day>') && typeof given[name] === 'string' && text.zh.includes(String(given[name]));
  return Object.entries(params)
    .filter(
      ([name, param]) =>
        options.has(nameOf(param)) || text.zh.includes(`${labelOf(param).zh}「`) || isDayIn(name, param),
    )
    .map(([name]) => name);
}

/** Whether the rules refuse what was just said for a parameter, and nothing else can be what is wrong or is still to come. */
export function refusesAnswer(failure: Failure, name: string, params: Call['params'], given: Call['given']): boolean {
  // A record that is not there was named before.
  if (failure.kind === 'not-found') return false;
  const faults = faultsIn(failure, params, given);
  return faults.includes(name) && faults.every(fault => fault === name || fault === 'on');
}
