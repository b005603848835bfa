import { writes } from '../cli/all-params.ts';
import { isSaid, type MeaningPlace, type Param } from '../cli/param.ts';
import type { Call } from '../cli/tree.ts';
import type { Failure } from '../kernel/failure.ts';
import { faultsIn } from './fault.ts';

/** The words of a command's parameters, by name, as a command line gives them. */
export type Given = Call['given'];

/** One line of a form. */
export interface Item {
  readonly name: string;
  readonly param: Param<unknown>;
}

const itemsOf = (params: Call['params']): Item[] => Object.entries(params).map(([name, param]) => ({ name, param }));

/** Whether a command line says something of a parameter. */
export const isGiven = (given: Given, name: string): boolean => isSaid(given[name]);

/** Whether the command cannot do without it; a flag that is left out says no. */
const isNeeded = ({ kind, always }: Param<unknown>) => always && kind !== 'flag';

/** What a form may ask for, in order: what the command cannot do without, and what the rules often demand. */
export function askedItems({ command }: Call): Item[] {
  const items = itemsOf(command.params).filter(
    ({ param }) => isNeeded(param) || param.isAsked || param.demanded !== undefined,
  );
  return [...items.filter(({ param }) => !param.isAskedLast), ...items.filter(({ param }) => param.isAskedLast)];
}

/** Whether the answers so far call for an item. */
export function isDue({ param }: Item, place: MeaningPlace | undefined, given: Given): boolean {
  const { isAsked, demanded } = param;
  if (isNeeded(param) || isAsked === true) return true;
  const conditions = [isAsked, demanded].filter(condition => typeof condition === 'function');
  return place !== undefined && conditions.some(holds => holds(place, given));
}

/** What else can be filled in; what all commands share is left to the command line. */
export function furtherItems({ command }: Call, given: Given): Item[] {
  return itemsOf(command.params).filter(
    ({ name, param }) => !isNeeded(param) && !param.isForLines && !isGiven(given, name),
  );
}

/** What was filled in, in the order of the form. */
export function filledItems({ command }: Call, given: Given): Item[] {
  return itemsOf(command.params).filter(({ name }) => isGiven(given, name));
}

/** Whether a command that writes lacks something that it needs; `own` says whether the user has set it once for all. */
export function lacksSomething({ command, params, given }: Call, own: (param: Param<unknown>) => boolean): boolean {
  const lacking = itemsOf(params).filter(({ name, param }) => isNeeded(param) && !isGiven(given, name) && !own(param));
  return writes(command) && lacking.length > 0;
}

/** Whether a usage error names something that was left out, so that it can be asked for. */
export function asksForMore(failure: Failure, { params, given }: Call): boolean {
  return failure.kind === 'usage' && faultsIn(failure, params).some(name => !isGiven(given, name));
}

/** Whether the rules can be heard before the last page: not of commands that read files, which takes long, or make ledgers. */
export function isTried({ command }: Call, given: Given): boolean {
  // A file that is left out is not read.
  const readsFiles = itemsOf(command.params).some(
    ({ name, param: { kind, term } }) => term.includes('<file') && (kind === 'argument' || isGiven(given, name)),
  );
  const readsInput = Object.values(given).some(word => word === '-');
  return command.access === 'write' && !readsFiles && !readsInput;
}
