import { kinName, personName, phoneNumber } from './names.ts';
import type { Quarrel } from './quarrels.ts';
import { between, pick, type Random } from './random.ts';
import type { Team } from './team.ts';
import type { Village } from './villages.ts';

/** Somebody who is a party to a dispute. */
export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

const PHONE_SHARE = 0.4;
/** How far away neighbours live, in houses. */
const NEARBY = 12;
/** How the names of villages and communities end, longest first. */
const COMMITTEES = ['居民委员会', '居委会', '委会'];
const GROUPS = [...'一二三四'];

/** The parties of a quarrel: households of the team that registered it, who live close to each other. */
export function peopleAround(
  random: Random,
  quarrel: Quarrel,
  village: Village,
  team: Team | undefined,
  house?: number | undefined,
): { readonly applicants: readonly [Person, ...Person[]]; readonly respondent: Person } {
  const people = differentPeople(random, quarrel.applicants + 1, village, team, house);
  const neighbour = people.pop() as Person;
  const applicants = people as [Person, ...Person[]];
  return { applicants, respondent: opponentOf(random, quarrel, applicants[0], neighbour) };
}

function opponentOf(random: Random, { against, kin }: Quarrel, applicant: Person, neighbour: Person): Person {
  if (against) return { name: against, phone: '', address: '' };
  return kin ? { ...applicant, name: kinName(random, applicant.name), phone: '' } : neighbour;
}

/** A party as the file has it: the name, and the phone number where it is known. */
export function written({ name, phone }: Person): string {
  return phone === '' ? name : `name=${name},phone=${phone}`;
}

/** People with different names, from a house onwards; without a team (a township's or the banner's case) they are invented. */
export function differentPeople(
  random: Random,
  count: number,
  village: Village,
  team: Team | undefined,
  first?: number | undefined,
): Person[] {
  const people: Person[] = [];
  let house = first ?? (team ? between(random, 0, team.households.length - 1) : 0);
  while (people.length < count) {
    const person = team ? headOf(random, team, house) : stranger(random, village);
    if (!people.some(({ name }) => name === person.name)) people.push(person);
    house += between(random, 1, NEARBY);
  }
  return people;
}

function headOf(random: Random, { households }: Team, house: number): Person {
  const { head_name: name = '', phone, address = '' } = households[house % households.length] ?? {};
  return { name, phone: random() < PHONE_SHARE ? String(phone ?? '') : '', address };
}

function stranger(random: Random, { name, township }: Village): Person {
  return {
    name: personName(random, township),
    phone: random() < PHONE_SHARE ? phoneNumber(random) : '',
    address: `${placeName(name)}${pick(random, GROUPS)}组`,
  };
}

/** A village's name without its committee. */
export function placeName(name: string): string {
  const ending = COMMITTEES.find(suffix => name.endsWith(suffix)) ?? '';
  return name.slice(0, name.length - ending.length);
}
