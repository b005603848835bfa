import { coded } from '../../cases/codes.ts';
import { atParam, numberArgument } from '../../cases/move-command.ts';
import { checkActor } from '../../cases/offer.ts';
import { changedLine, changeRegistration, registrationParams } from '../../cases/registration-change.ts';
import { windowChange, windowOrNoneParam } from '../../centre/receiving.ts';
import { windowCode } from '../../centre/window-store.ts';
import { command, type Outcome } from '../../cli/command.ts';
import { choice, narrowing, option, picks } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import { asCount, asTitle } from '../../cli/values.ts';
import type { Day } from '../../kernel/day.ts';
import { misuse, refuseIf } from '../../kernel/failure.ts';
import { onlyGiven } from '../../kernel/only-given.ts';
import { lines } from '../../kernel/view.ts';
import { changesBetween, recordChanges } from '../../ledger/events.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { NOTHING_NAMED } from '../../register/add-and-change.ts';
import { loadTree } from '../../units/store.ts';
import { type UnitTree, unitNamed } from '../../units/tree.ts';
import { writtenCategoryProblem } from '../agreement-rules.ts';
import { DISPUTES } from '../area.ts';
import { followDelegation } from '../delegation.ts';
import { CATEGORY_TITLE, type Dispute, SOURCE_TITLE } from '../dispute.ts';
import { toCorrectedUnit } from '../right-unit-picked.ts';
import { allCategories, allSources, disputeRow, isDelegated, loadDispute, updateDispute, visitDay } from '../store.ts';
import { categoryParam, checkVisit, describing } from './register.ts';

const YES_NO = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } } as const;

/** A visit's number, or none. */
function asVisit(text: string): number | null {
  return text === 'none' || text === '无' ? null : asCount(text);
}

export const change = command({
  name: 'change',
  zh: '修改',
  summary: {
    zh: '修改纠纷的名称、情况、类别等，原值保留在历史中',
    en: 'change a dispute’s title, facts, category and so on; old values stay in the history',
  },
  example: 'dispute change 150722100200-2023-1 --title 院墙滴水纠纷 --risk yellow',
  access: 'write',
  params: {
    number: numberArgument(DISPUTES),
    title: option('--title <text>', { zh: '纠纷名称', en: 'what it is called' }, asTitle),
    category: categoryParam,
    source: picks('source', option('--source <code>', { zh: '来源', en: 'source' })),
    ...describing,
    visit: option(
      '--visit <id>',
      { zh: '在哪次走访中发现的（走访号；填 无 为没有）', en: 'the visit in which it was found; none for no visit' },
      asVisit,
    ),
    window: windowOrNoneParam,
    ...registrationParams,
    to: narrowing(
      toCorrectedUnit,
      picks(
        'unit',
        option('--to <unit>', {
          zh: '接收的下级机构（更正后由下级处理时写）',
          en: 'with --unit: the unit below that is to handle it',
        }),
      ),
    ),
    preventedCrime: choice(
      '--prevented-crime <yes|no>',
      { zh: '防止民转刑', en: 'kept from turning criminal' },
      YES_NO,
    ),
    at: atParam(DISPUTES, 'change'),
    reason: reasonParam,
  },
  run: (context, input) => {
    const { db, today, stamp } = context;
    const tree = loadTree(db, today);
    const dispute = loadDispute(db, input.number);
    checkActor(dispute, 'change', input.at === undefined ? undefined : unitNamed(tree, input.at), tree);
    const current = describedNow(db, dispute.id);
    const { category, source } = codesOf(db, input);
    refuseIf(writtenCategoryProblem(dispute, category?.written === 1));
    const window_id = windowOf(db, dispute, input, tree);
    const wanted = {
      title: input.title,
      facts: input.facts,
      place: input.place,
      people: input.people,
      amount_fen: input.amount,
      risk: input.risk,
      category: category?.code,
      source: source?.code,
      visit: input.visit,
      window: windowCode(db, window_id),
      prevented_crime: input.preventedCrime && (input.preventedCrime === 'yes' ? (1 as const) : (0 as const)),
    };
    const { number, changed: corrected } = changeRegistration(DISPUTES, context, dispute, input);
    // The visit in which it was found, named now or before, was not after its registration.
    const visit = input.visit ?? (input.registeredOn === undefined || input.visit === null ? null : current.visit);
    if (visit !== null) checkVisit(visitDay(db, visit), visit, input.registeredOn ?? dispute.registeredOn);
    const changes = changesBetween(current, wanted);
    if (changes.length === 0 && corrected === 0) misuse(NOTHING_NAMED);
    const { category: _, source: __, window: ___, visit: visit_id, ...own } = wanted;
    if (changes.length > 0)
      updateDispute(db, dispute.id, {
        ...onlyGiven(own),
        ...onlyGiven({ category_id: category?.id, source_id: source?.id, visit_id, window_id }),
      });
    recordChanges(db, 'dispute', dispute.id, changes, stamp(undefined, input.reason));
    if (source) followDelegation(db, dispute.id, dispute.isDelegated, isDelegated(db, source.id));
    return changed(dispute.number, number, changes.length + corrected);
  },
});

function changed(old: string, number: string, count: number): Outcome {
  const view = lines({ dispute: number, changed: count }, changedLine(old, number));
  return { view, records: [number], counts: { changed: count } };
}

interface Received {
  readonly window: string | undefined;
  readonly unit: string | undefined;
  readonly registeredOn: Day | undefined;
}

/** The window that is named, at the unit and on the day of the registration as they are corrected. */
function windowOf(db: Db, dispute: Dispute, { window, unit, registeredOn }: Received, tree: UnitTree) {
  const at = unit === undefined ? dispute.unit : unitNamed(tree, unit).unit_id;
  const kept = unit === undefined && registeredOn === undefined ? null : disputeRow(db, dispute.id).window_id;
  return windowChange(db, window, { unit: at, on: registeredOn ?? dispute.registeredOn, kept });
}

/** The category and the source that are named. */
function codesOf(db: Db, { category, source }: { category?: string | undefined; source?: string | undefined }) {
  return {
    category: category === undefined ? undefined : coded(allCategories(db), category, CATEGORY_TITLE),
    source: source === undefined ? undefined : coded(allSources(db), source, SOURCE_TITLE),
  };
}

/** A dispute as it is described now, its category and source by their codes. */
function describedNow(db: Db, id: number) {
  const row = disputeRow(db, id);
  const codeOf = (rows: readonly { id: number; code: string }[], id: number) => rows.find(code => code.id === id)?.code;
  return {
    ...row,
    category: codeOf(allCategories(db), row.category_id),
    source: codeOf(allSources(db), row.source_id),
    visit: row.visit_id,
    window: windowCode(db, row.window_id),
  };
}
