import { readdirSync } from 'node:fs';

/** The names in a folder; one that cannot be looked into has none, and writing to it says why. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
