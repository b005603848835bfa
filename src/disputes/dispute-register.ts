import { type CodeRow, codedAs } from '../cases/codes.ts';
import { differing, marksOf, partyTexts } from '../cases/old-ledger.ts';
import { readParty } from '../cases/party.ts';
import { householdKnown } from '../cases/store.ts';
import type { Day } from '../kernel/day.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Existing, JUST_ADDED, type Register } from '../register/register.ts';
import { loadTree } from '../units/store.ts';
import { onTier, type UnitTerm, type UnitTree, unitsByCode } from '../units/tree.ts';
import { after } from './after.ts';
import { allCategories, allSources } from './codes-store.ts';
import { decide } from './decide.ts';
import { DISPUTE_TITLE, type Dispute, type DisputeAct, GRADE_TIER } from './dispute.ts';
import { disputeSheet, type OldDispute } from './old-ledger.ts';
import { type OldLedgerFacts, oldLedgerProblems } from './old-ledger-rules.ts';
import { oldDisputes, type TakenOver } from './old-ledger-store.ts';
import { disputeRegistrar } from './registering.ts';
import { factKeeper } from './store.ts';
import { IN_STOCK, type Move, type Status } from './transitions.ts';
import { asFen } from './values.ts';

interface OldBook {
  readonly tree: UnitTree;
  readonly units: ReadonlyMap<string, UnitTerm>;
  readonly categories: readonly CodeRow[];
  readonly sources: readonly CodeRow[];
  readonly taken: ReadonlyMap<string, TakenOver>;
  /** Rows of this file, by their old number. */
  readonly entered: Map<string, OldDispute>;
  readonly hasHousehold: (code: string) => boolean;
}

const COLUMNS = Object.keys(disputeSheet) as (keyof OldDispute & string)[];
const TAKEN_OVER = '旧台账转入';
const ENDED: readonly Status[] = ['declined', 'terminated', 'withdrawn', 'merged'];

/** Old ledgers of disputes, each row taken through the same moves as a clerk would make; a row is known by its old number. */
export const disputeRegister: Register<OldDispute, OldBook> = {
  noun: 'dispute',
  title: DISPUTE_TITLE,
  sheet: disputeSheet,
  key: ['old_number'],
  immutable: COLUMNS,
  personal: ['applicant', 'respondent'],
  tables: ['cases', 'move', 'offer', 'stay', 'deadline', 'party', 'dispute', 'agreement'],
  load: ({ db }) => {
    const tree = loadTree(db, '9999-12-30');
    return {
      tree,
      units: unitsByCode(tree.terms),
      categories: allCategories(db),
      sources: allSources(db),
      taken: oldDisputes(db),
      entered: new Map(),
      hasHousehold: householdKnown(db),
    };
  },
  find: standingRow,
  check: (book, row, _, on) => oldLedgerProblems(row, factsFor(book, row), on),
  accept: (book, decision) => book.entered.set(decision.row.old_number, decision.row),
  // A duplicate names the one that it is merged into, which must stand before it.
  rank: row => (row.merged_into ? 1 : 0),
  save: (db, book, decisions, act) => {
    const take = taker(db, book, act);
    const ordered = decisions.filter(one => one.verdict === 'add').sort((a, b) => rankOf(a.row) - rankOf(b.row));
    for (const { row } of ordered) take(row);
  },
};

const rankOf = (row: OldDispute) => (row.merged_into ? 1 : 0);

/**
 * A row that stands. The case has moved on since, so the row is compared with what the file said when it was taken over:
 * with marks of its values, which give no personal data away.
 */
function standingRow(book: OldBook, row: OldDispute): Existing<OldDispute> | undefined {
  const entered = book.entered.get(row.old_number);
  if (entered) return { id: JUST_ADDED, row: entered };
  const before = book.taken.get(row.old_number);
  if (!before) return undefined;
  const { id, unit_code, registered_on, grade, title, taken } = before;
  const kept: Partial<OldDispute> = { unit_code, registered_on, grade, title, status: taken.status };
  const others = differing(COLUMNS, row, taken.marks) as (keyof OldDispute)[];
  return { id, row: { ...row, ...Object.fromEntries(others.map(key => [key, kept[key] ?? '…'])) } };
}

/** What the rules need to know of the ledger for a row. */
function factsFor(book: OldBook, row: OldDispute): OldLedgerFacts {
  const { units, tree, categories, sources, taken, entered, hasHousehold } = book;
  const into = row.merged_into ?? '';
  const mergedInto =
    entered.get(into)?.status ?? taken.get(into)?.status ?? (entered.has(into) ? 'registered' : undefined);
  return { unit: units.get(row.unit_code), tree, categories, sources, mergedInto, hasHousehold };
}

/** Registers one row and takes it to where it stands. */
function taker(db: Db, book: OldBook, stamp: Stamp) {
  const { register, writer } = disputeRegistrar(db, book.tree);
  const keep = factKeeper(db);
  const numbers = new Map([...book.taken].map(([old, { number }]) => [old, number]));
  return (row: OldDispute) => {
    const unit = book.units.get(row.unit_code) as UnitTerm;
    const on = row.registered_on;
    const source = codedAs(book.sources, row.source || 'applied');
    const right = onTier(book.tree, unit, GRADE_TIER[row.grade]);
    const parties = (['applicant', 'respondent'] as const).flatMap(role =>
      partyTexts(row[role]).map(text => [role, readParty(text)] as const),
    );
    const fresh = {
      unit,
      on,
      grade: row.grade,
      categoryId: codedAs(book.categories, row.category)?.id ?? 0,
      sourceId: source?.id ?? 0,
      title: row.title,
      facts: row.facts ?? '',
      place: row.place ?? '',
      people: row.people ?? parties.length,
      amountFen: row.amount ? asFen(row.amount) : null,
      visitId: null,
      risk: row.risk ?? ('' as const),
      preventedCrime: row.prevented_crime === 'yes',
      parties,
      oldNumber: row.old_number,
    };
    const taken = { status: row.status ?? 'registered', marks: marksOf(COLUMNS, row) };
    let dispute: Dispute = register(fresh, right?.unit_id === unit.unit_id ? undefined : right, stamp, { taken });
    numbers.set(row.old_number, dispute.number);
    for (const [move, day, details] of movesTo(row, numbers)) {
      const actorId = move === 'accept' && dispute.offer ? dispute.offer.to : dispute.holder;
      const actor = book.tree.units.get(actorId) as UnitTerm;
      const one: DisputeAct = { move, on: day, today: stamp.on, actor, tree: book.tree, reason: TAKEN_OVER, details };
      const step = decide(dispute, one, code => writer.rule(code, day));
      const made = {
        name: move,
        unit: actorId,
        details,
        settled: step.status === 'settled',
        inStock: IN_STOCK.has(step.status),
      };
      const moveId = writer.move(dispute, made, step, { ...stamp, on: day, reason: TAKEN_OVER });
      keep(dispute, one, moveId);
      dispute = after(dispute, one, step);
    }
  };
}

type Planned = readonly [move: Move, on: Day, details: Readonly<Record<string, unknown>>];

/** The moves that lead from registration to where a row says the dispute stands. */
function movesTo(row: OldDispute, numbers: ReadonlyMap<string, string>): Planned[] {
  const { registered_on: start, settled_on, closed_on, merged_into } = row;
  const status = row.status ?? 'registered';
  const end = closed_on ?? settled_on ?? start;
  const settle = {
    form: 'oral',
    content: TAKEN_OVER,
    takenOver: true,
    ...(row.amount ? { amountFen: asFen(row.amount) } : {}),
  };
  const accept: Planned = ['accept', start, {}];
  const settled: Planned[] = [accept, ['settle', settled_on ?? start, settle]];
  const performed: Planned[] = [...settled, ['perform', end, { extent: 'full' }]];
  if (ENDED.includes(status)) {
    const into = { into: numbers.get(merged_into ?? '') ?? merged_into, intoStatus: 'mediating' };
    const ending: Readonly<Record<string, Planned>> = {
      declined: ['decline', end, {}],
      terminated: ['terminate', end, { takenOver: true }],
      withdrawn: ['withdraw', end, {}],
      merged: ['merge', end, into],
    };
    const last = ending[status] as Planned;
    return status === 'declined' ? [last] : [accept, last];
  }
  const plans: Partial<Record<Status, Planned[]>> = {
    registered: [],
    mediating: [accept],
    suspended: [accept, ['suspend', start, {}]],
    settled,
    performed,
    closed: [...performed, ['close', end, {}]],
  };
  return plans[status] ?? [];
}
