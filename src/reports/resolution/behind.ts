import type { Scope } from '../scope.ts';
import { divisionOf } from './division.ts';
import { resolutionFacts } from './facts.ts';
import { type Behind, sortIntoRows, together } from './figures.ts';

/** The stays behind the figures of a period, township by township, all in one: what moves inside a township is left out. */
export function staysBehind(scope: Scope): Behind {
  const { rowOf } = divisionOf(scope, 'township');
  return together(sortIntoRows(resolutionFacts(scope), scope.period, rowOf).values());
}
