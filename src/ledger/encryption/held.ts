import type { FileKey } from './page-rules.ts';

/** The passphrases that this run of the program was given, and the keys that they gave, by the salts of the files. */
export const passphrases = new Set<string>();
export const keys = new Map<string, FileKey>();

/** What one command line was given is not known to the next. */
export function forgetPassphrases(): void {
  passphrases.clear();
  keys.clear();
}
