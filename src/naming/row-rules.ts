import { problem } from '../intake/sheet.ts';
import type { Text } from '../kernel/text.ts';
import { cadreCode, twoWords } from './cadre-rules.ts';
import { isUnread, NAMING, textOf } from './columns.ts';
import { certain, type Found, type Word } from './found.ts';
import { householdCode, NO_VILLAGE } from './household-rules.ts';
import { coded, type NamedUnit, type NameKind, UNKNOWN, unitOn } from './names.ts';
import { cadresOfPair } from './pair-rules.ts';
import { recordCode } from './record-rules.ts';
import {
  type Cells,
  type Draft,
  draftOf,
  finished,
  isCode,
  type NamedCells,
  put,
  type RowNaming,
} from './row-draft.ts';
import { isVillage, isWithin, unitsCalled } from './unit-names.ts';

/** Puts the codes of what a row names in the place of its words: units first, then households, then cadres and pairs of that unit. */
export function namedCells(naming: RowNaming, row: Cells): NamedCells {
  const draft = draftOf(naming, row);
  nameUnits(draft);
  if ('household_code' in naming.own) nameHousehold(draft);
  if ('cadre_a' in naming.own && 'cadre_b' in naming.own) nameTwoCadres(draft);
  nameOthers(draft);
  return finished(draft);
}

const said = ({ row }: Draft, column: string): Word => ({ column, word: textOf(row[column]) });

function nameUnits(draft: Draft): void {
  const { own, names } = draft.naming;
  for (const column of Object.keys(NAMING).filter(key => NAMING[key]?.[0] === 'unit' && key in own)) {
    const word = said(draft, column);
    if (word.word === '' && column === 'unit_code') nameUnit(draft, column, said(draft, 'township'), '');
    else if (!isCode(word.word))
      nameUnit(draft, column, word, column === 'unit_code' ? said(draft, 'township').word : '');
  }
  const { word } = said(draft, 'unit_code');
  draft.unit = word === '' ? undefined : unitsCalled(names.units(), word)[0]?.id;
}

/** A unit of those that its column accepts, so that 尼尔基 is a village where the column holds villages. */
function nameUnit(draft: Draft, column: string, word: Word, township: string): void {
  if (word.word === '') return;
  const { names, sheet } = draft.naming;
  const all = names.units();
  const accepts = ({ code }: NamedUnit) => !isUnread(sheet[column]?.read(code));
  const found = unitsCalled(all, word.word, unit => accepts(unit) && isWithin(all, unit, township));
  put(draft, column, 'unit', certain(found, word, found.length > 0 ? UNKNOWN.unit : noneText(all, word, accepts)));
}

/** Why no unit is meant: none is called so, or one that is no village where only villages are. */
function noneText(all: readonly NamedUnit[], { word }: Word, accepts: (unit: NamedUnit) => boolean): Text {
  if (!all.filter(accepts).every(isVillage)) return UNKNOWN.unit;
  return unitsCalled(all, word).some(unit => !isVillage(unit)) ? NOT_A_VILLAGE : NO_VILLAGE;
}

function nameHousehold(draft: Draft): void {
  const { when, naming } = draft;
  const [{ word: cell }, { word: unit_code }] = [said(draft, 'household_code'), said(draft, 'unit_code')];
  const [{ word: head_name }, { word: group }] = [said(draft, 'head_name'), said(draft, 'group')];
  const township = said(draft, 'township').word;
  const found = householdCode(naming.names, cell, { unit_code, head_name, group, township }, when.day);
  // A code that nobody has is the register's question.
  if (!('code' in found) || found.byName) put(draft, 'household_code', 'household', found);
  const household = coded(naming.names.records('household'), said(draft, 'household_code').word);
  if (household) draft.unit = unitOn(household.belongs, when.day) ?? household.belongs.at(-1)?.unit;
}

function nameTwoCadres(draft: Draft): void {
  const both = said(draft, 'members');
  const words = twoWords({ a: said(draft, 'cadre_a'), b: said(draft, 'cadre_b'), both });
  if (!words) draft.problems.push(problem('members', both.word, TWO_MEMBERS));
  for (const [i, word] of (words ?? []).entries()) {
    if (word.word === '') continue;
    const column = i === 0 ? 'cadre_a' : 'cadre_b';
    draft.row[column] = word.word;
    put(draft, column, 'cadre', cadreCode(draft.naming.names, word, draft.unit, draft.when));
  }
}

const DONE: ReadonlySet<string> = new Set(['household_code', 'cadre_a', 'cadre_b']);

function nameOthers(draft: Draft): void {
  for (const [column, kinds] of Object.entries(NAMING)) {
    const word = said(draft, column);
    if (DONE.has(column) || kinds[0] === 'unit' || word.word === '' || isCode(word.word)) continue;
    const known = kinds.map(kind => [kind, foundAs(draft, kind, word)] as const);
    const [first] = known.filter(([kind, found]) => 'code' in found || found.reason !== UNKNOWN[kind]);
    // What may be of several kinds and is of none has a message of its own.
    const [kind, found] = first ?? (kinds.length === 1 ? known[0] : undefined) ?? [];
    if (kind && found) put(draft, column, kind, found);
  }
}

/** What a word names; who answers for a household is one of its pair. */
function foundAs({ naming: { names }, row, unit, when }: Draft, kind: NameKind, word: Word): Found {
  const members = word.column === 'responsible_cadre' ? cadresOfPair(names, textOf(row.pair_code), word) : [];
  const [member] = members;
  if (member !== undefined && members.length === 1) return { code: member, byName: true };
  return recordCode(names, kind, word, unit, when);
}

const NOT_A_VILLAGE = { zh: '不是村或社区', en: 'is not a village or community' };
const TWO_MEMBERS = { zh: '应写两名队员，用顿号隔开', en: 'should name two cadres, with a comma between them' };
