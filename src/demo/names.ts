import { phrases } from './phrases.ts';
import { pick, type Random } from './random.ts';

/** Names of one word, which have no family name. */
const MONGOL_NAMES = phrases('names', 'mongol');

/** The chances of each people in a place: Han, Daur, Evenki, and for the rest Mongol. */
type Mixture = readonly [han: number, daur: number, evenki: number];

const USUAL: Mixture = [0.6, 0.25, 0.08];
const EVENKI_TOWNSHIP: Mixture = [0.5, 0.2, 0.24];

/** An invented name, such as people of this township have. */
export function personName(random: Random, township: string): string {
  const [han, daur, evenki] = township.includes('鄂温克') ? EVENKI_TOWNSHIP : USUAL;
  const people = random();
  if (people < han) return surname(random, 'han') + given(random);
  if (people < han + daur) return surname(random, 'daur') + given(random);
  if (people < han + daur + evenki) return surname(random, 'evenki') + given(random);
  return random() < 0.5 ? pick(random, MONGOL_NAMES) : surname(random, 'mongol') + given(random);
}

/** An invented name of somebody in the same family. */
export function kinName(random: Random, name: string): string {
  for (;;) {
    const kin = MONGOL_NAMES.includes(name) ? pick(random, MONGOL_NAMES) : name.slice(0, 1) + given(random);
    if (kin !== name) return kin;
  }
}

/** How visitors call a person: by the family name, or by the whole name where there is none. */
export function calledBy(name: string): string {
  return MONGOL_NAMES.includes(name) ? name : name.slice(0, 1);
}

function surname(random: Random, people: string): string {
  return pick(random, phrases('surnames', people));
}

function given(random: Random): string {
  const first = random() < 0.15 ? '' : pick(random, phrases('given', 'first'));
  return first + pick(random, phrases('given', 'second'));
}

/** A plainly invented mobile number. */
export function phoneNumber(random: Random): string {
  return `1390000${String(Math.floor(random() * 10_000)).padStart(4, '0')}`;
}
