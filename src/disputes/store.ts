import { type CaseRow, caseState, duesOf, findMatter, movesOf, partiesOf } from '../cases/store.ts';
import { allRules } from '../deadlines/store.ts';
import type { Day } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import { signedBy } from './agreement.ts';
import { type Agreement, DISPUTE_TITLE, type Dispute, type DisputeAct, type Grade, type Risk } from './dispute.ts';
import type { Status } from './transitions.ts';

/** A dispute's own row. */
export interface DisputeRow {
  readonly id: number;
  readonly title: string;
  readonly facts: string;
  readonly place: string;
  readonly grade: Grade;
  readonly category_id: number;
  readonly source_id: number;
  readonly people: number;
  readonly amount_fen: number | null;
  readonly visit_id: number | null;
  readonly risk: Risk | '';
  readonly prevented_crime: 0 | 1;
  readonly rights_notified_on: Day | null;
  readonly settled_on: Day | null;
  readonly closed_on: Day | null;
}

export function disputeRow(db: Db, id: number): DisputeRow {
  return db.prepare('select * from dispute where id = ?').get(id) as DisputeRow;
}

/**
 * Whether a party of `m`, a row of `cases`, refused mediation (PML Art. 17): it counts until another unit takes the case or
 * it is reopened.
 */
export const REFUSED = `exists (select 1 from move v where v.case_id = m.id and v.name = 'mediate'
  and json_extract(v.details, '$.refused') and not exists (select 1 from move w
    where w.case_id = m.id and w.id > v.id and (w.name = 'reopen' or w.holder_id <> v.holder_id)))`;

/** A dispute with everything that the rules look at, by its number or the end of it. */
export function loadDispute(db: Db, text: string): Dispute {
  return disputeState(db, findMatter(db, 'dispute', text, DISPUTE_TITLE));
}

function disputeState(db: Db, row: CaseRow): Dispute {
  const caseFile = caseState<Status>(db, row);
  const { grade, rights_notified_on } = disputeRow(db, row.id);
  const moves = movesOf(db, row.id);
  // What the holder has on record begins where it took the case, or where the case was reopened.
  const since = moves.findLastIndex((move, i) => move.name === 'reopen' || move.holder_id !== moves[i - 1]?.holder_id);
  const own = moves.slice(since);
  const rule = allRules(db).filter(one => one.code === 'TJ_1M');
  const running = duesOf(db, row.id).find(due => due.done === '' && rule.some(one => one.id === due.rule_id));
  return {
    ...caseFile,
    grade,
    parties: partiesOf(db, row.id).flatMap(party => (party.removed_on === null ? [party.id] : [])),
    rightsOn: rights_notified_on,
    attempted: own.some(move => move.name === 'mediate'),
    regraded: own.some(move => move.name === 'regrade'),
    refused: db.prepare(`select ${REFUSED} from cases m where m.id = ?`).pluck().get(row.id) === 1,
    agreement: agreementOf(db, row.id),
    mediationDue: running?.due_on,
  };
}

/** The agreement of the latest settlement. */
export function agreementOf(db: Db, caseId: number): (Agreement & AgreementText) | undefined {
  const row = db
    .prepare(
      `select id, form, content, amount_fen as amountFen, perform_by as performBy, mediator_on as mediatorOn,
         committee_on as committeeOn, effective_on as effectiveOn from agreement where case_id = ? order by id desc limit 1`,
    )
    .get(caseId) as (Omit<Agreement, 'signed'> & AgreementText) | undefined;
  if (!row) return undefined;
  const signatures = db
    .prepare('select party_id, signed_on from signature where agreement_id = ?')
    .raw()
    .all(row.id) as [number, Day][];
  return { ...row, signed: new Map(signatures) };
}

interface AgreementText {
  readonly content: string;
  readonly amountFen: number | null;
}

/** Enters a new dispute's own row, beside its case. */
export function disputeInserter(db: Db) {
  const insert = db.prepare(
    `insert into dispute (id, title, facts, place, grade, category_id, source_id, people, amount_fen, visit_id, risk,
       prevented_crime) values (@id, @title, @facts, @place, @grade, @category_id, @source_id, @people, @amount_fen,
       @visit_id, @risk, @prevented_crime)`,
  );
  type New = Omit<DisputeRow, 'rights_notified_on' | 'settled_on' | 'closed_on'>;
  return (row: New) => {
    insert.run(row);
  };
}

/** Keeps what a move says about the dispute itself: its grade, its days, its agreement. */
export function factKeeper(db: Db) {
  const grade = db.prepare('update dispute set grade = ? where id = ?');
  const rights = db.prepare('update dispute set rights_notified_on = ? where id = ? and rights_notified_on is null');
  const settled = db.prepare(
    'update dispute set settled_on = ?, prevented_crime = max(prevented_crime, ?) where id = ?',
  );
  const closed = db.prepare('update dispute set closed_on = ? where id = ?');
  const reopened = db.prepare('update dispute set settled_on = null, closed_on = null where id = ?');
  const agreement = db.prepare(
    `insert into agreement (case_id, move_id, form, content, amount_fen, perform_by, effective_on)
     values (?, ?, ?, ?, ?, ?, ?)`,
  );
  return (
    dispute: Pick<Dispute, 'id' | 'agreement' | 'parties'>,
    act: Pick<DisputeAct, 'move' | 'on' | 'details'>,
    moveId: number,
    effectiveOn?: Day,
  ) => {
    const { id } = dispute;
    const { move, on, details } = act;
    if (typeof details.rightsNotified === 'string') rights.run(details.rightsNotified, id);
    if (move === 'regrade') grade.run(details.grade, id);
    if (move === 'close') closed.run(on, id);
    if (move === 'reopen') reopened.run(id);
    if (move === 'settle') {
      settled.run(on, details.preventedCrime ? 1 : 0, id);
      const { form, content, amountFen, performBy } = details;
      agreement.run(id, moveId, form, content, amountFen ?? null, performBy ?? null, form === 'oral' ? on : null);
    }
    if (move === 'sign' && dispute.agreement) keepSignatures(db, dispute, dispute.agreement, act, effectiveOn);
  };
}

function keepSignatures(
  db: Db,
  { parties }: Pick<Dispute, 'parties'>,
  agreement: Agreement,
  act: Pick<DisputeAct, 'details'>,
  effectiveOn: Day | undefined,
): void {
  const { signed, mediatorOn, committeeOn } = signedBy(agreement, act, parties);
  const sign = db.prepare(
    'insert into signature (agreement_id, party_id, signed_on) values (?, ?, ?) on conflict (agreement_id, party_id) do update set signed_on = excluded.signed_on',
  );
  for (const [party, day] of signed) sign.run(agreement.id, party, day);
  db.prepare('update agreement set mediator_on = ?, committee_on = ?, effective_on = ? where id = ?').run(
    mediatorOn,
    committeeOn,
    effectiveOn ?? null,
    agreement.id,
  );
}

/** Changes one of a dispute's own columns. */
export function updateDispute(db: Db, id: number, column: keyof DisputeRow, value: string | number | null): void {
  db.prepare(`update dispute set ${column} = ? where id = ?`).run(value, id);
}

/** The day of a visit, or undefined where there is no such visit. */
export function visitDay(db: Db, id: number): Day | undefined {
  return db.prepare('select visited_on from visit where id = ?').pluck().get(id) as Day | undefined;
}
