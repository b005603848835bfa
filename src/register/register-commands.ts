import { type Command, command } from '../cli/command.ts';
import { templateOf } from '../intake/sheet.ts';
import type { Text } from '../kernel/text.ts';
import { historyCommand, type IdOf, wordsOf } from './history-command.ts';
import { importCommand } from './import-command.ts';
import type { Register } from './register.ts';

/** history, import and template: what every noun with a register has besides its own commands. */
export function registerCommands(register: Register, sample: string, idOf: IdOf, keyTerm?: string): Command[] {
  const { noun, title, sheet } = register;
  const history = historyCommand(noun, title, sample, idOf, wordsOf(sheet), { keyTerm });
  return [history, ...fileCommands(register, `demo/${noun}s.csv`)];
}

/** import and template: what every noun has that comes from a file. */
export function fileCommands(register: Register, file: string): Command[] {
  const { noun, title, sheet } = register;
  return [importCommand(register, `${noun} import ${file}`), templateCommand(noun, title, sheet)];
}

/** `<noun> template`: the header with one example row. */
export function templateCommand(noun: string, title: Text, sheet: object): Command {
  return command({
    name: 'template',
    zh: '模板',
    summary: {
      zh: `打印${title.zh} CSV 文件的表头和一行样例`,
      en: `print the CSV header for ${title.en} with one example row`,
    },
    example: `${noun} template`,
    access: 'none',
    params: {},
    run: () => ({ view: templateOf(sheet) }),
  });
}
