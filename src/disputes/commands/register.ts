import { nextText } from '../../cases/carry-out.ts';
import { coded } from '../../cases/codes.ts';
import { checkOpen } from '../../cases/offer.ts';
import { PARTY_LIMIT, type PartyWords } from '../../cases/party.ts';
import { partiesParam } from '../../cases/party-param.ts';
import { windowFor, windowParam } from '../../centre/receiving.ts';
import { command } from '../../cli/command.ts';
import { choice, demanded, isSaid, mine, option, picks, required } from '../../cli/param.ts';
import { asBound, asCount, asTitle } from '../../cli/values.ts';
import { misuse, notFound, refuse } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { loadTree } from '../../units/store.ts';
import { unitNamed } from '../../units/tree.ts';
import { CATEGORY_TITLE, GRADES, RISKS, SOURCE_TITLE } from '../dispute.ts';
import { DISPUTE_LIFE } from '../life.ts';
import { disputeRegistrar } from '../registering.ts';
import { rightUnit } from '../right-unit.ts';
import { toBelow } from '../right-unit-picked.ts';
import { mayBeThere } from '../same-dispute.ts';
import { possiblySameDisputes } from '../same-dispute-store.ts';
import { allCategories, allSources, loadDispute, visitDay } from '../store.ts';
import { STATUSES } from '../transitions.ts';
import { asFen } from '../values.ts';
import { warningsOf } from '../warnings.ts';

/** The options that describe a dispute, for registering and for changing it. */
export const describing = {
  facts: option('--facts <text>', { zh: '纠纷简要情况', en: 'the facts in short' }),
  place: option('--place <text>', { zh: '发生地点', en: 'where it happened' }),
  people: option('--people <count>', { zh: '涉及人数', en: 'how many people it touches' }, asCount),
  amount: option('--amount <yuan>', { zh: '涉及金额（元）', en: 'the amount at issue, in yuan' }, asFen),
  risk: choice(
    '--risk <colour>',
    { zh: '风险等级（属于纠纷，不属于个人）', en: 'risk colour of the dispute, never of a person' },
    RISKS,
  ),
} as const;

export const categoryParam = picks(
  'category',
  option('--category <code>', {
    zh: '类别代码或名称，如 02（tiaochu dispute categories 可查）',
    en: 'category code or name, like 02 (see dispute categories)',
  }),
);

export const register = command({
  name: 'register',
  zh: '登记',
  summary: {
    zh: '登记一件纠纷；不归本级处理的同时移交给该处理的单位',
    en: 'register a dispute; if another tier handles its grade, it is offered to that unit',
  },
  example:
    'dispute register --unit 150722100200 --grade simple --category 02 --title 院墙滴水 --applicant name=敖玉兰 --respondent name=郭海山',
  access: 'write',
  params: {
    unit: mine(
      'unit',
      required(picks('unit', option('--unit <code>', { zh: '登记单位', en: 'the unit that registers it' }))),
    ),
    grade: required(choice('--grade <grade>', { zh: '难易程度', en: 'the grade' }, GRADES)),
    category: required(categoryParam),
    title: required(option('--title <text>', { zh: '纠纷名称', en: 'what it is called' }, asTitle)),
    applicant: partiesParam('applicant'),
    respondent: demanded((_, { applicant }) => !isSaid(applicant), partiesParam('respondent')),
    source: picks(
      'source',
      option('--source <code>', { zh: '来源（默认当事人申请）', en: 'source (default applied)' }),
    ),
    ...describing,
    visit: option(
      '--visit <id>',
      { zh: '在哪次走访中发现的（走访号）', en: 'the visit in which it was found' },
      asCount,
    ),
    window: windowParam,
    to: toBelow(({ unit }) => unit),
    on: option('--on <day>', { zh: '登记日期（默认今天）', en: 'the day of registration (default today)' }, asBound),
  },
  doubts: ({ db, today }, input) => possiblySameDisputes(db, partiesOf(input), input.on ?? today).map(mayBeThere),
  run: (context, input) => {
    const { db, today } = context;
    const on = input.on ?? today;
    if (on > today)
      refuse(
        { zh: `登记日期 ${on} 在今天（${today}）之后`, en: `The registration is dated ${on}, after today (${today})` },
        { zh: '请用 --on 写今天或以前的日期', en: 'Name today or an earlier day with --on' },
      );
    const tree = loadTree(db, on);
    const unit = unitNamed(tree, input.unit);
    checkOpen(unit, tree);
    const category = coded(allCategories(db), input.category, CATEGORY_TITLE);
    const source = coded(
      allSources(db),
      input.source ?? (input.visit === undefined ? 'applied' : 'proactive'),
      SOURCE_TITLE,
    );
    const parties = partiesOf(input);
    checkParties(parties.length);
    if (input.visit !== undefined) checkVisit(visitDay(db, input.visit), input.visit, on);
    const to = rightUnit(tree, unit, input.grade, input.to === undefined ? undefined : unitNamed(tree, input.to));
    const registrar = disputeRegistrar(db, tree);
    const { grade, title, facts = '', place = '', people = parties.length, risk = '' } = input;
    const { number } = registrar.register(
      {
        ...{ unit, on, grade, to, parties, title, facts, place, people, risk },
        category_id: category.id,
        source_id: source.id,
        amount_fen: input.amount ?? null,
        visit_id: input.visit ?? null,
        window_id: input.window === undefined ? null : windowFor(db, input.window, unit, tree, on).id,
      },
      context.stamp(on),
    );
    for (const warning of [...registrar.warnings, ...warningsOf(category, `${input.title}${input.facts ?? ''}`)])
      context.remark(warning);
    const dispute = loadDispute(db, number);
    return {
      view: lines(
        { dispute: number, status: STATUSES[dispute.status], holder: unit.code, offered_to: to?.code ?? null },
        { zh: `已登记 ${number}`, en: `Registered ${number}` },
        ...(to
          ? [
              {
                zh: `按难易程度由${to.name}处理，已移交，最迟 ${dispute.offer?.dueOn} 答复；接收前由${unit.name}持有`,
                en: `${to.name} handles this grade: offered to it, to be answered by ${dispute.offer?.dueOn}; ${unit.name} holds it until then`,
              },
            ]
          : []),
        nextText(DISPUTE_LIFE, dispute, tree),
      ),
      records: [number],
      counts: { added: 1 },
    };
  },
});

interface Sides {
  readonly applicant?: readonly PartyWords[] | undefined;
  readonly respondent?: readonly PartyWords[] | undefined;
}

function partiesOf({ applicant = [], respondent = [] }: Sides) {
  return [
    ...applicant.map(words => ['applicant', words] as const),
    ...respondent.map(words => ['respondent', words] as const),
  ];
}

function checkParties(count: number): void {
  if (count === 0)
    misuse(
      { zh: '至少要写一名当事人', en: 'At least one party is needed' },
      {
        zh: '用 --applicant name=姓名 和 --respondent name=姓名',
        en: 'Add --applicant name=… and --respondent name=…',
      },
    );
  if (count > PARTY_LIMIT)
    misuse({
      zh: `当事人最多 ${PARTY_LIMIT} 名，人数多的写 --people`,
      en: `At most ${PARTY_LIMIT} parties; give the number of people with --people`,
    });
}

/** A dispute is found in a visit that is on record, on the day of the registration or before. */
export function checkVisit(day: string | undefined, id: number, on: string): void {
  if (day === undefined) notFound({ zh: '走访', en: 'visits', one: 'visit', list: 'visit list' }, String(id));
  if (day > on)
    refuse(
      {
        zh: `走访 ${id} 在 ${day}，晚于登记日期 ${on}`,
        en: `Visit ${id} was on ${day}, after the registration on ${on}`,
      },
      { zh: '请核对 --visit 和 --on', en: 'Check --visit and --on' },
    );
}
