import type { Figure } from '../../assessment/scheme/scheme.ts';
import type { Subject } from '../../assessment/scoring/subjects.ts';
import { lastTermsBy } from '../../households/term-store.ts';
import { share } from '../../kernel/figures.ts';
import { once } from '../../kernel/once.ts';
import type { Period } from '../../kernel/period.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import type { UnitTree } from '../../units/tree.ts';
import { isOpen } from '../../units/tree.ts';
import { type JudgedHousehold, judgedHouseholds } from '../standards/figures.ts';

/** What rural revitalisation (乡村振兴) is assessed by; each is counted when a scheme asks for it. */
type Revitalisation = Readonly<
  Record<'needs_rate' | 'benefits' | 'hardship_rate' | 'village_rules_rate', () => Figure>
>;

/** The figures of each assessed unit in a period, of which the days to come are left out. */
export function revitalisation(db: Db, tree: UnitTree, period: Period): (subject: Subject) => Revitalisation {
  const needs = once(() => needsDue(db, period));
  const benefits = once(() => benefitsDelivered(db, period));
  const hardship = once(() => hardshipHouseholds(db, period));
  const filed = once(() => unitsWithFiledRules(db, period));
  return subject => ({
    needs_rate: () => needsFigure(needs().filter(({ unit_id }) => subject.units.has(unit_id))),
    benefits: () => {
      const own = benefits().filter(({ unit_id }) => subject.units.has(unit_id));
      return { value: own.length, part: null, whole: null, records: own.map(({ code }) => code) };
    },
    hardship_rate: () =>
      hardshipFigure(
        hardship().filter(({ unit_id }) => subject.units.has(unit_id)),
        tree,
      ),
    village_rules_rate: () => villageRulesFigure(subject, tree, filed()),
  });
}

/** The needs that fell due in a period, with the day on which the household was informed of the result. */
function needsDue(db: Db, { from, to }: Period) {
  const due = selectFrom('need as n')
    .innerJoin(lastTermsBy(to).as('t'), 't.household_id', 'n.household_id')
    .select(['n.code', 'n.due_on', 'n.feedback_on', 't.unit_id'])
    .where('n.due_on', '>=', from)
    .where('n.due_on', '<=', to)
    .where('n.withdrawn_on', 'is', null);
  return rows(db, due.orderBy('n.code'));
}

type Need = Pick<ReturnType<typeof needsDue>[number], 'code' | 'due_on' | 'feedback_on'>;

/** Needs closed in time, of those that fell due: the household was informed of the result by the due day. */
export function needsFigure(due: readonly Need[]): Figure {
  const met = due.filter(({ due_on, feedback_on }) => feedback_on !== null && due_on !== null && feedback_on <= due_on);
  return rate(
    met.length,
    due.length,
    met.map(({ code }) => code),
  );
}

function benefitsDelivered(db: Db, { from, to }: Period) {
  const given = selectFrom('benefit as b')
    .innerJoin(lastTermsBy(to).as('t'), 't.household_id', 'b.household_id')
    .select(['b.code', 't.unit_id'])
    .where('b.given_on', '>=', from)
    .where('b.given_on', '<=', to)
    .where('b.withdrawn_on', 'is', null);
  return rows(db, given.orderBy('b.code'));
}

/** The kind of household that is visited every month (入户走访台账). */
const HARDSHIP = 'hardship';

/** The households in hardship of which a visit fell due in a period, as the report on standards judges them. */
function hardshipHouseholds(db: Db, period: Period): JudgedHousehold[] {
  const judged: JudgedHousehold[] = [];
  for (const household of judgedHouseholds(db, period, period.to, undefined))
    if (household.due > 0 && household.standard?.code === HARDSHIP) judged.push(household);
  return judged;
}

/** Households in hardship visited to their standard, of those judged; the records are the villages, each with its share. */
export function hardshipFigure(
  judged: readonly Pick<JudgedHousehold, 'unit_id' | 'due' | 'made'>[],
  tree: Pick<UnitTree, 'units'>,
): Figure {
  const isMet = ({ due, made }: Pick<JudgedHousehold, 'due' | 'made'>) => made >= due;
  const villages = [...new Set(judged.map(({ unit_id }) => unit_id))].map(id => {
    const own = judged.filter(({ unit_id }) => unit_id === id);
    return `${tree.units.get(id)?.code ?? ''} ${own.filter(isMet).length}/${own.length}`;
  });
  return rate(judged.filter(isMet).length, judged.length, villages.sort());
}

/** The units whose village rules are in force and filed with the township on a period's last day. */
function unitsWithFiledRules(db: Db, { to }: Period): ReadonlyMap<number, string> {
  const inForce = selectFrom('village_rule')
    .select(['code', 'unit_id'])
    .where('kind', '=', 'rule')
    .where('from_on', '<=', to)
    .where('to_on', '>', to)
    .where('filed_on', '<=', to);
  return new Map(rows(db, inForce.orderBy('code')).map(({ code, unit_id }) => [unit_id, code]));
}

/** Villages whose rules are complete, of all villages; a community has a compact and may do without (S-35). */
export function villageRulesFigure(subject: Subject, tree: UnitTree, filed: ReadonlyMap<number, string>): Figure {
  const villages = [...subject.units]
    .flatMap(id => tree.units.get(id) ?? [])
    .filter(unit => unit.level === 'village' && isOpen(tree, unit));
  const complete = villages.flatMap(({ unit_id }) => filed.get(unit_id) ?? []);
  return rate(complete.length, villages.length, complete.sort());
}

function rate(part: number, whole: number, records: readonly string[]): Figure {
  return { value: share(part, whole), part, whole, records };
}
