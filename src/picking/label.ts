import { hiddenBut, maskedBut } from '../kernel/hidden-but.ts';
import type { Candidate } from './candidate.ts';

/** What something is called, whom it is about, what tells it apart; people are hidden but for what was typed. */
export function labelOf(candidate: Candidate, words: readonly string[]): string {
  const parts = [titleShown(candidate, words), peopleShown(candidate, words), ...candidate.about];
  return parts.filter(text => text !== '').join('  ');
}

/** Enough to know a case by. */
const MOST_PEOPLE = 3;

export function titleShown({ title, known = [] }: Candidate, words: readonly string[]): string {
  return hiddenBut(title, words, known);
}

export function peopleShown({ people, organisations = [] }: Candidate, words: readonly string[]): string {
  const all = [...people.map(text => maskedBut({ kind: 'name', text }, words)), ...organisations];
  return [...all.slice(0, MOST_PEOPLE), ...(all.length > MOST_PEOPLE ? ['…'] : [])].join('、');
}
