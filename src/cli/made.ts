import { hiddenIn } from '../kernel/hiding.ts';
import type { Made } from '../output/style.ts';
import type { Context } from './command.ts';
import { everyone, revealers } from './common-params.ts';
import type { Job } from './context.ts';
import { nameOf } from './param.ts';

/** What a file with a result says of where it comes from. */
export function madeBy(job: Job, { at, today, reveal }: Pick<Context, 'at' | 'today' | 'reveal'>): Made {
  const { call, areas } = job;
  const [noun = ''] = call.path.split(' ');
  const { solo, zh = noun } = areas.find(({ name }) => name === noun) ?? {};
  return {
    name: { zh: solo ? zh : `${zh}${call.command.zh}`, en: call.path.charAt(0).toUpperCase() + call.path.slice(1) },
    command: [call.path, ...wordsOf(job, reveal)].join(' '),
    at,
    today,
    masked: call.command.personal ? !reveal : undefined,
  };
}

/** Options that change nothing about what is in the file, or are about who asked. */
const LEFT_OUT: ReadonlySet<string> = new Set(Object.keys({ ...everyone, ...revealers }));

/**
 * The arguments and options of a command as they were given. Where names are masked, so are those that were looked for, and
 * those that were written.
 */
function wordsOf({ call: { command, params, given } }: Job, reveal: boolean): string[] {
  const isMasked = !reveal && (command.personal === true || command.access !== 'read');
  const shown = (word: unknown) => {
    const text = String(word);
    if (isMasked && /[^\x20-\x7e]/.test(text)) return '…';
    return isMasked ? hiddenIn(text) : text;
  };
  return Object.entries(params).flatMap(([name, param]) => {
    const value = given[name];
    if (value === undefined || value === false || LEFT_OUT.has(name)) return [];
    const words = value === true ? [] : [value].flat().map(shown);
    return param.kind === 'argument' ? words : [nameOf(param), ...words];
  });
}
