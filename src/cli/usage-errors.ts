import type { CommanderError } from 'commander';
import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

type Wording = (quoted: string) => Text;

/** commander speaks English only; these are its usage errors in both languages, by its own codes. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  'commander.unknownOption': q => ({ zh: `没有选项 ${q}`, en: `unknown option ${q}` }),
  'commander.unknownCommand': q => ({ zh: `没有命令 ${q}`, en: `unknown command ${q}` }),
  'commander.excessArguments': () => ({ zh: '多写了参数', en: 'too many arguments' }),
  'commander.optionMissingArgument': q => ({ zh: `选项 ${q} 后面缺少值`, en: `option ${q} needs a value` }),
};

/** A usage error of commander as a Failure (exit 2), with its guess at what was meant. */
export function usageFailure(error: CommanderError, path: string): Failure {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const meant = /\(Did you mean (?:one of )?(.*)\?\)/.exec(error.message)?.[1];
  const text = WORDINGS[error.code]?.(quoted) ?? { zh: error.message, en: error.message.replace(/^error: /, '') };
  const help = `tiaochu ${path ? `${path} ` : ''}--help`;
  return new Failure('usage', text, {
    zh: meant ? `是不是想用 ${meant}？用 ${help} 查看全部用法` : `用 ${help} 查看用法`,
    en: meant ? `Did you mean ${meant}? See ${help}` : `See ${help}`,
  });
}
