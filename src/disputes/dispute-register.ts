import { readParty } from '../cases/party.ts';
import { type Problem, problem } from '../intake/sheet.ts';
import { covers, type Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Act } from '../ledger/events.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { JUST_ADDED, type Register, type Standing } from '../register/register.ts';
import { TIER } from '../units/level.ts';
import { loadTree } from '../units/store.ts';
import { onTier, type UnitTerm, type UnitTree } from '../units/tree.ts';
import { after } from './after.ts';
import { allCategories, allSources, type CodeRow } from './codes-store.ts';
import { decide } from './decide.ts';
import { DISPUTE_TITLE, type Dispute, type DisputeAct, GRADE_TIER } from './dispute.ts';
import { disputeSheet, type OldDispute, partyTexts } from './old-ledger.ts';
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
}

const TAKEN_OVER = '旧台账转入';
const SETTLED: readonly Status[] = ['settled', 'performed', 'closed'];
const ENDED: readonly Status[] = ['declined', 'terminated', 'withdrawn', 'merged'];

/** Old ledgers of disputes, each row taken through the same moves as a clerk would make; a row is known by its old number. */
export const disputeRegister: Register<OldDispute, OldBook> = {
  noun: 'dispute',
  title: DISPUTE_TITLE,
  sheet: disputeSheet,
  key: ['old_number'],
  fixed: Object.keys(disputeSheet) as (keyof OldDispute & string)[],
  personal: ['applicant', 'respondent'],
  tables: ['matter', 'move', 'offer', 'stay', 'due', 'party', 'dispute', 'agreement'],
  load: async ({ handle }) => {
    const tree = loadTree(handle, '9999-12-30');
    return {
      tree,
      units: new Map([...tree.units.values()].map(unit => [unit.code, unit])),
      categories: allCategories(handle),
      sources: allSources(handle),
      taken: oldDisputes(handle),
      entered: new Map(),
    };
  },
  find: standingRow,
  check: (book, row, _, on) => rowProblems(book, row, on),
  accept: (book, decision) => book.entered.set(decision.row.old_number, decision.row),
  // A duplicate names the one that it is merged into, which must stand before it.
  rank: row => (row.merged_into ? 1 : 0),
  save: (handle, book, decisions, act) => {
    const take = taker(handle, book, act);
    const ordered = decisions.filter(one => one.verdict === 'add').sort((a, b) => rankOf(a.row) - rankOf(b.row));
    for (const { row } of ordered) take(row);
  },
};

const rankOf = (row: OldDispute) => (row.merged_into ? 1 : 0);

/**
 * A row that stands. The case has moved on since, so the row is compared with what the file said when it was taken over:
 * with the columns that are kept, and with a mark of them all.
 */
function standingRow(book: OldBook, row: OldDispute): Standing<OldDispute> | undefined {
  const entered = book.entered.get(row.old_number);
  if (entered) return { id: JUST_ADDED, row: entered };
  const before = book.taken.get(row.old_number);
  if (!before) return undefined;
  const { id, unit_code, registered_on, grade, title, taken } = before;
  if (taken.mark === markOf(row)) return { id, row };
  const { status, settled_on, closed_on } = taken;
  const kept = { ...row, unit_code, registered_on, grade, title, status, settled_on, closed_on };
  const differs = (Object.keys(kept) as (keyof OldDispute)[]).some(key => (kept[key] ?? null) !== (row[key] ?? null));
  return { id, row: differs ? kept : { ...kept, facts: '…' } };
}

/** A short mark of a row's values, to tell whether a file says the same again. */
function markOf(row: OldDispute): string {
  let hash = 0x811c9dc5;
  const text = Object.keys(disputeSheet)
    .map(key => row[key as keyof OldDispute] ?? '')
    .join('\u0000');
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(36)}`;
}

function rowProblems(book: OldBook, row: OldDispute, today: Day): Problem[] {
  const problems: Problem[] = [];
  const complain = (column: keyof OldDispute & string, reason: Text) =>
    problems.push(problem(column, row[column], reason));
  const { status = 'registered', settled_on, closed_on, registered_on } = row;
  const unit = book.units.get(row.unit_code);
  if (!unit) complain('unit_code', { zh: '没有这个机构', en: 'is not a known unit' });
  else if (!covers(unit, registered_on))
    complain('registered_on', { zh: '这个机构当天不在册', en: 'is a day on which the unit was not open' });
  else if (TIER[unit.level] > GRADE_TIER[row.grade] && !onTier(book.tree, unit, GRADE_TIER[row.grade]))
    complain('grade', { zh: '没有处理这一难易程度的上级机构', en: 'has no unit above to handle it' });
  if (!known(book.categories, row.category))
    complain('category', {
      zh: '不在纠纷类别中（用 dispute categories 查看）',
      en: 'is no category (see dispute categories)',
    });
  if (row.source && !known(book.sources, row.source))
    complain('source', { zh: '不在来源中（用 dispute sources 查看）', en: 'is no source (see dispute sources)' });
  if (registered_on > today) complain('registered_on', { zh: '在今天之后', en: 'is after today' });
  const isSettled = SETTLED.includes(status ?? 'registered');
  if (isSettled && !settled_on)
    complain('settled_on', { zh: '已化解的要写化解日期', en: 'is needed for a settled dispute' });
  if (!isSettled && settled_on)
    complain('settled_on', { zh: '还没有化解的不能有化解日期', en: 'does not go with a dispute that is not settled' });
  if (settled_on && (settled_on < registered_on || settled_on > today))
    complain('settled_on', { zh: '应在登记日期和今天之间', en: 'must lie between the registration and today' });
  if (status === 'closed' && !closed_on)
    complain('closed_on', { zh: '已结案的要写结案日期', en: 'is needed for a closed dispute' });
  if (closed_on && (closed_on < (settled_on ?? registered_on) || closed_on > today))
    complain('closed_on', {
      zh: '应在化解（登记）日期和今天之间',
      en: 'must lie between the settlement (or registration) and today',
    });
  if (status === 'merged' && !book.taken.has(row.merged_into ?? '') && !book.entered.has(row.merged_into ?? ''))
    complain('merged_into', { zh: '没有这个原编号的纠纷', en: 'is not the old number of another dispute' });
  if (status !== 'merged' && row.merged_into)
    complain('merged_into', { zh: '只有已并案的才写', en: 'goes with a merged dispute only' });
  return problems;
}

function known(rows: readonly CodeRow[], text: string): CodeRow | undefined {
  return rows.find(row => row.code === text || row.name_zh === text || row.name_en === text);
}

/** Registers one row and takes it to where it stands. */
function taker(handle: Sqlite, book: OldBook, act: Act) {
  const { register, writer } = disputeRegistrar(handle, book.tree);
  const keep = factKeeper(handle);
  const numbers = new Map([...book.taken].map(([old, { number }]) => [old, number]));
  return (row: OldDispute) => {
    const unit = book.units.get(row.unit_code) as UnitTerm;
    const on = row.registered_on;
    const source = known(book.sources, row.source || 'applied');
    const right = onTier(book.tree, unit, GRADE_TIER[row.grade]);
    const parties = (['applicant', 'respondent'] as const).flatMap(role =>
      partyTexts(row[role]).map(text => [role, readParty(text)] as const),
    );
    const fresh = {
      unit,
      on,
      grade: row.grade,
      categoryId: known(book.categories, row.category)?.id ?? 0,
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
    const { status = 'registered', settled_on = null, closed_on = null } = row;
    const taken = { status: status ?? 'registered', settled_on, closed_on, mark: markOf(row) };
    let dispute: Dispute = register(fresh, right?.unit_id === unit.unit_id ? undefined : right, act, { taken });
    numbers.set(row.old_number, dispute.number);
    for (const [move, day, details] of movesTo(row, numbers)) {
      const actorId = move === 'accept' && dispute.offer ? dispute.offer.to : dispute.holder;
      const actor = book.tree.units.get(actorId) as UnitTerm;
      const one: DisputeAct = { move, on: day, today: act.on, actor, tree: book.tree, reason: TAKEN_OVER, details };
      const step = decide(dispute, one, code => writer.rule(code, day));
      const made = {
        name: move,
        unit: actorId,
        details,
        settled: step.status === 'settled',
        inStock: IN_STOCK.has(step.status),
      };
      const moveId = writer.move(dispute, made, step, { ...act, on: day, reason: TAKEN_OVER });
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
  const settle = { form: 'oral', content: TAKEN_OVER, rightsNotified: settled_on ?? start };
  const accept: Planned = ['accept', start, {}];
  const settled: Planned[] = [accept, ['settle', settled_on ?? start, settle]];
  const performed: Planned[] = [...settled, ['perform', end, { extent: 'full' }]];
  if (ENDED.includes(status)) {
    const into = { into: numbers.get(merged_into ?? '') ?? merged_into, intoStatus: 'mediating' };
    const ending: Readonly<Record<string, Planned>> = {
      declined: ['decline', end, {}],
      terminated: ['terminate', end, { remediesTold: true }],
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
