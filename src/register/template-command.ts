import { type Command, command } from '../cli/command.ts';
import { templateOf } from '../intake/sheet.ts';
import type { Text } from '../kernel/text.ts';

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
