import { hasTeam } from '../units/level.ts';
import type { UnitTerm } from '../units/tree.ts';

/**
 * Organs handle petitions (办理): the banner, its townships, departments. A village or a community is none in the law's sense:
 * it only carries a petition (代办) to the organ whose business it is.
 */
export function isOrgan({ level }: Pick<UnitTerm, 'level'>): boolean {
  return !hasTeam(level);
}
