import { type CodeRow, codedAs } from '../cases/codes.ts';
import { partiesIn } from '../cases/old-ledger.ts';
import { FROM_OLD_LEDGER, type KnownCases, type OldAct, oldLedgerRegister } from '../cases/old-ledger-register.ts';
import { windowCalled } from '../centre/window-rules.ts';
import { placedWindows } from '../centre/window-store.ts';
import type { Day } from '../kernel/day.ts';
import { onTier } from '../units/tree.ts';
import type { DisputeAct } from './acts.ts';
import { categoryCalled } from './category-words.ts';
import { derivedDispute } from './derived-rules.ts';
import { DISPUTE_TITLE, GRADE_TIER } from './dispute.ts';
import { disputeSheet, type OldDispute } from './old-ledger.ts';
import { oldLedgerProblems } from './old-ledger-rules.ts';
import { disputeRegistrar } from './registering.ts';
import { possiblySameRows } from './same-in-file.ts';
import { allCategories, allSources, disputeTitles, visitOn } from './store.ts';
import type { OldStatus } from './transitions.ts';
import { asFen } from './values.ts';

export const disputeRegister = oldLedgerRegister({
  kind: 'dispute',
  title: DISPUTE_TITLE,
  sheet: disputeSheet,
  personal: ['applicant', 'respondent', 'parties'],
  tables: ['dispute', 'agreement'],
  refersTo: 'merged_into',
  loadOwn: db => ({
    categories: allCategories(db),
    sources: allSources(db),
    titles: disputeTitles(db),
    windows: placedWindows(db),
    visitOn: (household: string, day: Day) => visitOn(db, household, day),
  }),
  derived: (row, { own, units, marking: { secret }, imported, entered }) =>
    derivedDispute(row, {
      ...{ categories: own.categories, unit: units.get(row.unit_code)?.unit_id, secret },
      isKnown: number => imported.has(number) || entered.has(number),
    }),
  derivedBy: {
    old_number: {
      zh: '按登记日期、登记单位、类别和当事人',
      en: 'from the day and unit of registration, the category and the parties',
    },
    title: { zh: '按当事人和类别', en: 'from the parties and the category' },
  },
  problems: (row, { own, units, tree, imported, entered, hasHousehold }, today) => {
    const { categories, sources, visitOn } = own;
    const into = row.merged_into ?? '';
    const before = entered.get(into);
    const mergedInto = before ? (before.status ?? 'registered') : importedStatus(imported.get(into));
    const unit = units.get(row.unit_code);
    const windows = { tree, windows: own.windows };
    const facts = { unit, tree, categories, sources, windows, mergedInto, hasHousehold, visitOn };
    return oldLedgerProblems(row, facts, today);
  },
  known: ({ id, unit_code, registered_on, status, details }, { titles }) => ({
    unit_code,
    title: titles.get(id) ?? '',
    registered_on,
    grade: details.grade as OldDispute['grade'],
    status: (status ?? 'registered') as OldStatus,
  }),
  rowDoubts: possiblySameRows,
  writer: (db, { tree, own }) => {
    const { register, act } = disputeRegistrar(db, tree);
    return {
      act,
      actsOf: oldActs,
      register: (row, unit, details, stamp) => {
        const { registered_on: on, grade, title, facts = '', place = '', risk, old_number: oldNumber } = row;
        const right = onTier(tree, unit, GRADE_TIER[grade]);
        const parties = (['applicant', 'respondent'] as const).flatMap(role =>
          partiesIn(row[role]).map(words => [role, words] as const),
        );
        const visit_id = visitOf(row, own.visitOn);
        const described = {
          ...{ title, facts, place, risk: risk ?? ('' as const), people: row.people ?? parties.length },
          category_id: idOf(categoryCalled(own.categories, row.category), row.category),
          source_id: idOf(codedAs(own.sources, sourceOf(row, visit_id)), row.source ?? ''),
          visit_id,
          window_id: windowCalled(row.window ?? '', own.windows)?.id ?? null,
          amount_fen: row.amount ? asFen(row.amount) : null,
          prevented_crime: row.prevented_crime === 'yes' ? (1 as const) : (0 as const),
        };
        const to = right?.unit_id === unit.unit_id ? undefined : right;
        return register({ unit, on, grade, to, parties, oldNumber, ...described }, stamp, details);
      },
    };
  },
});

/** The status that an imported dispute had in its file; an empty one is registered. */
function importedStatus(found: { readonly status: string | undefined } | undefined): OldStatus | undefined {
  return found && ((found.status ?? 'registered') as OldStatus);
}

/** The visit that a row names; a row was only accepted if it is there. */
function visitOf(
  { visit_household: household = '', visited_on: day = null }: OldDispute,
  visitOn: (household: string, day: Day) => number | undefined,
): number | null {
  return household === '' || day === null ? null : (visitOn(household, day) ?? null);
}

/** Where nobody says it, what was found in a visit was found proactively, and the rest was applied for. */
function sourceOf({ source }: OldDispute, visitId: number | null): string {
  return source || (visitId === null ? 'applied' : 'proactive');
}

function idOf(found: CodeRow | undefined, text: string): number {
  if (!found) throw new Error(`a row was accepted with the unknown code ${text}`);
  return found.id;
}

/** The acts that lead from registration to the status of a row. */
function oldActs(row: OldDispute, known: KnownCases): OldAct<DisputeAct>[] {
  const { registered_on: start, settled_on, closed_on, amount, agreement } = row;
  const end = closed_on ?? settled_on ?? start;
  const into = known.get(row.merged_into ?? '')?.number ?? row.merged_into ?? '';
  const accept: OldAct<DisputeAct> = { move: 'accept', on: start };
  const settled: OldAct<DisputeAct>[] = [
    accept,
    {
      ...{
        move: 'settle',
        on: settled_on ?? start,
        form: 'oral',
        content: agreement || FROM_OLD_LEDGER,
        takenOver: true,
      },
      ...(amount ? { amountFen: asFen(amount) } : {}),
    },
  ];
  const performed: OldAct<DisputeAct>[] = [...settled, { move: 'perform', on: end, extent: 'full' }];
  const acts: Readonly<Record<OldStatus, readonly OldAct<DisputeAct>[]>> = {
    registered: [],
    mediating: [accept],
    suspended: [accept, { move: 'suspend', on: start }],
    settled,
    performed,
    closed: [...performed, { move: 'close', on: end }],
    declined: [{ move: 'decline', on: end }],
    terminated: [accept, { move: 'terminate', on: end, takenOver: true }],
    withdrawn: [accept, { move: 'withdraw', on: end }],
    merged: [accept, { move: 'merge', on: end, into, intoStatus: 'mediating' }],
  };
  return [...acts[row.status ?? 'registered']];
}
