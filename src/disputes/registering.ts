import type { Step } from '../cases/case.ts';
import { checkBelow, checkOpen } from '../cases/offer.ts';
import type { PartyWords, Role } from '../cases/party.ts';
import { tierLimit } from '../cases/passing.ts';
import { partyWriter } from '../cases/store.ts';
import { caseWriter } from '../cases/writer.ts';
import type { Day } from '../kernel/day.ts';
import { misuse, refuse } from '../kernel/failure.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { TIER, TIER_NAMES } from '../units/level.ts';
import { onTier, type UnitTerm, type UnitTree } from '../units/tree.ts';
import { type Dispute, GRADE_TIER, GRADES, type Grade, type Risk } from './dispute.ts';
import { disputeInserter } from './store.ts';
import type { Status } from './transitions.ts';

/** A dispute to be registered. */
export interface NewDispute {
  readonly unit: UnitTerm;
  readonly on: Day;
  readonly grade: Grade;
  readonly categoryId: number;
  readonly sourceId: number;
  readonly title: string;
  readonly facts: string;
  readonly place: string;
  readonly people: number;
  readonly amountFen: number | null;
  readonly visitId: number | null;
  readonly risk: Risk | '';
  readonly preventedCrime: boolean;
  readonly parties: readonly (readonly [Role, PartyWords])[];
  readonly oldNumber: string | null;
}

/**
 * The unit to which registering offers a case: none where the registering unit is on the grade's tier; the unit above on
 * that tier; or, from above, the one that is named. One door: any unit registers, the right one handles (S-10).
 */
export function rightUnit(
  tree: UnitTree,
  unit: UnitTerm,
  grade: Grade,
  named: UnitTerm | undefined,
): UnitTerm | undefined {
  const wanted = GRADE_TIER[grade];
  const own = TIER[unit.level];
  const words = { grade: GRADES[grade], tier: TIER_NAMES[wanted] ?? GRADES[grade] };
  if (own === wanted && named)
    refuse(
      {
        zh: `${words.grade.zh}纠纷由${words.tier.zh}处理，${unit.name} 自己办理，不用移交`,
        en: `A ${words.grade.en} dispute is handled at ${words.tier.en} level: ${unit.name} keeps it`,
      },
      { zh: '请去掉 --to', en: 'Leave --to away' },
    );
  if (own < wanted && named) {
    checkBelow({ holder: unit.unit_id } as Dispute, named, tree);
    if (TIER[named.level] !== wanted)
      refuse(
        {
          zh: `${words.grade.zh}纠纷由${words.tier.zh}处理，${named.name}不是`,
          en: `A ${words.grade.en} dispute is handled at ${words.tier.en} level, which ${named.name} is not`,
        },
        { zh: '请用 --to 写那一级的机构', en: 'Name a unit of that tier with --to' },
      );
    checkOpen(named, tree);
    return named;
  }
  if (own === wanted) return undefined;
  if (own > wanted) {
    const above = onTier(tree, unit, wanted);
    if (named && named.unit_id !== above?.unit_id)
      refuse(
        {
          zh: `${unit.name} 登记的${words.grade.zh}纠纷移交给${above?.name}`,
          en: `A ${words.grade.en} dispute registered at ${unit.name} goes to ${above?.name}`,
        },
        { zh: '请去掉 --to', en: 'Leave --to away' },
      );
    return above;
  }
  return misuse(
    {
      zh: `${words.grade.zh}纠纷由${words.tier.zh}处理，在${unit.name}登记时须用 --to 写明交给哪个下级机构`,
      en: `A ${words.grade.en} dispute is handled at ${words.tier.en} level: registering it at ${unit.name}, name the unit with --to`,
    },
    { zh: '下级机构用 tiaochu unit tree 查看', en: 'tiaochu unit tree shows the units below' },
  );
}

/** Registers disputes: the number, the dispute's own row, its parties, the first move, the offer to the right unit. */
export function disputeRegistrar(db: Db, tree: UnitTree) {
  const writer = caseWriter(db, tree);
  const insert = disputeInserter(db);
  const addParty = partyWriter(db);
  const register = (
    dispute: NewDispute,
    to: UnitTerm | undefined,
    stamp: Stamp,
    details: Readonly<Record<string, unknown>> = {},
  ): Dispute => {
    const { unit, on, grade, oldNumber } = dispute;
    const { importId } = stamp;
    const caseFile = { kind: 'dispute', unit: unit.unit_id, unitCode: unit.code, on, status: 'registered' } as const;
    const { id, number } = writer.register({ ...caseFile, oldNumber, importId });
    insert({
      id,
      title: dispute.title,
      facts: dispute.facts,
      place: dispute.place,
      grade,
      category_id: dispute.categoryId,
      source_id: dispute.sourceId,
      people: dispute.people,
      amount_fen: dispute.amountFen,
      visit_id: dispute.visitId,
      risk: dispute.risk,
      prevented_crime: dispute.preventedCrime ? 1 : 0,
    });
    const parties = dispute.parties.map(([role, words]) => addParty(id, role, words));
    const state = registered(id, number, dispute, parties);
    const step: Step<Status> = {
      status: 'registered',
      starts: [...tierLimit(unit.unit_id, tree), ...(to ? [{ code: 'OFFER_3', unit: to.unit_id }] : [])],
      ...(to ? { offer: { make: { kind: 'register', to: to.unit_id } } } : {}),
    };
    const made = {
      name: 'register',
      unit: unit.unit_id,
      details: { grade, ...details },
      settled: false,
      inStock: true,
    };
    writer.move(state, made, step, { ...stamp, on });
    if (!to) return state;
    const offer = {
      kind: 'register',
      from: unit.unit_id,
      to: to.unit_id,
      offeredOn: on,
      dueOn: on,
      answerBy: null,
    } as const;
    return { ...state, offer };
  };
  return { register, writer };
}

/** A dispute as it stands when it has just been registered. */
export function registered(
  id: number,
  number: string,
  { unit, on, grade }: Pick<NewDispute, 'unit' | 'on' | 'grade'>,
  parties: readonly number[],
): Dispute {
  return {
    kind: 'dispute',
    id,
    number,
    status: 'registered',
    holder: unit.unit_id,
    unit: unit.unit_id,
    registeredOn: on,
    lastOn: on,
    offer: undefined,
    sender: undefined,
    grade,
    parties,
    rightsOn: null,
    attempted: false,
    regraded: false,
    refused: false,
    agreement: undefined,
    mediationDue: undefined,
  };
}
