import type { Refusal } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

/** What a command was given, and on which ledger. */
interface SecretPlace {
  readonly input: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly ledger: string;
}

/** A new secret that a command needs: never a word of its command line, but typed unseen or the first line of a file. */
export interface Secret {
  /** The file that is named for it, on the command line or in the environment. */
  fileIn(given: SecretPlace): string | undefined;
  readonly question: Text;
  /** Whether it is asked for on a terminal where no file is named. */
  isWanted(given: SecretPlace): boolean;
  problem(secret: string): Refusal | undefined;
}
