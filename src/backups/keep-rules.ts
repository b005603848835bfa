/** A backup of one ledger in a folder. */
export interface KeptBackup {
  readonly name: string;
  /** Whether it is as large as its checksum file says: one that is cut short is neither counted nor removed. */
  readonly isWhole: boolean;
}

/**
 * Which backups give way so that `keep` are left, given with the oldest first. The one that was just made stays whatever the
 * clock said, and what is not whole is left for somebody to look at.
 */
export function givingWay(backups: readonly KeptBackup[], made: string, keep: number): string[] {
  const others = backups.filter(({ name, isWhole }) => isWhole && name !== made);
  return others.slice(0, Math.max(0, others.length - (keep - 1))).map(({ name }) => name);
}
