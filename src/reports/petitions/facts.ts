import { VOID } from '../../cases/case.ts';
import type { DeadlineCode } from '../../deadlines/codes.ts';
import type { Day } from '../../kernel/day.ts';
import type { Period } from '../../kernel/period.ts';
import { column, type Row } from '../../kernel/view.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { RATINGS, type Rating } from '../../petitions/petition.ts';
import { STATUSES, type Status } from '../../petitions/transitions.ts';
import type { Scope } from '../scope.ts';

/** A petition as it stood on a period's last day: what came later is left out. */
export interface PetitionFact {
  readonly id: number;
  readonly number: string;
  readonly demand: string;
  readonly status: Status;
  readonly holder: number;
  readonly category: string;
  readonly agent: string | null;
  /** Whether it is an agency case: carried by an agent, with a letter of authority. */
  readonly isAgency: boolean;
  readonly lodgedOn: Day;
  readonly acceptedOn: Day | null;
  /** The last day for the notice, and for the reply (with its extension). */
  readonly noticeDue: Day | null;
  readonly replyDue: Day | null;
  readonly concludedOn: Day | null;
  readonly rating: Rating | '';
  readonly repeatOf: number | null;
  /** Codes of the departments that had a task in it by then. */
  readonly departments: readonly string[];
}

/** The petitions lodged by a period's last day, and how they stood on it; some of them only, where they are named. */
export function petitionFacts(db: Db, { to }: Pick<Period, 'to'>, only?: readonly number[]): PetitionFact[] {
  // The law's time limit of an organ, a unit's before a department's; else the office's own for a village that carries it.
  const lastDue = (law: DeadlineCode, own: DeadlineCode, whose: string) => `(select u.due_on from deadline u
    join deadline_rule r on r.id = u.rule_id
    where u.case_id = m.id and r.code in ('${law}', '${own}') and ${whose} and u.start_on <= @to
      and (select v.on_day from move v where v.id = u.move_id) <= @to
    order by r.code = '${law}' desc, u.department_id is not null, u.id desc limit 1)`;
  const last = (column: string) =>
    `(select v.${column} from move v where v.case_id = m.id and v.on_day <= @to order by v.id desc limit 1)`;
  const said = (name: string, column: string) => `(select ${column} from move v
    where v.case_id = m.id and v.name = '${name}' and v.on_day <= @to order by v.id desc limit 1)`;
  const rows = db
    .prepare(
      `select m.id, m.number, p.demand, ${last('status')} as status, ${last('holder_id')} as holder, c.code as category,
         (select json_extract(v.details, '$.agent') from move v where v.case_id = m.id and v.on_day <= @to
           and json_extract(v.details, '$.agentId') is not null order by v.id desc limit 1) as agent,
         m.registered_on as lodgedOn, ${said('accept', 'v.on_day')} as acceptedOn,
         ${lastDue('XF_NOTICE_15', 'CARRY_ACCEPT_15', 'u.department_id is null')} as noticeDue,
         case when coalesce(${said('classify', `json_extract(v.details, '$.as')`)}, 'residual') = 'residual'
           then ${lastDue('XF_HANDLE_60', 'CARRY_60', 'true')} end as replyDue,
         coalesce(p.authority_on <= @to, 0) as authorised,
         ${said('conclude', 'v.on_day')} as concludedOn,
         coalesce(${said('rate', `json_extract(v.details, '$.satisfaction')`)}, '') as rating, p.repeat_of as repeatOf,
         (select json_group_array(d.code) from task t join department d on d.id = t.department_id
           where t.case_id = m.id and t.routed_on <= @to) as departments
       from cases m join petition p on p.id = m.id join petition_category c on c.id = p.category_id
       where m.registered_on <= @to and m.status <> '${VOID}' ${only ? AMONG : ''} order by m.id`,
    )
    .all(only ? { to, only: JSON.stringify(only) } : { to }) as (Omit<PetitionFact, 'departments' | 'isAgency'> & {
    departments: string;
    authorised: 0 | 1;
  })[];
  return rows.map(({ authorised, ...row }) => ({
    ...row,
    isAgency: authorised === 1 && row.agent !== null,
    departments: [...new Set(JSON.parse(row.departments) as string[])],
  }));
}

const AMONG = 'and m.id in (select value from json_each(@only))';

/** The days on which a petition can have changed, petition by petition: on others `petitionFacts` has the same of it. */
export function daysOfPetitions(db: Db) {
  const petitions = selectFrom('cases')
    .select(['id as case_id', 'registered_on as day'])
    .where('kind', '=', 'petition');
  const moves = selectFrom('move').select(['case_id', 'on_day as day']);
  const deadlines = selectFrom('deadline').select(['case_id', 'start_on as day']);
  const all = selectFrom(petitions.union(moves).union(deadlines).as('c')).selectAll();
  return rows(db, all.where('case_id', 'in', selectFrom('petition').select('id')));
}

/** How the petitions behind a figure are listed. */
export const PETITION_COLUMNS = [
  column('number', '编号', 'Number', 'code'),
  column('demand', '诉求', 'Demand'),
  column('status', '状态', 'Status', 'word'),
  column('holder', '持有单位', 'Held by'),
  column('lodged_on', '登记日期', 'Lodged', 'day'),
  column('accepted_on', '受理日期', 'Accepted', 'day'),
  column('reply_due_on', '答复期限', 'Reply due', 'day'),
  column('concluded_on', '办结日期', 'Concluded', 'day'),
  column('rating', '评价', 'Rating', 'word'),
] as const;

export function petitionRow({ tree }: Scope, petition: PetitionFact): Row {
  const { number, demand, status, holder, rating } = petition;
  return {
    number,
    demand,
    status: STATUSES[status],
    holder: tree.units.get(holder)?.name,
    lodged_on: petition.lodgedOn,
    accepted_on: petition.acceptedOn,
    reply_due_on: petition.replyDue,
    concluded_on: petition.concludedOn,
    rating: rating === '' ? null : RATINGS[rating],
  };
}
