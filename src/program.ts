import type { Area, Program } from './cli/command.ts';
import { BEGIN } from './program/begin.ts';
import { CASES } from './program/cases.ts';
import { CENTRE } from './program/centre.ts';
import { IMPORTS } from './program/imports.ts';
import { LEDGER } from './program/ledger.ts';
import { PEOPLE } from './program/people.ts';
import { VILLAGES } from './program/villages.ts';

/** The command tree, in the order in which the help lists it. */
const TREE = { ...BEGIN, ...PEOPLE, ...CASES, ...CENTRE, ...VILLAGES, ...IMPORTS, ...LEDGER };

export const AREAS: readonly Area[] = Object.entries(TREE).map(([name, area]) => ({ name, ...area }));

export const PROGRAM: Program = {
  areas: AREAS,
  peopleOf: async () => (await import('./households/people-store.ts')).peopleBehind,
};
