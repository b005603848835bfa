import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** Whether the program that a command line begins with can be found; what only a shell understands is left to it. */
export function isFound(command: string, { PATH = '', PATHEXT = '' }: Env): boolean {
  const [program = ''] = command.trim().split(/\s+/);
  if (/[^\w./\\:+-]/.test(program)) return program !== '';
  const endings = ['', ...PATHEXT.split(';')];
  const places = /[/\\]/.test(program) ? [''] : PATH.split(delimiter);
  return places.some(place => endings.some(ending => isProgram(join(place, program + ending))));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
