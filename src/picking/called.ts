import type { Picked, PickingPlace } from '../cli/picking.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { peopleShown, titleShown } from './label.ts';
import { SOURCES } from './sources.ts';

/** What the codes of a kind look like, for kinds whose codes have a form. */
const FORMS: readonly (readonly [form: RegExp, picked: Picked])[] = [
  [/-\d{4}-P\d+$/, 'petition'],
  [/-\d{4}-\d+$/, 'dispute'],
  [/^\d{18}$/, 'household'],
  [/^(\d{6}|\d{9}|\d{12})$/, 'unit'],
];

/** Kinds with codes of an office's own: looked for by every word that has no other form. */
const OTHERS: readonly Picked[] = ['cadre', 'pair', 'agent', 'mediator', 'expert', 'linked_leader', 'department'];

/** The kind of an area whose records have names, by its noun. */
const OWN: Readonly<Record<string, Picked>> = {
  site: 'site',
  room: 'room',
  window: 'window',
  guidance: 'guidance',
  'return-kind': 'return_kind',
  domain: 'domain',
  standard: 'household_kind',
};

/** What people say of a record besides its name; of a unit and a case the name says enough. */
const BY_NAME_ALONE: ReadonlySet<Picked> = new Set(['unit', 'dispute', 'petition']);

/** What records are called, by those of some words that are their codes: the name first; names of people are masked. */
export function called(
  place: PickingPlace,
  noun: string,
  words: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, readonly string[]>();
  const scene = { ...place, tree: loadTree(place.db, place.day), mine: undefined };
  const add = (picked: Picked, only: readonly string[]) => {
    for (const candidate of only.length > 0 ? SOURCES[picked]({ ...scene, only }) : []) {
      const about = BY_NAME_ALONE.has(picked) ? [] : candidate.about;
      const parts = [titleShown(candidate, []), peopleShown(candidate, []), ...about].filter(text => text !== '');
      if (!named.has(candidate.value) && parts.length > 0) named.set(candidate.value, parts);
    }
  };
  const formOf = (word: string) => FORMS.find(([form]) => form.test(word))?.[1];
  for (const [, picked] of FORMS)
    add(
      picked,
      words.filter(word => formOf(word) === picked),
    );
  const others = words.filter(word => formOf(word) === undefined);
  for (const picked of [...(OWN[noun] ? [OWN[noun]] : []), ...OTHERS]) add(picked, others);
  for (const [word, household] of [...householdsVisited(place.db, words), ...householdsOf(place.db, noun, others)]) {
    add('household', [household]);
    const parts = named.get(household);
    if (parts) named.set(word, parts);
  }
  for (const [word, unit] of unitsOf(place.db, noun, others)) {
    const name = scene.tree.units.get(unit)?.name;
    if (name !== undefined && !named.has(word)) named.set(word, [name]);
  }
  return named;
}

/** The households of visits, by the words with their numbers. */
function householdsVisited(db: Db, words: readonly string[]): [word: string, code: string][] {
  const numbered = words.flatMap(word => {
    const [, id] = /^(?:走访|visit) (\d{1,9})$/i.exec(word) ?? [];
    return id === undefined ? [] : [{ word, id: Number(id) }];
  });
  const ids = numbered.map(({ id }) => id);
  const query = selectFrom('visit as v').innerJoin('household as h', 'h.id', 'v.household_id');
  const found = rows(db, query.select(['v.id', 'h.code']).where('v.id', 'in', ids));
  const codes = new Map(found.map(({ id, code }) => [id, code]));
  return numbered.flatMap(({ word, id }) => {
    const code = codes.get(id);
    return code === undefined ? [] : [[word, code] satisfies [string, string]];
  });
}

/** The households of records that have no names, by their codes. */
function householdsOf(db: Db, noun: string, words: readonly string[]): [word: string, code: string][] {
  if (noun !== 'need' && noun !== 'benefit') return [];
  const query = selectFrom(`${noun as 'need'} as r`).innerJoin('household as h', 'h.id', 'r.household_id');
  return rows(db, query.select(['r.code as word', 'h.code']).where('r.code', 'in', words)).map(({ word, code }) => [
    word,
    code,
  ]);
}

/** The tables of records that have no names but belong to a unit, by their nouns. */
const AT_UNIT = {
  meeting: 'meeting',
  outreach: 'outreach',
  receipt: 'receipt',
  'guidance-unit': 'guidance_unit',
  'guidance-visit': 'guidance_visit',
  'guidance-problem': 'guidance_problem',
  'village-rule': 'village_rule',
  'village-rule-step': 'village_rule_step',
} as const;

function unitsOf(db: Db, noun: string, words: readonly string[]): [word: string, unit: number][] {
  const table = AT_UNIT[noun as keyof typeof AT_UNIT];
  if (!table) return [];
  const query = selectFrom(table as 'meeting')
    .select(['code', 'unit_id'])
    .where('code', 'in', words);
  return rows(db, query).map(({ code, unit_id }) => [code, unit_id]);
}
