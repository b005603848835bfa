import { asCase } from '../../../cases/move-command.ts';
import { option, otherThan, required } from '../../../cli/param.ts';
import { reasonParam } from '../../../cli/places.ts';
import { keysOf } from '../../../kernel/keys.ts';
import { counted } from '../../../kernel/text.ts';
import { DISPUTES } from '../../area.ts';
import { broughtParties } from '../../merge-store.ts';
import { loadDispute } from '../../store.ts';
import { ENDED, STATUSES } from '../../transitions.ts';
import { moveCommand } from './move.ts';

/** What has ended takes nothing in. */
const NOT_ENDED: ReadonlySet<string> = new Set(keysOf(STATUSES).filter(status => !ENDED.includes(status)));

/** A dispute that was registered twice goes into the other one. */
export const merge = moveCommand('merge', {
  summary: {
    zh: '并案：同一件纠纷重复登记的，并入另一件',
    en: 'merge a dispute that was registered twice into the other',
  },
  options: '--into 150722100200-2023-2',
  params: {
    into: required({
      ...otherThan(
        ['number'],
        asCase(DISPUTES, option('--into <number>', { zh: '并入哪一件', en: 'the dispute that stays' })),
      ),
      inStatuses: NOT_ENDED,
    }),
    reason: reasonParam,
  },
  act: (said, { context, explain }) => {
    const target = loadDispute(context.db, said.into);
    explain({ zh: `并入 ${target.number}`, en: `Into ${target.number}` });
    return { ...said, into: target.number, intoStatus: target.status, intoGrade: target.grade };
  },
  complete: (act, _, { caseFile, context: { db }, explain }) => {
    const brought = broughtParties(db, caseFile.id, loadDispute(db, act.into).id).length;
    if (brought > 0)
      explain({
        zh: `${brought} 名当事人一并转入 ${act.into}`,
        en: `${counted(brought, 'party', 'parties')} carried over to ${act.into}`,
      });
    return act;
  },
});
