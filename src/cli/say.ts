import { basename } from 'node:path';
import type { Text } from '../kernel/text.ts';
import { printable } from '../output/printable.ts';
import { wrappedHanging } from '../output/wrap.ts';
import { clearProgress } from './progress.ts';
import { spoken } from './words/in-chinese.ts';
import type { Session } from './world.ts';

/** What is said beside a result: a remark of the command, a counting rule of what it shows, or one of many details. */
type Kind = 'remark' | 'note' | 'detail';

/** Says something on stderr: a line for people, and an object a line (`{"remark": …}`) where JSON was asked for. */
export function say(session: Session, kind: Kind, text: Text, { isForCopying = false } = {}): void {
  const { world, lang, asJson } = session;
  clearProgress();
  if (asJson) sayJson(session, { [kind]: placed(spoken(text, lang)) });
  else {
    const said = printable(spoken(text, lang));
    // A terminal wraps by itself what is to be copied: a line break of ours would become part of it.
    world.stderr.write(`${isForCopying ? said : wrappedHanging(said, world.stderr.columns)}\n`);
  }
}

/** Says one thing for each bad row or the like; who has many of them names the first and counts the rest. */
export function sayDetails(session: Session, details: readonly Text[]): void {
  for (const detail of details) say(session, 'detail', detail);
}

export function sayJson({ world }: Session, object: object): void {
  world.stderr.write(`${JSON.stringify(object)}\n`);
}

/** A message, with the place that it begins with where it has one. */
interface Placed {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
}

/** `file:line:column: message`, as compilers write it; the column of a table is its title, that of a text a number. */
const PLACE = /^(?<file>[^\n]+?):(?<line>\d+)(?::(?<column>[^\s:：][^:：\n]*))?[:：]/;
/** What a place can be in: a file by its name, or what was piped in. */
const NAMES_A_FILE = /\.\w{2,5}$|^标准输入$|^standard input$/;

/** Takes a message apart for scripts: every message about a place in a file begins with that place. */
export function placed(message: string): Placed {
  const { file, line, column } = PLACE.exec(message)?.groups ?? {};
  if (file === undefined || !NAMES_A_FILE.test(basename(file))) return { message };
  return { message, file, line: Number(line), ...(column === undefined ? {} : { column }) };
}
