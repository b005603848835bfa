import { nextText } from '../../cases/carry-out.ts';
import { coded } from '../../cases/codes.ts';
import { repeatsOf } from '../../cases/dependent-store.ts';
import { asCase } from '../../cases/move-command.ts';
import { checkOpen } from '../../cases/offer.ts';
import { partiesParam } from '../../cases/party-param.ts';
import { partyWordsOf } from '../../cases/people-store.ts';
import { windowFor, windowParam } from '../../centre/receiving.ts';
import { command } from '../../cli/command.ts';
import { choice, mine, option, picks, required } from '../../cli/param.ts';
import { asBound, asName } from '../../cli/values.ts';
import { refuse } from '../../kernel/failure.ts';
import { hiddenIn, knownWords } from '../../kernel/hiding.ts';
import { counted, type Text } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import { unitNamed } from '../../units/tree.ts';
import { PETITIONS } from '../area.ts';
import { PETITION_LIFE } from '../life.ts';
import { petitionLodger } from '../lodging.ts';
import { checkAuthority, checkPeople, checkRepeat, checkRepresentatives, storedKind } from '../lodging-rules.ts';
import { CHANNELS, demandTitle, KINDS, MOST_REPRESENTATIVES } from '../petition.ts';
import { loadPetition, petitionCategories, petitionsOfPersons } from '../store.ts';
import { STATUSES } from '../transitions.ts';
import { authorityParam, externalParam, peopleParam } from './move-params.ts';

export const CATEGORY = {
  zh: '信访类别',
  en: 'petition categories',
  one: 'petition category',
  list: 'petition categories',
};

export const lodge = command({
  name: 'lodge',
  zh: '登记',
  summary: { zh: '登记一件信访（代办免费）', en: 'lodge a petition (the agency is free of charge)' },
  example:
    'petition lodge --unit 150722100200 --petitioner name=敖玉兰,phone=13900000001 --channel visit --kind claim --category 04 --demand 养老保险补缴问题',
  access: 'write',
  params: {
    unit: mine(
      'unit',
      required(picks('unit', option('--unit <code>', { zh: '登记单位', en: 'the unit that lodges it' }))),
    ),
    petitioner: required(partiesParam('petitioner', MOST_REPRESENTATIVES)),
    channel: required(choice('--channel <channel>', { zh: '渠道', en: 'how it came' }, CHANNELS)),
    kind: required(choice('--kind <kind>', { zh: '性质', en: 'what it is' }, KINDS)),
    demand: required(option('--demand <text>', { zh: '诉求', en: 'what is asked for' }, asName)),
    category: required(
      picks(
        'petition_category',
        option('--category <code>', {
          zh: '类别代码或名称（tiaochu petition categories 可查）',
          en: 'category code or name (see petition categories)',
        }),
      ),
    ),
    people: peopleParam,
    repeatOf: asCase(
      PETITIONS,
      option('--repeat-of <number>', { zh: '是哪一件的重复信访', en: 'the petition that it repeats' }),
    ),
    external: externalParam,
    authority: authorityParam,
    window: windowParam,
    on: option('--on <day>', { zh: '登记日期（默认今天）', en: 'the day of lodging (default today)' }, asBound),
  },
  doubts: ({ db }, { petitioner, repeatOf, kind }) => {
    // What is turned away is not looked into.
    if (repeatOf !== undefined || kind === 'accusation' || kind === 'litigation') return [];
    const idNumbers = petitioner.map(({ id }) => id).filter(id => id !== '');
    return petitionsOfPersons(db, idNumbers).map(petition => mayRepeat(db, petition));
  },
  run: (context, input) => {
    const { db, today } = context;
    const on = input.on ?? today;
    if (on > today)
      refuse(
        { zh: `登记日期 ${on} 在今天（${today}）之后`, en: `The lodging is dated ${on}, after today (${today})` },
        { zh: '请用 --on 写今天或以前的日期', en: 'Name today or an earlier day with --on' },
      );
    checkAuthority(input.authority, today);
    const kind = storedKind(input.kind);
    checkRepresentatives(input.petitioner.length);
    const people = input.people ?? input.petitioner.length;
    checkPeople(people, input.petitioner.length);
    const tree = loadTree(db, on);
    const unit = unitNamed(tree, input.unit);
    checkOpen(unit, tree);
    const category = coded(petitionCategories(db), input.category, CATEGORY);
    const earlier = input.repeatOf === undefined ? undefined : loadPetition(db, input.repeatOf);
    if (earlier) checkRepeat(earlier, on);
    const lodger = petitionLodger(db, tree);
    const { number } = lodger.lodge(
      {
        unit,
        on,
        kind,
        channel: input.channel,
        demand: input.demand,
        category_id: category.id,
        people,
        repeat_of: earlier?.id ?? null,
        external_no: input.external ?? '',
        authority_on: input.authority ?? null,
        window_id: input.window === undefined ? null : windowFor(db, input.window, unit, tree, on).id,
        petitioners: input.petitioner,
      },
      context.stamp(on),
    );
    for (const warning of lodger.warnings) context.remark(warning);
    return {
      view: lines(
        { petition: number, status: STATUSES.lodged, holder: unit.code, repeat_of: earlier?.number ?? null },
        { zh: `已登记 ${number}；代办不收任何费用`, en: `Lodged ${number}; the agency is free of charge` },
        ...(earlier ? [repeatText(earlier.number, repeatsOf(db, earlier.id))] : []),
        nextText(PETITION_LIFE, loadPetition(db, number), tree),
      ),
      records: [number],
      counts: { added: 1 },
    };
  },
});

function mayRepeat(db: Db, petition: ReturnType<typeof petitionsOfPersons>[number]): Text {
  const { id, number, registered_on } = petition;
  const demand = hiddenIn(demandTitle(petition.demand), knownWords(partyWordsOf(db, id)));
  return {
    zh: `这个身份证号 ${registered_on} 登记过 ${number}「${demand}」：如是重复信访，请写 --repeat-of ${number}`,
    en: `${number} (${demand}) was lodged on ${registered_on} with the same identity number: if this repeats it, add --repeat-of ${number}`,
  };
}

function repeatText(number: string, repeats: number): Text {
  return {
    zh: `重复信访：${number} 的第 ${repeats} 次重复`,
    en: `It repeats ${number}, which has ${counted(repeats, 'repeat')} now`,
  };
}
