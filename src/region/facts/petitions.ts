import type { Db } from '../../ledger/sqlite.ts';
import { daysOfPetitions, petitionFacts } from '../../reports/petitions/facts.ts';
import { addedUp, statesOver } from './states.ts';
import type { FactRow } from './tables.ts';

/** The petitions as the report on them knew them, day after day. */
export function petitionStates(db: Db): Iterable<FactRow<'petition_state'>> {
  const changes = daysOfPetitions(db).map(({ case_id: id, day }) => ({ id, day }));
  const states = statesOver(changes, function* (day, ids) {
    for (const petition of petitionFacts(db, { to: day }, ids))
      yield [
        petition.id,
        {
          status: petition.status,
          lodged_on: petition.lodgedOn,
          accepted_on: petition.acceptedOn ?? '',
          notice_due: petition.noticeDue ?? '',
          reply_due: petition.replyDue ?? '',
          concluded_on: petition.concludedOn ?? '',
          rating: petition.rating,
          repeat_of: petition.repeatOf === null ? '' : 'yes',
          petitions: 1,
        },
      ];
  });
  return addedUp(states, ['petitions']);
}
