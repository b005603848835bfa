import { replayCheck } from '../cases/checks.ts';
import { relivedCheck } from '../cases/relived-check.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import { type Check, queryCheck } from '../register/check.ts';
import { DISPUTES } from './area.ts';

export const disputeChecks: readonly Check[] = [
  replayCheck(
    DISPUTES,
    { zh: '纠纷的现状、流转记录与办理经过一致', en: 'a dispute’s state and its stays are what its moves lead to' },
    db => rows(db, selectFrom('dispute').selectAll()),
  ),
  queryCheck(
    'dispute-agreement',
    {
      zh: '已化解的纠纷有协议；书面协议签齐才生效',
      en: 'a settled dispute has an agreement, and a written agreement in effect has all its signatures',
    },
    `select m.number from cases m join dispute d on d.id = m.id where d.settled_on is not null
       and not exists (select 1 from agreement a where a.case_id = m.id)
     union select m.number from agreement a join cases m on m.id = a.case_id
     where a.form = 'written' and a.effective_on is not null and (a.mediator_on is null or a.committee_on is null)`,
  ),
  queryCheck(
    'dispute-pending',
    {
      zh: '转送、督办、预约写明由哪一步产生、由哪一步结束',
      en: 'referrals, supervisions and appointments name the moves that made and ended them',
    },
    `select distinct m.number from cases m join (
         select case_id, move_id, ended_by from referral
         union all select case_id, move_id, ended_by from supervision
         union all select case_id, move_id, ended_by from appointment) t on t.case_id = m.id
       where not exists (select 1 from move v where v.id = t.move_id and v.case_id = m.id)
         or (t.ended_by is not null
           and not exists (select 1 from move v where v.id = t.ended_by and v.case_id = m.id and v.id > t.move_id))`,
  ),
];

export const disputeDeepChecks: readonly Check[] = [
  relivedCheck(DISPUTES, {
    zh: '按办理经过重做一遍，移交、时限、协议、签署、转送、督办、预约与台账所存相同',
    en: 'lived again from its moves, a dispute has the offers, deadlines, agreements, signatures, referrals, supervisions and appointments that are kept',
  }),
];
