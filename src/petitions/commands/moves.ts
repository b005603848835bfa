import type { Command } from '../../cli/command.ts';
import { answering } from './answering.ts';
import { handling } from './handling.ts';
import { passing } from './passing.ts';
import { acceptCommand, objectCommand, tasks } from './tasks.ts';

/** The commands of all moves but `refer-to-mediation`, which registers a dispute and has a file of its own. */
export const moveCommands: readonly Command[] = [
  acceptCommand,
  ...handling,
  ...tasks,
  ...passing,
  objectCommand,
  ...answering,
];
