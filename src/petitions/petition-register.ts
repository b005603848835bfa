import { type Agent, agentRows } from '../agents/store.ts';
import { codedAs } from '../cases/codes.ts';
import { partiesIn } from '../cases/old-ledger.ts';
import { FROM_OLD_LEDGER, type OldAct, oldLedgerRegister } from '../cases/old-ledger-register.ts';
import { windowCalled } from '../centre/window-rules.ts';
import { placedWindows } from '../centre/window-store.ts';
import type { UnitTerm } from '../units/tree.ts';
import type { PetitionAct } from './acts.ts';
import { derivedPetition } from './derived-rules.ts';
import { petitionLodger } from './lodging.ts';
import { storedKind } from './lodging-rules.ts';
import { type OldPetition, petitionSheet } from './old-ledger.ts';
import { oldLedgerProblems } from './old-ledger-rules.ts';
import { isOrgan } from './organ.ts';
import { PETITION_TITLE, type Petition } from './petition.ts';
import { petitionCategories } from './store.ts';

/** What petitions of an old ledger are judged by besides. */
interface OwnFacts {
  readonly categories: ReturnType<typeof petitionCategories>;
  readonly windows: ReturnType<typeof placedWindows>;
  readonly agents: ReadonlyMap<string, Agent>;
}

export const petitionRegister = oldLedgerRegister<OldPetition, Petition, PetitionAct, OwnFacts>({
  kind: 'petition',
  title: PETITION_TITLE,
  sheet: petitionSheet,
  personal: ['petitioner', 'demand'],
  tables: ['petition'],
  refersTo: 'repeat_of',
  loadOwn: db => ({
    categories: petitionCategories(db),
    windows: placedWindows(db),
    agents: new Map(agentRows(db).map(agent => [agent.code, agent])),
  }),
  derived: (row, { own, units, marking: { secret } }) =>
    derivedPetition(row, { categories: own.categories, unit: units.get(row.unit_code)?.unit_id, secret }),
  derivedBy: {
    old_number: {
      zh: '按登记日期、登记单位、类别和信访人',
      en: 'from the day and unit of the lodging, the category and the petitioners',
    },
  },
  problems: (row, { own, units, tree, imported, entered, hasHousehold }, today) => {
    const earlier = row.repeat_of ?? '';
    const facts = {
      ...{ unit: units.get(row.unit_code), categories: own.categories, hasHousehold },
      windows: { tree, windows: own.windows },
      agent: own.agents.get(row.agent_code ?? ''),
      earlierOn: imported.get(earlier)?.registered_on ?? entered.get(earlier)?.registered_on,
    };
    return oldLedgerProblems(row, facts, today);
  },
  known: () => ({}),
  writer: (db, book) => {
    const { tree, own } = book;
    const { lodge, act } = petitionLodger(db, tree);
    return {
      act,
      actsOf: row => oldActs(row, own.agents.get(row.agent_code ?? ''), isCarried(book.units.get(row.unit_code))),
      register: (row, unit, details, stamp, known) => {
        const { registered_on: on, channel, demand, external_no = '', old_number: oldNumber } = row;
        const petitioners = partiesIn(row.petitioner);
        const category = codedAs(own.categories, row.category);
        if (!category) throw new Error(`a row was accepted with the unknown category ${row.category}`);
        const lodged = {
          ...{ unit, on, channel, demand, external_no, oldNumber, petitioners, category_id: category.id },
          kind: storedKind(row.kind),
          people: Math.max(row.people ?? 1, petitioners.length),
          repeat_of: known.get(row.repeat_of ?? '')?.id ?? null,
          authority_on: row.authority_on ?? null,
          window_id: windowCalled(row.window ?? '', own.windows)?.id ?? null,
        };
        return lodge(lodged, stamp, details);
      },
    };
  },
});

/** A unit that is no organ only carries what it accepts. */
const isCarried = (unit: UnitTerm | undefined) => (unit && !isOrgan(unit) ? true : undefined);

/** The acts that lead from lodging to the status of a row. */
function oldActs(
  row: OldPetition,
  agent: { readonly code: string; readonly id: number } | undefined,
  carries: true | undefined,
) {
  const { registered_on, concluded_on, closed_on, rating, outcome } = row;
  const status = row.status ?? 'lodged';
  const accepted = row.accepted_on ?? registered_on;
  const assign: OldAct<PetitionAct>[] = agent
    ? [{ move: 'assign', on: accepted, agent: agent.code, agentId: agent.id }]
    : [];
  const acts: OldAct<PetitionAct>[] = [];
  // An old ledger has no notices of its own: an organ gave them with what it says it did.
  const told = (kind: 'acceptance' | 'refusal'): OldAct<PetitionAct>[] =>
    carries ? [] : [{ move: 'notice', on: accepted, kind }];
  if (status === 'declined') return [{ move: 'decline', on: accepted } as const, ...told('refusal')];
  if (status !== 'lodged') acts.push({ move: 'accept', on: accepted, carries }, ...told('acceptance'));
  acts.push(...assign);
  if (!outcome) return acts;
  const on = concluded_on ?? accepted;
  acts.push({ move: 'conclude', on, outcome, reply: FROM_OLD_LEDGER });
  if (rating || status === 'closed') acts.push({ move: 'notice', on, kind: 'opinion' });
  if (rating) acts.push({ move: 'rate', on, satisfaction: rating });
  if (status === 'closed') acts.push({ move: 'close', on: closed_on ?? on });
  return acts;
}
