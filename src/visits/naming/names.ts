import type { Day, Span } from '../../kernel/day.ts';

/** Where somebody or something belongs for a time. */
export interface Belonging extends Span {
  readonly unit: number;
}

/** A household or a cadre as people name it. */
export interface NamedRecord {
  readonly code: string;
  readonly name: string;
  readonly belongs: readonly Belonging[];
}

export interface NamedUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** Whom and what the ledger has, by the names that people use (see `cleanedName`). */
export interface Names {
  readonly units: readonly NamedUnit[];
  readonly households: ReadonlyMap<string, readonly NamedRecord[]>;
  readonly cadres: ReadonlyMap<string, readonly NamedRecord[]>;
  /** The codes of cadres by what they are in capitals. */
  readonly cadreCodes: ReadonlyMap<string, string>;
  /** Where a household belongs, by its code. */
  readonly householdUnits: ReadonlyMap<string, readonly Belonging[]>;
}

/** The unit to which something belongs on a day. */
export function unitOn(belongs: readonly Belonging[], day: Day): number | undefined {
  return belongs.find(({ from_on, to_on }) => from_on <= day && day < to_on)?.unit;
}
