import type { OldDispute } from '../disputes/old-ledger.ts';
import { type Person, peopleAround, written } from './dispute-parties.ts';
import type { Planned } from './dispute-plan.ts';
import { phrases } from './phrases.ts';
import { quarrelFor } from './quarrels.ts';
import { between, pick, type Random } from './random.ts';
import type { Team } from './team.ts';

type Words = Pick<
  OldDispute,
  'category' | 'title' | 'facts' | 'place' | 'people' | 'amount' | 'applicant' | 'respondent' | 'prevented_crime'
>;

const AGAIN = '另一对干部走访时又记了一次';
const ALMOST = '。双方情绪激动，扬言要动手，干部当场劝开';
const ALMOST_SHARE = 0.04;
/** Categories in which mediation now and then prevents an assault. */
const HEATED: ReadonlySet<string> = new Set(['02', '03', '04', '06', '07', '10a', '13']);

/** The lists of which each text of a quarrel has the same word. */
const DRAWN = ['few', 'grazer', 'crop', 'animal', 'n'];

/**
 * Writes a dispute's subject, facts, place, amount and parties, what was said of it in the visit that found it, and what was
 * agreed; the first applicant lives in the house that was visited.
 */
export function writeQuarrel(
  random: Random,
  planned: Planned,
  team: Team | undefined,
  house?: number | undefined,
): Words & { readonly said: string; readonly agreement: string } {
  const { village, grade, registered_on, merged_into, settled_on } = planned;
  const quarrel = quarrelFor(random, grade, village.community, Number(registered_on.slice(5, 7)));
  const people = between(random, ...quarrel.people);
  const amount = quarrel.amount && String(roundAmount(between(random, ...quarrel.amount)));
  const { applicants, respondent } = peopleAround(random, quarrel, village, team, house);
  const fill = filler(random, applicants[0], { people: String(people), amount: `${amount}元` });
  const title = fill(quarrel.title);
  const told = between(random, 0, quarrel.facts.length - 1);
  const facts = fill(quarrel.facts[told] ?? '');
  const place = fill(pick(random, quarrel.places));
  const almost = random() < ALMOST_SHARE && settled_on !== null && HEATED.has(quarrel.category);
  const heard = merged_into ? AGAIN : pick(random, phrases('heard', house === undefined ? planned.source : 'visit'));
  return {
    category: quarrel.category,
    title,
    facts: `${heard}：${facts}${almost ? ALMOST : ''}。`,
    place,
    people,
    amount: amount ?? '',
    applicant: applicants.map(written).join(';'),
    respondent: written(respondent),
    prevented_crime: almost ? 'yes' : 'no',
    said: fill(quarrel.said[told] ?? quarrel.said[0] ?? ''),
    agreement: fill(quarrel.agreements[told] ?? quarrel.agreements[0] ?? ''),
  };
}

function roundAmount(yuan: number): number {
  const step = yuan < 10_000 ? 100 : 1000;
  return Math.round(yuan / step) * step;
}

/** Fills the slots of a quarrel's texts, each slot with the same word everywhere. */
function filler(random: Random, person: Person, known: Readonly<Record<string, string>>): (text: string) => string {
  const words: Record<string, string> = {
    ...known,
    home: person.address,
    group: person.address.split(' ')[0] ?? '',
    mu: String(between(random, 2, 30)),
    patch: String(between(random, 1, 4)),
    ...Object.fromEntries(DRAWN.map(list => [list, pick(random, phrases(list, 'village'))])),
  };
  return text => text.replace(/\{(\w+)\}/g, (slot, name: string) => words[name] ?? slot);
}
