import { type Problem, problemsOf, type Sheet } from '../intake/sheet.ts';
import { type Day, tooEarly } from '../kernel/day.ts';
import type { Noun, Text } from '../kernel/text.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Existing, JUST_ADDED, NOT_KEPT, type Register } from '../register/register.ts';
import { loadTree } from '../units/store.ts';
import { type UnitTerm, type UnitTree, unitsByCode } from '../units/tree.ts';
import type { Case, CaseAct, CaseKind, Scene } from './case.ts';
import { differing, type Marking, marksOf } from './marks.ts';
import { actorOf } from './offer.ts';
import { ensureMarkSecret, type ImportedCase, importedCases } from './old-ledger-store.ts';
import { hasHousehold } from './party-store.ts';

/** What an office still keeps a ledger of is not from before the People's Republic: such a day is a slip of the hand. */
function earlyProblems({ registered_on }: OldCase): Problem[] {
  return problemsOf('registered_on', registered_on, tooEarly(registered_on));
}

/** What all rows of old ledgers have: who registered the case, when, under which number of theirs. */
interface OldCase {
  readonly old_number: string;
  readonly unit_code: string;
  readonly registered_on: Day;
  readonly responsible?: string | undefined;
}

/** What rows are judged by, loaded once. */
export interface OldBook<R, Own> {
  readonly tree: UnitTree;
  readonly units: ReadonlyMap<string, UnitTerm>;
  readonly imported: ReadonlyMap<string, ImportedCase>;
  /** Rows of this file, by their old number. */
  readonly entered: Map<string, R>;
  readonly marking: Marking;
  hasHousehold(code: string): boolean;
  readonly own: Own;
}

/** The reason of every act that an old ledger brings. */
export const FROM_OLD_LEDGER = '旧台账转入';

/** An act without its reason, as a row of an old ledger tells it. */
export type OldAct<A> = A extends CaseAct ? Omit<A, 'reason'> : never;

/** What an old ledger of one kind of case has of its own. */
interface OldLedger<R extends OldCase, C extends Case, A extends CaseAct, Own> {
  readonly kind: CaseKind;
  readonly title: Noun;
  readonly sheet: Sheet<R>;
  readonly personal: readonly (keyof R & string)[];
  readonly tables: readonly string[];
  /** The column with the old number of an earlier case, which must be in the ledger before. */
  readonly refersTo: keyof R & string;
  /** What its rows are judged by besides. */
  loadOwn(db: Db): Own;
  /** Fills in what the list leaves out and the row says for certain. */
  derived(row: R, book: OldBook<R, Own>): R;
  /** By which rule each column is derived, for the remark that says so. */
  readonly derivedBy: Readonly<Partial<Record<keyof R & string, Text>>>;
  problems(row: R, book: OldBook<R, Own>, today: Day): Problem[];
  /** What the ledger can tell of an imported row besides its marks. */
  known(imported: ImportedCase, own: Own): Partial<R>;
  writer(db: Db, book: OldBook<R, Own>): OldLedgerWriter<R, C, A>;
  readonly rowDoubts?: Register<R, OldBook<R, Own>>['rowDoubts'];
}

/** Cases that a row can refer to, by their old number. */
export type KnownCases = ReadonlyMap<string, { readonly id: number; readonly number: string }>;

interface OldLedgerWriter<R, C, A extends CaseAct> {
  /** Registers a row as a clerk would; `details` go into its first move. */
  register(row: R, unit: UnitTerm, details: Readonly<Record<string, unknown>>, stamp: Stamp, known: KnownCases): C;
  /** The acts that lead from registration to the row's status. */
  actsOf(row: R, known: KnownCases): readonly OldAct<A>[];
  act(before: C, act: A, scene: Scene, stamp: Stamp): C;
}

/** The register of an old ledger: each row makes the same moves as a clerk would, and is known by its old number. */
export function oldLedgerRegister<R extends OldCase, C extends Case, A extends CaseAct, Own>(
  ledger: OldLedger<R, C, A, Own>,
): Register<R, OldBook<R, Own>> {
  const columns = Object.keys(ledger.sheet) as (keyof R & string)[];
  // A row that refers to another one comes after it.
  const rank = (row: R) => (row[ledger.refersTo] ? 1 : 0);
  return {
    noun: ledger.kind,
    title: ledger.title,
    sheet: ledger.sheet,
    key: ['old_number'],
    immutable: columns,
    personal: ledger.personal,
    tables: ['cases', 'move', 'offer', 'stay', 'deadline', 'party', ...ledger.tables],
    load: ({ db }) => {
      const tree = loadTree(db, '9999-12-30');
      const [units, imported] = [unitsByCode(tree.terms), importedCases(db, ledger.kind, tree)];
      const own = ledger.loadOwn(db);
      const marking = { secret: ensureMarkSecret(db), columns, names: ledger.personal };
      const has = (code: string) => hasHousehold(db, code);
      return { tree, units, imported, entered: new Map(), marking, hasHousehold: has, own };
    },
    complete: (book, row) => ledger.derived(row, book),
    derivedBy: ledger.derivedBy,
    find: (book, row) => existingRow(book, row, ledger.known),
    check: (book, row, _, on) => [...earlyProblems(row), ...ledger.problems(row, book, on)],
    accept: (book, { row }) => book.entered.set(row.old_number, row),
    rank,
    ...(ledger.rowDoubts ? { rowDoubts: ledger.rowDoubts } : {}),
    save: (db, book, decisions, stamp) => {
      const add = rowWriter(ledger.writer(db, book), book, stamp);
      const added = decisions.flatMap(decision => (decision.verdict === 'add' ? [decision.row] : []));
      for (const row of added.sort((a, b) => rank(a) - rank(b))) add(row);
    },
  };
}

/**
 * A row that was imported before. The case has moved on since, so the row is compared with what the file said then: with
 * marks of its values.
 */
function existingRow<R extends OldCase, Own>(
  book: OldBook<R, Own>,
  row: R,
  known: (imported: ImportedCase, own: Own) => Partial<R>,
): Existing<R> | undefined {
  const entered = book.entered.get(row.old_number);
  if (entered) return { id: JUST_ADDED, row: entered };
  const imported = book.imported.get(row.old_number);
  if (!imported) return undefined;
  const values: Readonly<Record<string, unknown>> = known(imported, book.own);
  const others = differing(book.marking, row, imported.marks).map(column => [column, values[column] ?? NOT_KEPT]);
  return { id: imported.id, row: { ...row, ...Object.fromEntries(others) } };
}

/** Why the moves of a row are made; who was responsible then is not a person of the case, and kept here. */
function reasonOf({ responsible }: OldCase): string {
  return responsible ? `${FROM_OLD_LEDGER}；责任人：${responsible}` : FROM_OLD_LEDGER;
}

/** Registers one row and makes the moves that lead to its status. */
function rowWriter<R extends OldCase, C extends Case, A extends CaseAct, Own>(
  { register, actsOf, act }: OldLedgerWriter<R, C, A>,
  { tree, units, imported, marking }: OldBook<R, Own>,
  stamp: Stamp,
) {
  const known = new Map<string, { readonly id: number; readonly number: string }>(imported);
  const unitOf = (unit: UnitTerm | undefined) => {
    if (!unit) throw new Error('a row was accepted whose unit is not known');
    return unit;
  };
  return (row: R) => {
    const { status } = row as { readonly status?: string | null };
    const taken = { status: status ?? undefined, marks: marksOf(marking, row) };
    const reason = reasonOf(row);
    const first = row.responsible ? { ...stamp, reason } : stamp;
    let facts = register(row, unitOf(units.get(row.unit_code)), { taken }, first, known);
    known.set(row.old_number, facts);
    for (const planned of actsOf(row, known)) {
      const made = { ...planned, reason } as unknown as A;
      const actor = unitOf(tree.units.get(actorOf(facts, made.move)));
      facts = act(facts, made, { actor, tree, today: stamp.on }, stamp);
    }
  };
}
