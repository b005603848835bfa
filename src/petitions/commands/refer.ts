import { coded } from '../../cases/codes.ts';
import { moveCommandsOf } from '../../cases/move-command.ts';
import { readParty } from '../../cases/party.ts';
import { partiesOf } from '../../cases/store.ts';
import { choice, flag, option, optionList, required } from '../../cli/param.ts';
import { asName } from '../../cli/values.ts';
import { allCategories, allSources } from '../../disputes/codes-store.ts';
import { CATEGORY_TITLE, GRADE_LIST, GRADES, SOURCE_TITLE } from '../../disputes/dispute.ts';
import { disputeRegistrar, rightUnit } from '../../disputes/registering.ts';
import { misuse } from '../../kernel/failure.ts';
import { keysOf } from '../../kernel/keys.ts';
import { loadTree } from '../../units/store.ts';
import { unitNamed } from '../../units/tree.ts';
import { PETITIONS } from '../area.ts';
import { BARS, MEDIABLE, screened } from '../screen.ts';
import { loadPetition, petitionRow } from '../store.ts';

export const referToMediation = moveCommandsOf(PETITIONS)('refer-to-mediation', {
  summary: {
    zh: '转入调解：答完九项筛查，登记一件关联的纠纷',
    en: 'refer it to mediation: after the screen of nine lines, a linked dispute is registered',
  },
  example:
    '150722100200-2023-P1 --about citizens --consented --category 02 --grade simple --title 院墙滴水 --respondent name=郭海山',
  params: {
    about: required(
      choice(
        '--about <kind>',
        { zh: '属哪一类可调解的纠纷', en: 'which kind of mediable dispute it is' },
        keysOf(MEDIABLE),
        MEDIABLE,
      ),
    ),
    bar: choice(
      '--bar <reason>',
      { zh: '有不得调解的情形时写明', en: 'what bars mediation, where something does' },
      keysOf(BARS),
      BARS,
    ),
    consented: flag('--consented', { zh: '双方同意调解', en: 'both sides consent' }),
    category: required(option('--category <code>', { zh: '纠纷类别', en: 'category of the dispute' })),
    grade: required(choice('--grade <grade>', { zh: '难易程度', en: 'the grade' }, GRADE_LIST, GRADES)),
    title: required(option('--title <text>', { zh: '纠纷名称', en: 'what it is called' }, asName)),
    respondent: optionList('--respondent <party...>', { zh: '被申请人', en: 'respondent' }, readParty),
    to: option('--to <unit>', { zh: '归下级处理时，交给哪个机构', en: 'the unit below that is to handle it' }),
  },
  says: (input, context, { number, on }) => {
    const { db, today } = context;
    const day = on ?? today;
    const { about, bar, consented } = input;
    const bars = bar === undefined ? [] : [bar];
    const screen = { about, bars, consented };
    const stop = screened(screen);
    if (stop) return { details: { screen, bar: stop } };
    const petition = loadPetition(db, number);
    // What the table or the day refuses must register nothing.
    if (petition.status !== 'accepted' || petition.mediated || day < petition.lastOn || day > today)
      return { details: { screen } };
    const tree = loadTree(db, day);
    const unit = tree.units.get(petition.holder) ?? misuse({ zh: '没有这个机构', en: 'no such unit' });
    const own = petitionRow(db, petition.id);
    const petitioners = partiesOf(db, petition.id).filter(party => party.removed_on === null);
    const to = rightUnit(tree, unit, input.grade, input.to === undefined ? undefined : unitNamed(tree, input.to));
    const { register } = disputeRegistrar(db, tree);
    const dispute = register(
      {
        unit,
        on: day,
        grade: input.grade,
        categoryId: coded(allCategories(db), input.category, CATEGORY_TITLE).id,
        sourceId: coded(allSources(db), 'petition', SOURCE_TITLE).id,
        title: input.title,
        facts: own.demand,
        place: '',
        people: Math.max(own.people, petitioners.length + (input.respondent?.length ?? 0)),
        amountFen: null,
        visitId: null,
        risk: '',
        preventedCrime: false,
        parties: [
          ...petitioners.map(
            ({ name, phone, id_number, household_code }) =>
              ['applicant', { name, phone, id: id_number, household: household_code ?? '' }] as const,
          ),
          ...(input.respondent ?? []).map(words => ['respondent', words] as const),
        ],
        oldNumber: null,
      },
      to,
      context.stamp(day),
    );
    return {
      details: { screen, dispute: dispute.number, disputeId: dispute.id },
      because: [{ zh: `已登记关联的纠纷 ${dispute.number}`, en: `Registered the linked dispute ${dispute.number}` }],
    };
  },
});
