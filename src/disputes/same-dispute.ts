import type { Role } from '../cases/party.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { hiddenAddress, hiddenIn, knownWords } from '../kernel/hiding.ts';
import type { Text } from '../kernel/text.ts';

/** A party as far as it tells whether two disputes are the same; what is not known is empty. */
export interface Recognised {
  readonly role: Role;
  readonly name: string;
  readonly id: string;
  readonly household: string;
  /** As texts hide it. */
  readonly address?: string;
}

export interface Registered {
  readonly number: string;
  readonly title: string;
  readonly registeredOn: Day;
  readonly parties: readonly Recognised[];
}

/** How long back a dispute may be the same. */
const DAYS = 365;

/** The first day on which a dispute was registered that may be the same as one of a day. */
export function sameSince(on: Day): Day {
  return addDays(on, -DAYS);
}

/**
 * The open disputes that may be the one about to be registered: within a year, with the same identity number, with a member
 * of the same household, or between people of the same names on both sides, whoever applied.
 */
export function possiblySame<D extends Registered>(
  parties: readonly Recognised[],
  on: Day,
  open: readonly D[],
): readonly D[] {
  return open.filter(
    other =>
      other.registeredOn >= sameSince(on) &&
      other.registeredOn <= addDays(on, DAYS) &&
      (sharesPerson(parties, other.parties) || sameSides(parties, other.parties)),
  );
}

/** What is said of a dispute that may be one that is open. */
export function mayBeThere({ number, title: name, registeredOn, parties }: Registered): Text {
  const title = hiddenIn(
    name,
    knownWords(parties.flatMap(party => [party.name, party.id, hiddenAddress(party.address ?? '')])),
  );
  return {
    zh: `可能是同一件：${number} ${title}（${registeredOn} 登记，尚未结案）；确是同一件的不要重复登记，已登记的用 tiaochu dispute merge`,
    en: `Possibly the same: ${number} ${title}, registered on ${registeredOn} and still open; do not register it twice, or merge the two`,
  };
}

/** Disputes by what they can be recognised by: a name, an identity number or a household of their parties. */
export function recognisable<D extends Registered>(disputes: readonly D[]) {
  const found = new Map<string, D[]>();
  const add = (dispute: D) => {
    for (const key of new Set(dispute.parties.flatMap(marksOf))) found.set(key, [...(found.get(key) ?? []), dispute]);
  };
  const withSomeOf = (parties: readonly Recognised[]) => [
    ...new Set(parties.flatMap(marksOf).flatMap(key => found.get(key) ?? [])),
  ];
  disputes.forEach(add);
  return { add, withSomeOf };
}

function marksOf({ name, id, household }: Recognised): string[] {
  return [`name ${name}`, ...(id === '' ? [] : [`id ${id}`]), ...(household === '' ? [] : [`household ${household}`])];
}

function sharesPerson(ours: readonly Recognised[], theirs: readonly Recognised[]): boolean {
  return ours.some(({ id, household }) =>
    theirs.some(other => (id !== '' && id === other.id) || (household !== '' && household === other.household)),
  );
}

function sameSides(ours: readonly Recognised[], theirs: readonly Recognised[]): boolean {
  const side = (parties: readonly Recognised[], role: Role) =>
    parties.filter(party => party.role === role).map(party => party.name);
  const meet = (a: readonly string[], b: readonly string[]) => a.some(name => b.includes(name));
  const [a, b] = [side(ours, 'applicant'), side(ours, 'respondent')];
  const [c, d] = [side(theirs, 'applicant'), side(theirs, 'respondent')];
  return (meet(a, c) && meet(b, d)) || (meet(a, d) && meet(b, c));
}
