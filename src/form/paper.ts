import type { Context, Program } from '../cli/command.ts';
import { complain } from '../cli/complain.ts';
import { todayOf, zoneOf } from '../cli/settings.ts';
import type { Session } from '../cli/world.ts';
import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { openToRead } from '../ledger/open.ts';
import type { Db } from '../ledger/sqlite.ts';

/** What a form has done: by which command, on which record, in which ledger. */
interface Done {
  readonly command: string;
  readonly record: string;
  readonly ledger: string;
}

/** Offers to print the paper that is due after a form; what was entered stays whatever becomes of that. */
export async function offerPaper(
  { command, record, ledger }: Done,
  session: Session,
  program: Program,
  again: Context['again'],
): Promise<void> {
  const { world, lang } = session;
  const dueAfter = (await program.paperAfter())(command);
  if (!dueAfter) return;
  try {
    const due = lookedUp(ledger, db => dueAfter({ db, today: todayOf(world, zoneOf(world)) }, record));
    if (!due) return;
    const prompter = await world.prompter(lang);
    if (await prompter.confirm(questionOf(due)[lang], true)) await again(due.words, { guided: true });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.kind !== 'cancelled') complain(error, session);
  }
}

/** What a ledger says, which is closed again before anything is asked. */
function lookedUp<T>(ledger: string, look: (db: Db) => T): T {
  const db = openToRead(ledger);
  try {
    return look(db);
  } finally {
    db.close();
  }
}

function questionOf({ name, file }: { readonly name: Text; readonly file: string }): Text {
  return {
    zh: `现在打印${name.zh}吗？姓名照实打印，记入日志；写入 ${file}`,
    en: `Print the ${name.en} now? Names are in full, and the journal keeps it; written to ${file}`,
  };
}
