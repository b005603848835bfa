import { plain } from '../intake/field.ts';
import { covers, type Day, type Span } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';

/** What people name by words in the place of codes, each as a refusal calls it that does not know the word. */
export const UNKNOWN = {
  household: { zh: '当天在册的户里没有这位户主', en: 'is the head of no household that is active on that day' },
  cadre: { zh: '没有这名干部', en: 'is not a known cadre' },
  unit: { zh: '没有这个机构', en: 'is not a known unit' },
  pair: { zh: '没有这个结对', en: 'is not a known pair' },
  agent: { zh: '没有这名代办员', en: 'is not a known petition agent' },
  mediator: { zh: '没有这名调解员', en: 'is not a known mediator' },
  department: { zh: '没有这个部门', en: 'is not a known department' },
  site: { zh: '没有这个场所', en: 'is not a known site' },
  window: { zh: '没有这个窗口', en: 'is not a known window' },
  guidance: { zh: '没有这个指导组', en: 'is not a known guidance group' },
  return_kind: { zh: '没有这种报表', en: 'is not a known kind of return' },
  expert: { zh: '没有这名专家', en: 'is not a known expert' },
  linked_leader: { zh: '没有这名包联领导', en: 'is not a known linked leader' },
  room: { zh: '没有这间功能室', en: 'is not a known room' },
  domain: { zh: '没有这个工作领域', en: 'is not a known task domain' },
  household_kind: { zh: '没有这种户类型', en: 'is not a known kind of household' },
} as const satisfies Record<string, Text>;

export type NameKind = keyof typeof UNKNOWN;
/** Units and pairs are named in ways of their own. */
export type RecordKind = Exclude<NameKind, 'unit' | 'pair'>;

/** Where somebody or something belongs for a time; 0 for what belongs to no unit. */
export interface Belonging extends Span {
  readonly unit: number;
}

/** A record as people name it. */
export interface NamedRecord {
  readonly code: string;
  readonly name: string;
  readonly belongs: readonly Belonging[];
}

/** The records of a kind by their names (see `cleanedName`), and by their codes in capitals. */
export interface NamedRecords {
  readonly byName: Pick<ReadonlyMap<string, readonly NamedRecord[]>, 'get'>;
  readonly byCode: ReadonlyMap<string, readonly NamedRecord[]>;
}

/** A name and a code that a unit has or had. */
export interface NamedUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly parent: number | null;
}

/** A pair with the codes of its cadres. */
export interface NamedPair extends Belonging {
  readonly code: string;
  readonly a: string;
  readonly b: string;
}

/** Whom and what the ledger has; each kind is loaded when it is first asked for. */
export interface Names {
  /** Every name and code that a unit had, the latest first. */
  units(): readonly NamedUnit[];
  records(kind: RecordKind): NamedRecords;
  pairs(): readonly NamedPair[];
}

/** The unit to which something belongs on a day. */
export function unitOn(belongs: readonly Belonging[], day: Day): number | undefined {
  return belongs.find(span => covers(span, day))?.unit;
}

/** The record with a code, written in any case of letters and with any kind of dash. */
export function coded({ byCode }: NamedRecords, word: string): NamedRecord | undefined {
  const code = plain(word);
  const same = byCode.get(code.toUpperCase()) ?? [];
  return same.find(record => record.code === code) ?? (same.length === 1 ? same[0] : undefined);
}
