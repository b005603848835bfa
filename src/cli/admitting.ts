import { appendJournal } from '../ledger/journal.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Admission, Forbidden } from './admission.ts';
import { atTerminal } from './at-terminal.ts';
import type { Program } from './command.ts';
import { passphraseIn } from './passphrase-file.ts';
import { claimedBy } from './settings.ts';
import { inTransaction } from './transaction.ts';
import type { Call } from './tree.ts';
import type { Session } from './world.ts';

/** A command line that is to be let in. */
interface Asking {
  readonly call: Call;
  readonly session: Session;
  readonly program: Pick<Program, 'gate'>;
}

/** The operator who runs a command that writes; undefined where the ledger has none. Throws a Forbidden. */
export async function admitted(
  db: Db,
  { session, program }: Asking,
  input: Readonly<Record<string, unknown>>,
): Promise<Admission | undefined> {
  const { world, lang, proven } = session;
  const gate = await program.gate();
  const file = (input.passphraseFile as string | undefined) ?? (world.env.TIAOCHU_PASSPHRASE_FILE || undefined);
  return gate.admit(db, {
    ...claimedBy(world, input),
    proven,
    passphrase: async name => {
      if (file !== undefined) return passphraseIn(file, world);
      if (!atTerminal(world)) return undefined;
      return (await world.prompter(lang)).secret(lang === 'zh' ? `${name} 的口令` : `Passphrase of ${name}`);
    },
  });
}

/** The same for a command that deals with the file of a ledger, once it has that open; returns the name that signs. */
export async function admittedToFile(
  db: Db,
  asking: Asking,
  input: Readonly<Record<string, unknown>>,
  journal: (keep: (db: Db) => Promise<void>) => Promise<void> = keep => keep(db),
): Promise<string | undefined> {
  try {
    const admission = await admitted(db, asking, input);
    admission?.demandDuty({ call: asking.call });
    return admission?.operator;
  } catch (error) {
    if (error instanceof Forbidden && asking.call.given.dryRun !== true)
      await journal(ledger => keepRefusal(ledger, asking, error));
    throw error;
  }
}

/** Keeps in the journal that somebody was refused, in a transaction of its own: that of the command is rolled back. */
export async function keepRefusal(db: Db, { call, session }: Pick<Asking, 'call' | 'session'>, refusal: Forbidden) {
  const { operator, records, reason } = refusal;
  const at = session.world.now().toISOString();
  await inTransaction(db, 'write', () =>
    // Nothing else is written, and what the command wrote is gone.
    appendJournal(db, { at, operator, command: call.path, records, counts: { refused: 1 }, reason }, []),
  );
}
