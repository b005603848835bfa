import type { Command } from '../cli/command.ts';
import { addCommand, changeCommand } from './add-and-change.ts';
import { historyCommand } from './history-command.ts';
import { fileCommands } from './register-commands.ts';
import { closeCommand, withdrawCommand } from './simple-end.ts';
import { listCommand, showCommand } from './simple-list-show.ts';
import { hasSpan, type SimpleRecord } from './simple-record.ts';
import { simpleRegister } from './simple-register.ts';
import { simpleView } from './simple-view.ts';
import type { SimpleWords } from './simple-words.ts';

/** list, show, add, change, close or withdraw, history, import and template of a simple record. */
export function simpleCommands(record: SimpleRecord, words: SimpleWords): Command[] {
  const { noun, title } = record;
  const { sample, add, change, file } = words;
  const register = simpleRegister(record);
  const view = simpleView(record, words);
  return [
    listCommand(view),
    showCommand(view),
    addCommand(register, `${noun} add ${add}`),
    ...(change === undefined ? [] : [changeCommand(register, `${noun} change ${sample} ${change}`)]),
    ...(hasSpan(record) ? [closeCommand(view)] : []),
    ...(record.eventDay ? [withdrawCommand(view)] : []),
    historyCommand(noun, title, sample, (db, key) => view.find(db, key).id, view.history, {
      about: (db, key) => view.codesIn(view.find(db, key)),
    }),
    ...(file === undefined ? [] : fileCommands(register, `demo/${file}`)),
  ];
}
