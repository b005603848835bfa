import type { Command } from '../cli/command.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type HistoryWords, historyCommand } from './history-command.ts';
import { importCommand } from './import-command.ts';
import type { Register } from './register.ts';
import { templateCommand } from './template-command.ts';

/** history, import and template: what every noun with a register has besides its own commands. */
export function registerCommands<R extends object, B>(
  register: Register<R, B>,
  sample: string,
  idOf: (db: Db, key: string) => number | readonly number[],
  words: HistoryWords,
  keyTerm?: string,
): Command[] {
  const { noun, title, sheet } = register;
  return [
    historyCommand(noun, title, sample, idOf, words, keyTerm),
    importCommand(register, `${noun} import demo/${noun}s.csv`),
    templateCommand(noun, title, sheet),
  ];
}
