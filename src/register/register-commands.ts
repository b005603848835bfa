import { type Command, command } from '../cli/command.ts';
import { flag } from '../cli/param.ts';
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
  return [importCommand(register, `${register.noun} import ${file}`), registerTemplate(register)];
}

/** The template of a register; where rows can be numbered, also one without codes. */
function registerTemplate(register: Register): Command {
  const { noun, title, sheet, numbering } = register;
  if (!numbering) return templateCommand(noun, title, sheet);
  const { code: _, ...others } = sheet;
  const uncoded = { ...others, ...numbering.columns };
  return command({
    ...templateWords(noun, title),
    params: {
      number: flag('--number', { zh: '没有编号的文件，导入时加 --number', en: 'for import --number, without codes' }),
    },
    run: (_context, { number }) => ({ view: templateOf(number ? uncoded : sheet) }),
  });
}

/** `<noun> template`: the header with one example row. */
export function templateCommand(noun: string, title: Text, sheet: object): Command {
  return command({ ...templateWords(noun, title), params: {}, run: () => ({ view: templateOf(sheet) }) });
}

function templateWords(noun: string, title: Text) {
  return {
    name: 'template',
    zh: '模板',
    summary: {
      zh: `打印${title.zh} CSV 文件的表头和一行样例`,
      en: `print the CSV header for ${title.en} with one example row`,
    },
    example: `${noun} template`,
    access: 'none',
  } as const;
}
