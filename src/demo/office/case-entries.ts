import type { OldPetition } from '../../petitions/old-ledger.ts';
import type { Dataset } from '../dataset.ts';
import { inOrderOfImport, numbersOf } from './case-numbers.ts';
import { disputeLife } from './dispute-entries.ts';
import type { Entry } from './entry.ts';
import { openDisputeEntries } from './open-disputes.ts';
import { openPetitionEntries, petitionLife } from './petition-entries.ts';
import { headOf } from './sessions.ts';

type Cases = Pick<
  Dataset,
  'disputes' | 'handDisputes' | 'petitions' | 'handPetitions' | 'openPetitions' | 'posts' | 'experts' | 'agents'
>;

/** The disputes that no file holds, and the sessions of hard disputes that are still open. */
export function disputeEntries({ disputes, handDisputes, ...people }: Cases): Entry[] {
  const imported = inOrderOfImport(disputes, row => Boolean(row.merged_into));
  const numbers = numbersOf([...imported, ...handDisputes.map(({ row }) => row)], '');
  const numberOf = ({ old_number }: { readonly old_number: string }) => numbers.get(old_number) ?? '';
  return [
    ...handDisputes.flatMap(dispute => disputeLife(dispute, numberOf(dispute.row), people)),
    ...disputes.flatMap(row => openDisputeEntries(row, numberOf(row), people)),
  ];
}

/** The petitions that no file holds, and the further moves of open petitions. */
export function petitionEntries({ petitions, handPetitions, openPetitions, posts, agents }: Cases): Entry[] {
  const imported = inOrderOfImport(petitions, row => Boolean(row.repeat_of));
  const numbers = numbersOf([...imported, ...handPetitions.map(({ row }) => row)], 'P');
  const numberOf = ({ old_number }: { readonly old_number: string }) => numbers.get(old_number) ?? '';
  const attendees = ({ unit_code, agent_code }: OldPetition) => {
    const agent = agents.find(agent => agent.code === agent_code)?.name ?? '';
    return [...new Set([headOf(posts, unit_code), agent])];
  };
  return [
    ...handPetitions.flatMap(petition => petitionLife(petition, numberOf(petition.row), attendees(petition.row))),
    ...openPetitions.flatMap(petition =>
      openPetitionEntries(petition, numberOf(petition.row), attendees(petition.row)),
    ),
  ];
}
