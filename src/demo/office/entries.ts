import type { Dataset } from '../dataset.ts';
import { assessmentEntries } from './assessment-entries.ts';
import { disputeEntries, petitionEntries } from './case-entries.ts';
import type { Entry } from './entry.ts';
import { meetingEntries } from './meeting-entries.ts';
import { needEntries } from './visited-needs.ts';

/** What a clerk enters after the files are imported; quarters are frozen last, when everything that counts in them is there. */
export function entriesOf(data: Dataset): Entry[] {
  return [
    ...disputeEntries(data),
    ...petitionEntries(data),
    ...data.visitedNeeds.flatMap(needEntries),
    ...meetingEntries(data),
    ...assessmentEntries(data),
  ];
}
