import { Failure, misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { PARTY_FIELDS, type PartyKey, type PartyWords } from './party.ts';
import { readParties } from './party-text.ts';
import { ADDRESS, ORGANISATION } from './party-words.ts';

/** Who is opposed to whom: the first side asks for mediation (申请人), the second is asked (被申请人). */
export interface Sides {
  readonly applicants: readonly PartyWords[];
  readonly respondents: readonly PartyWords[];
}

/**
 * Reads one cell with the parties of both sides: 甲与乙, 甲诉乙, 申请人：甲 被申请人：乙; two names without such a word are one
 * against the other. Of three or more nobody knows who is on which side: they are refused. Throws a usage Failure.
 */
export function readSides(text: string): Sides {
  const [left, right] = parted(text);
  if (left !== undefined && right !== undefined)
    return { applicants: readParties(left), respondents: readParties(right) };
  const parties = readParties(text);
  if (parties.length > 2) misuse(WHO_AGAINST_WHOM, HOW);
  return { applicants: parties.slice(0, 1), respondents: parties.slice(1) };
}

const WHO_AGAINST_WHOM: Text = {
  zh: '有三名以上当事人，分不清谁是哪一方',
  en: 'has three parties or more, and does not say who is on which side',
};
const HOW: Text = {
  zh: '两方之间写「与」，如 甲、乙与丙；或者分成申请人、被申请人两列',
  en: 'write 与 between the sides, like 甲、乙与丙, or make it two columns, applicant and respondent',
};

const SECOND_SIDE = /[\s,，;；、]*(?:被申请人|被告人?|乙方|对方当事人)\s*[:：]\s*/;
const AGAINST = /\s*(?:诉|\bvs\b\.?)\s*/i;

/** The texts of the two sides, where a sign that is no part of a name stands between them. */
function parted(text: string): readonly string[] {
  for (const sign of [SECOND_SIDE, AGAINST]) {
    const sides = text.split(sign);
    if (sides.length === 2 && sides.every(side => side.trim() !== '')) return sides;
  }
  const sides = text.split('与');
  return sides.length === 2 && isBetweenPeople(sides) ? sides : [];
}

/** 住房与城乡建设局 is one party: 与 stands between two where both words beside it can be names. */
function isBetweenPeople([left = '', right = '']: readonly string[]): boolean {
  const before = /\p{Script=Han}*$/u.exec(left.trimEnd())?.[0] ?? '';
  const after = /^\p{Script=Han}*/u.exec(right.trimStart())?.[0] ?? '';
  return [before, after].every(
    word => [...word].length !== 1 && [...word].length <= 4 && !ORGANISATION.test(word) && !ADDRESS.test(word),
  );
}

/** Parties in a form that `readParties` reads to the same. */
export function writtenParties(parties: readonly PartyWords[]): string {
  return parties.map(writtenParty).join(';');
}

function writtenParty(party: PartyWords): string {
  const keys = (Object.keys(PARTY_FIELDS) as PartyKey[]).filter(key => party[key] !== '');
  const labelled = keys.filter(key => key !== 'kind' || party.kind !== 'person').map(key => `${key}=${party[key]}`);
  return labelled.length === 1 && isAloneAName(party.name) ? party.name : labelled.join(',');
}

/** Whether a name is read as one without its label: 高山 is not, which may be a people. */
function isAloneAName(name: string): boolean {
  try {
    const [first, ...others] = readParties(name);
    return others.length === 0 && first?.name === name && first.kind === 'person';
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
