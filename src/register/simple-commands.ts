import type { Command } from '../cli/command.ts';
import { addCommand } from './add-command.ts';
import { changeCommand } from './change-command.ts';
import { historyCommand } from './history-command.ts';
import { importCommand } from './import-command.ts';
import { closeCommand } from './simple-close.ts';
import { listCommand } from './simple-list.ts';
import type { SimpleRecord } from './simple-record.ts';
import { simpleRegister } from './simple-register.ts';
import { hasSpan } from './simple-row.ts';
import { showCommand } from './simple-show.ts';
import { simpleView } from './simple-view.ts';
import type { SimpleWords } from './simple-words.ts';
import { templateCommand } from './template-command.ts';
import { withdrawCommand } from './withdraw-command.ts';

/** list, show, add, change, close or withdraw, history, import and template of a simple record. */
export function simpleCommands<R extends object>(record: SimpleRecord<R>, words: SimpleWords): Command[] {
  const { noun, title, sheet } = record;
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
    historyCommand(noun, title, sample, (db, key) => view.find(db, key).id, view.history),
    ...(file === undefined
      ? []
      : [importCommand(register, `${noun} import demo/${file}`), templateCommand(noun, title, sheet)]),
  ];
}
