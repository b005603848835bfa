import { cleanedName } from '../kernel/clean.ts';
import { cadreCode, ofUnit, type When } from './cadre-rules.ts';
import { certain, type Found, type Word } from './found.ts';
import { coded, type NameKind, type Names, type RecordKind, UNKNOWN } from './names.ts';
import { pairCode } from './pair-rules.ts';

/** What a word names, if it names something of a kind: by its code in any case of letters, or by its name, in a unit first. */
export function recordCode(names: Names, kind: NameKind, word: Word, unit: number | undefined, when: When): Found {
  if (kind === 'pair') return pairCode(names, word, unit, when);
  if (kind === 'cadre') return cadreCode(names, word, unit, when);
  const records = names.records(kind as RecordKind);
  const known = coded(records, word.word);
  if (known) return { code: known.code, byName: false };
  return certain(ofUnit(records.byName.get(cleanedName(word.word)) ?? [], unit, when), word, UNKNOWN[kind]);
}
