import { coded } from '../../cases/codes.ts';
import { atParam, numberArgument } from '../../cases/move-command.ts';
import { checkActor } from '../../cases/offer.ts';
import { presentParties } from '../../cases/party-store.ts';
import { changedLine, changeRegistration, registrationParams } from '../../cases/registration-change.ts';
import { windowChange, windowOrNoneParam } from '../../centre/receiving.ts';
import { windowCode } from '../../centre/window-store.ts';
import { command } from '../../cli/command.ts';
import { choice, option, picks } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import { asName } from '../../cli/values.ts';
import type { Day } from '../../kernel/day.ts';
import { misuse } from '../../kernel/failure.ts';
import { onlyGiven } from '../../kernel/only-given.ts';
import { lines } from '../../kernel/view.ts';
import { changesBetween, recordChanges, type Stamp } from '../../ledger/events.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { NOTHING_NAMED } from '../../register/add-and-change.ts';
import { loadTree } from '../../units/store.ts';
import { unitNamed } from '../../units/tree.ts';
import { PETITIONS } from '../area.ts';
import { checkAuthority, checkPeople } from '../lodging-rules.ts';
import { CHANNELS } from '../petition.ts';
import { loadPetition, type PetitionRow, petitionCategories, petitionRow, updatePetition } from '../store.ts';
import { CATEGORY } from './lodge.ts';
import { authorityParam, externalParam, peopleParam, SAMPLE } from './move-params.ts';

export const change = command({
  name: 'change',
  zh: '修改',
  summary: {
    zh: '修改信访的诉求、类别、渠道、人数、国家系统编号、委托日期，原值保留在历史中',
    en: 'change a petition’s demand, category, channel, people, national number, letter of authority; old values stay in the history',
  },
  example: `petition change ${SAMPLE} --people 3 --reason 又有两户反映`,
  access: 'write',
  params: {
    number: numberArgument(PETITIONS),
    demand: option('--demand <text>', { zh: '诉求', en: 'what is asked for' }, asName),
    category: picks(
      'petition_category',
      option('--category <code>', { zh: '类别代码或名称', en: 'category code or name' }),
    ),
    channel: choice('--channel <channel>', { zh: '渠道', en: 'how it came' }, CHANNELS),
    people: peopleParam,
    external: externalParam,
    authority: authorityParam,
    window: windowOrNoneParam,
    ...registrationParams,
    at: atParam(PETITIONS, 'change'),
    reason: reasonParam,
  },
  run: (context, { number: given, at, reason, ...input }) => {
    const { db, today, stamp } = context;
    const tree = loadTree(db, today);
    const petition = loadPetition(db, given);
    const { id } = petition;
    checkActor(petition, 'change', at === undefined ? undefined : unitNamed(tree, at), tree);
    checkAuthority(input.authority, today);
    if (input.people !== undefined) checkPeople(input.people, presentParties(db, id).length);
    const { number, changed: corrected } = changeRegistration(PETITIONS, context, petition, { ...input, reason });
    const window = windowChange(db, input.window, {
      unit: input.unit === undefined ? petition.unit : unitNamed(tree, input.unit).unit_id,
      on: input.registeredOn ?? petition.registeredOn,
      kept: input.unit === undefined && input.registeredOn === undefined ? null : petitionRow(db, id).window_id,
    });
    const changed = corrected + describe(db, id, { ...input, window }, stamp(undefined, reason), corrected > 0);
    const view = lines({ petition: number, changed }, changedLine(petition.number, number));
    return { view, records: [number], counts: { changed } };
  },
});

interface Description {
  readonly demand: string | undefined;
  readonly channel: PetitionRow['channel'] | undefined;
  readonly people: number | undefined;
  readonly category: string | undefined;
  readonly external: string | undefined;
  readonly authority: Day | undefined;
  /** The id of a window, null for none. */
  readonly window: number | null | undefined;
}

/** Writes what changes of a petition’s description, with the old values in the history; says how many values. */
function describe(db: Db, id: number, said: Description, stamp: Stamp, isMoved: boolean): number {
  const { category_id, ...row } = petitionRow(db, id);
  const categories = petitionCategories(db);
  const category = said.category === undefined ? undefined : coded(categories, said.category, CATEGORY);
  const { demand, channel, people, external: external_no, authority: authority_on, window: window_id } = said;
  const own = { demand, channel, people, external_no, authority_on };
  const code = categories.find(one => one.id === category_id)?.code;
  const current = { ...row, category: code, window: windowCode(db, row.window_id) };
  const changes = changesBetween(current, { ...own, category: category?.code, window: windowCode(db, window_id) });
  if (changes.length === 0 && isMoved) return 0;
  if (changes.length === 0) misuse(NOTHING_NAMED);
  updatePetition(db, id, onlyGiven({ ...own, category_id: category?.id, window_id }));
  recordChanges(db, 'petition', id, changes, stamp);
  return changes.length;
}
