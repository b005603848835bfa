import type { OldPetition } from '../../petitions/old-ledger.ts';
import type { Dataset } from '../dataset.ts';
import type { Act } from './act.ts';
import { inOrderOfImport, numbersOf } from './case-numbers.ts';
import { actsOfDispute } from './dispute-acts.ts';
import { actsOfOpen } from './open-disputes.ts';
import { actsOfOpenPetition, actsOfPetition } from './petition-acts.ts';
import { headOf } from './sessions.ts';

type Cases = Pick<
  Dataset,
  'disputes' | 'handDisputes' | 'petitions' | 'handPetitions' | 'openPetitions' | 'posts' | 'experts' | 'agents'
>;

/** What is entered of the disputes: those that no file holds, and what was tried with the hard ones that are open. */
export function disputeActs({ disputes, handDisputes, ...people }: Cases): Act[] {
  const imported = inOrderOfImport(disputes, row => Boolean(row.merged_into));
  const numbers = numbersOf([...imported, ...handDisputes.map(({ row }) => row)], '');
  const numberOf = ({ old_number }: { readonly old_number: string }) => numbers.get(old_number) ?? '';
  return [
    ...handDisputes.flatMap(one => actsOfDispute(one, numberOf(one.row), people)),
    ...disputes.flatMap(row => actsOfOpen(row, numberOf(row), people)),
  ];
}

/** What is entered of the petitions: those that no file holds, and how open ones went on. */
export function petitionActs({ petitions, handPetitions, openPetitions, posts, agents }: Cases): Act[] {
  const imported = inOrderOfImport(petitions, row => Boolean(row.repeat_of));
  const numbers = numbersOf([...imported, ...handPetitions.map(({ row }) => row)], 'P');
  const numberOf = ({ old_number }: { readonly old_number: string }) => numbers.get(old_number) ?? '';
  const attendees = ({ unit_code, agent_code }: OldPetition) => {
    const agent = agents.find(one => one.code === agent_code)?.name ?? '';
    return [...new Set([headOf(posts, unit_code), agent])];
  };
  return [
    ...handPetitions.flatMap(one => actsOfPetition(one, numberOf(one.row), attendees(one.row))),
    ...openPetitions.flatMap(one => actsOfOpenPetition(one, numberOf(one.row), attendees(one.row))),
  ];
}
