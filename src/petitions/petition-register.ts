import { agentRows } from '../agents/store.ts';
import { codedAs } from '../cases/codes.ts';
import { decideBy } from '../cases/life.ts';
import { differing, marksOf, partyTexts } from '../cases/old-ledger.ts';
import { readParty } from '../cases/party.ts';
import { householdKnown } from '../cases/store.ts';
import type { Day } from '../kernel/day.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Existing, JUST_ADDED, type Register } from '../register/register.ts';
import { loadTree } from '../units/store.ts';
import { type UnitTerm, type UnitTree, unitsByCode } from '../units/tree.ts';
import { after } from './after.ts';
import { PETITION_LIFE } from './life.ts';
import { petitionLodger, storedKind } from './lodging.ts';
import { type OldPetition, petitionSheet } from './old-ledger.ts';
import { oldLedgerProblems } from './old-ledger-rules.ts';
import { oldPetitions, type TakenOver } from './old-ledger-store.ts';
import { PETITION_TITLE, type PetitionAct } from './petition.ts';
import { type PetitionCategory, petitionCategories, petitionKeeper } from './store.ts';
import { IN_STOCK, type Move } from './transitions.ts';

interface OldBook {
  readonly tree: UnitTree;
  readonly units: ReadonlyMap<string, UnitTerm>;
  readonly categories: readonly PetitionCategory[];
  readonly agents: ReadonlyMap<string, ReturnType<typeof agentRows>[number]>;
  readonly taken: ReadonlyMap<string, TakenOver>;
  /** Rows of this file, by their old number. */
  readonly entered: Map<string, OldPetition>;
  readonly hasHousehold: (code: string) => boolean;
}

const COLUMNS = Object.keys(petitionSheet) as (keyof OldPetition & string)[];
const TAKEN_OVER = '旧台账转入';

/** Old ledgers of petitions, each row taken through the same moves as a clerk would make; a row is known by its old number. */
export const petitionRegister: Register<OldPetition, OldBook> = {
  noun: 'petition',
  title: PETITION_TITLE,
  sheet: petitionSheet,
  key: ['old_number'],
  immutable: COLUMNS,
  personal: ['petitioner', 'demand'],
  tables: ['cases', 'move', 'offer', 'stay', 'deadline', 'party', 'petition'],
  load: ({ db }) => {
    const tree = loadTree(db, '9999-12-30');
    return {
      tree,
      units: unitsByCode(tree.terms),
      categories: petitionCategories(db),
      agents: new Map(agentRows(db).map(agent => [agent.code, agent])),
      taken: oldPetitions(db),
      entered: new Map(),
      hasHousehold: householdKnown(db),
    };
  },
  find: standingRow,
  check: (book, row, _, on) => {
    const { units, categories, agents, taken, entered, hasHousehold } = book;
    const earlier = row.repeat_of ?? '';
    const facts = {
      unit: units.get(row.unit_code),
      categories,
      agent: agents.get(row.agent_code ?? ''),
      earlierOn: taken.get(earlier)?.registeredOn ?? entered.get(earlier)?.registered_on,
      hasHousehold,
    };
    return oldLedgerProblems(row, facts, on);
  },
  accept: (book, decision) => book.entered.set(decision.row.old_number, decision.row),
  // A repeat names the petition that it repeats, which must stand before it.
  rank: row => (row.repeat_of ? 1 : 0),
  save: (db, book, decisions, act) => {
    const take = taker(db, book, act);
    const added = decisions.flatMap(one => (one.verdict === 'add' ? [one.row] : []));
    for (const row of [...added].sort((a, b) => Number(Boolean(a.repeat_of)) - Number(Boolean(b.repeat_of)))) take(row);
  },
};

/** A row that stands; the petition has moved on since, so the row is compared with marks of what the file said. */
function standingRow(book: OldBook, row: OldPetition): Existing<OldPetition> | undefined {
  const entered = book.entered.get(row.old_number);
  if (entered) return { id: JUST_ADDED, row: entered };
  const before = book.taken.get(row.old_number);
  if (!before) return undefined;
  const others = differing(COLUMNS, row, before.marks);
  return { id: before.id, row: { ...row, ...Object.fromEntries(others.map(key => [key, '…'])) } };
}

/** Lodges one row and takes it to where it stands. */
function taker(db: Db, book: OldBook, stamp: Stamp) {
  const { lodge, writer } = petitionLodger(db, book.tree);
  const keep = petitionKeeper(db);
  const ids = new Map([...book.taken].map(([old, { id }]) => [old, id]));
  return (row: OldPetition) => {
    const unit = book.units.get(row.unit_code) as UnitTerm;
    const petitioners = partyTexts(row.petitioner).map(readParty);
    const marks = marksOf(COLUMNS, row);
    let petition = lodge(
      {
        unit,
        on: row.registered_on,
        channel: row.channel,
        kind: storedKind(row.kind),
        demand: row.demand,
        category_id: codedAs(book.categories, row.category)?.id ?? 0,
        people: Math.max(row.people ?? 1, petitioners.length),
        repeat_of: ids.get(row.repeat_of ?? '') ?? null,
        external_no: row.external_no ?? '',
        authority_on: row.authority_on ?? null,
        petitioners,
        oldNumber: row.old_number,
      },
      stamp,
      { marks },
    );
    ids.set(row.old_number, petition.id);
    for (const [move, on, details] of movesTo(row, book)) {
      const one: PetitionAct = { move, on, today: stamp.on, actor: unit, tree: book.tree, reason: TAKEN_OVER, details };
      const step = decideBy(PETITION_LIFE, petition, one, code => writer.rule(code, on));
      const settled = step.status === 'concluded';
      const made = { name: move, unit: unit.unit_id, details, settled, inStock: IN_STOCK.has(step.status) };
      const moveId = writer.move(petition, made, step, { ...stamp, on, reason: TAKEN_OVER });
      keep(petition, one, moveId);
      petition = after(petition, one, step);
    }
  };
}

type Planned = readonly [move: Move, on: Day, details: Readonly<Record<string, unknown>>];

/** The moves that lead from lodging to where a row says the petition stands. */
function movesTo(row: OldPetition, book: OldBook): Planned[] {
  const { registered_on, concluded_on, closed_on, rating } = row;
  const status = row.status ?? 'lodged';
  const accepted = row.accepted_on ?? registered_on;
  const agent = book.agents.get(row.agent_code ?? '');
  const assigned: Planned[] = agent ? [['assign', accepted, { agent: agent.code, agentId: agent.id }]] : [];
  if (status === 'declined') return [['decline', accepted, {}]];
  if (status === 'lodged') return assigned;
  const open: Planned[] = [['accept', accepted, {}], ...assigned];
  if (status === 'accepted') return open;
  const on = concluded_on ?? accepted;
  const concluded: Planned[] = [
    ...open,
    ['conclude', on, { outcome: row.outcome, reply: TAKEN_OVER }],
    ...(rating || status === 'closed' ? [['notify', on, {}] as const] : []),
    ...(rating ? [['rate', on, { satisfaction: rating }] as const] : []),
  ];
  return status === 'closed' ? [...concluded, ['close', closed_on ?? on, {}]] : concluded;
}
