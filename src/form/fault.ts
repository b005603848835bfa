import { labelOf, nameOf } from '../cli/param.ts';
import type { Call } from '../cli/tree.ts';
import type { Failure } from '../kernel/failure.ts';

/** Failures that other answers can avoid, or the same a moment later: a ledger is busy for a while, a file is corrected. */
const AVOIDABLE: readonly Failure['kind'][] = ['usage', 'refused', 'not-found', 'ledger', 'rejected'];

export const isAvoidable = ({ kind }: Failure) => AVOIDABLE.includes(kind);

/** The parameters that a failure is about: their options are named in it or in its hint, or their columns with the value in 「」. */
export function faultsIn({ text, hint }: Failure, params: Call['params']): string[] {
  const said = [text.zh, text.en, hint?.zh, hint?.en].join('\n');
  const options = new Set(said.match(/--[a-z][a-z-]*|<[a-z-]+>/g));
  return Object.entries(params)
    .filter(([, param]) => options.has(nameOf(param)) || text.zh.includes(`${labelOf(param).zh}「`))
    .map(([name]) => name);
}
