import type { Among, ChoicesFor, Picked, Picking, PickingPlace } from '../cli/picking.ts';
import { remembered } from '../kernel/remembered.ts';
import { loadTree } from '../units/store.ts';
import { branch, type UnitTree } from '../units/tree.ts';
import { called } from './called.ts';
import type { Candidate } from './candidate.ts';
import { check } from './check.ts';
import { withCodeEnds } from './group-and-number.ts';
import { labelOf } from './label.ts';
import { narrows, ranked, wordsOf } from './ranking.ts';
import { SOURCES } from './sources.ts';
import { maySpell, type Readings } from './spelling.ts';

/** The kinds whose codes have no letters, which may be typed as words are: those of which there are many. */
const NUMBERED: ReadonlySet<Picked> = new Set(['household', 'unit']);

export const PICKING: Picking = { choicesFor, labels, called, check };

/** What fits typed words among all that can be picked; it is looked up once, since every key asks again. */
function choicesFor(place: PickingPlace, picked: Picked, among?: Among): ChoicesFor {
  let all: readonly Candidate[] | undefined;
  let before: { readonly typed: string; readonly fitting: readonly Candidate[] } | undefined;
  return async (written, most) => {
    const typed = picked === 'household' ? withCodeEnds(written) : written;
    all ??= candidatesFor(place, picked, among);
    const searched = before && NUMBERED.has(picked) && narrows(before.typed, typed) ? before.fitting : all;
    const { best, fitting } = ranked(searched, typed, await readingsFor(typed), most);
    before = { typed, fitting };
    return best.map(candidate => ({
      value: candidate.value,
      name: [labelOf(candidate, wordsOf(typed)), shownCode(candidate, place)].filter(text => text !== '').join('  '),
    }));
  };
}

/** A code that is an English word says nothing more to whoever reads its title in Chinese. */
function shownCode({ value }: Candidate, { lang }: PickingPlace): string {
  return lang === 'zh' && /^[a-z][a-z-]*$/.test(value) ? '' : value;
}

function labels(place: PickingPlace, picked: Picked, codes: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    candidatesFor(place, picked, { only: codes }).map(candidate => [candidate.value, labelOf(candidate, [])]),
  );
}

function candidatesFor(place: PickingPlace, picked: Picked, among: Among = {}): readonly Candidate[] {
  const tree = loadTree(place.db, place.day);
  const all = SOURCES[picked]({ ...place, tree, mine: ownUnits(tree, place.unit), ...among });
  return all.filter(candidate => isAmong(candidate, among));
}

/** What a command line names, it may name by a code or by a title. */
function isAmong({ value, title }: Candidate, { ofLengths, within, except }: Among): boolean {
  if (ofLengths && !ofLengths.includes(value.length)) return false;
  if (within && !within.includes(value)) return false;
  return !except?.some(text => text === value || text === title);
}

/** The user's own unit and all below it. */
function ownUnits(tree: UnitTree, code: string | undefined): ReadonlySet<number> | undefined {
  const own = [...tree.units.values()].find(unit => unit.code === code);
  return own && new Set(branch(tree, own).map(({ unit_id }) => unit_id));
}

const NONE: Readings = () => [];
let known: Readings | undefined;

/** How characters are typed in pinyin; the library is loaded with the first letter. */
async function readingsFor(typed: string): Promise<Readings> {
  if (!maySpell(typed)) return NONE;
  if (!known) {
    const { readingsOf } = await import('./pinyin-library.ts');
    known = remembered(readingsOf);
  }
  return known;
}
