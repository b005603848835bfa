import type { Dataset } from '../dataset.ts';
import type { Act } from './act.ts';
import { assessmentActs } from './assessment-acts.ts';
import { disputeActs, petitionActs } from './case-acts.ts';
import { meetingActs } from './meeting-acts.ts';
import { actsOfNeed } from './visited-needs.ts';

/** What a clerk enters by single commands after the files; quarters are frozen last, when all that counts in them is there. */
export function actsOf(data: Dataset): Act[] {
  return [
    ...disputeActs(data),
    ...petitionActs(data),
    ...data.visitedNeeds.flatMap(actsOfNeed),
    ...meetingActs(data),
    ...assessmentActs(data),
  ];
}
