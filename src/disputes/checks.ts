import { replayCheck } from '../cases/checks.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import { type Cached, type Check, queryCheck } from '../register/check.ts';
import { DISPUTES } from './area.ts';

export const disputeChecks: readonly Check[] = [
  replayCheck(
    DISPUTES,
    { zh: '纠纷的现状、台账进出与经过一致', en: 'a dispute’s state and its stays are what its moves lead to' },
    db => rows(db, selectFrom('dispute').selectAll()),
  ),
  queryCheck(
    'dispute-agreement',
    {
      zh: '已化解的纠纷有协议；书面协议签齐才生效',
      en: 'a settled dispute has an agreement, and a written one all its dates',
    },
    `select m.number from cases m join dispute d on d.id = m.id where d.settled_on is not null
       and not exists (select 1 from agreement a where a.case_id = m.id)
     union select m.number from agreement a join cases m on m.id = a.case_id
     where a.form = 'written' and a.effective_on is not null and (a.mediator_on is null or a.committee_on is null)`,
  ),
];

const own = (column: string) => `select ${column} from dispute where id = ?`;

export const disputeCached: Cached = {
  noun: 'dispute',
  fields: {
    title: own('title'),
    facts: own('facts'),
    place: own('place'),
    people: own('people'),
    amount_fen: own('amount_fen'),
    risk: own('risk'),
    prevented_crime: own('prevented_crime'),
    category: 'select c.code from dispute d join category c on c.id = d.category_id where d.id = ?',
    source: 'select s.code from dispute d join source s on s.id = d.source_id where d.id = ?',
  },
};

export const partyCached: Cached = {
  noun: 'party',
  fields: {
    name: 'select name from party where id = ?',
    phone: 'select phone from party where id = ?',
    id: 'select id_number from party where id = ?',
    household: `select coalesce(h.code, '') from party p left join household h on h.id = p.household_id where p.id = ?`,
    removed_on: 'select removed_on from party where id = ?',
  },
};
