import type { Area, Command } from '../cli/command.ts';
import { LIST, SHOW } from '../cli/verbs.ts';

/** Areas of commands by their names. An area's code is loaded when it is called: no command waits for another's. */
export type AreaTree = Readonly<Record<string, Omit<Area, 'name' | 'group'>>>;

/** What loads the page of one record and the list of all without the commands that write. */
interface Reading {
  readonly list: () => Promise<Command>;
  readonly show: () => Promise<Command>;
}

/** Loads a list or a page by itself where it is called by its name, else all commands of its area: acts have far more code. */
export function apart({ list, show }: Reading, all: Area['load']): Area['load'] {
  return async verb => {
    if (verb === SHOW.name || verb === SHOW.zh) return [await show()];
    return verb === LIST.name || verb === LIST.zh ? [await list()] : all(verb);
  };
}
