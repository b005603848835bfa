import type { OldPetition } from '../../petitions/old-ledger.ts';
import type { Dataset } from '../dataset.ts';
import type { Entry } from './entry.ts';
import { inOrderOfImport, numbersOf } from './case-numbers.ts';
import { disputeLife } from './dispute-entries.ts';
import { openDisputeEntries } from './open-disputes.ts';
import { openPetitionEntries, petitionLife } from './petition-entries.ts';
import { headOf } from './sessions.ts';

type Cases = Pick<
  Dataset,
  'disputes' | 'handDisputes' | 'petitions' | 'handPetitions' | 'openPetitions' | 'posts' | 'experts' | 'agents'
>;

/** What is entered of the disputes: those that no file holds, and what was tried with the hard ones that are open. */
export function disputeEntries({ disputes, handDisputes, ...people }: Cases): Entry[] {
  const imported = inOrderOfImport(disputes, row => Boolean(row.merged_into));
  const numbers = numbersOf([...imported, ...handDisputes.map(({ row }) => row)], '');
  const numberOf = ({ old_number }: { readonly old_number: string }) => numbers.get(old_number) ?? '';
  return [
    ...handDisputes.flatMap(one => disputeLife(one, numberOf(one.row), people)),
    ...disputes.flatMap(row => openDisputeEntries(row, numberOf(row), people)),
  ];
}

/** What is entered of the petitions: those that no file holds, and how open ones went on. */
export function petitionEntries({ petitions, handPetitions, openPetitions, posts, agents }: Cases): Entry[] {
  const imported = inOrderOfImport(petitions, row => Boolean(row.repeat_of));
  const numbers = numbersOf([...imported, ...handPetitions.map(({ row }) => row)], 'P');
  const numberOf = ({ old_number }: { readonly old_number: string }) => numbers.get(old_number) ?? '';
  const attendees = ({ unit_code, agent_code }: OldPetition) => {
    const agent = agents.find(one => one.code === agent_code)?.name ?? '';
    return [...new Set([headOf(posts, unit_code), agent])];
  };
  return [
    ...handPetitions.flatMap(one => petitionLife(one, numberOf(one.row), attendees(one.row))),
    ...openPetitions.flatMap(one => openPetitionEntries(one, numberOf(one.row), attendees(one.row))),
  ];
}
