import type { Area } from '../cli/command.ts';

/** Areas of commands by their names. An area's code is loaded when it is called: no command waits for another's. */
export type AreaTree = Readonly<Record<string, Omit<Area, 'name' | 'group'>>>;
