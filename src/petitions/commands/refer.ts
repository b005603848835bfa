import type { Loaded } from '../../cases/carry-out.ts';
import { coded } from '../../cases/codes.ts';
import { moveCommandsOf } from '../../cases/move-command.ts';
import type { PartyWords } from '../../cases/party.ts';
import { partiesParam } from '../../cases/party-param.ts';
import { presentParties, wordsOf } from '../../cases/party-store.ts';
import { holderOf } from '../../cases/passing-params.ts';
import { choice, flag, option, picks, required } from '../../cli/param.ts';
import { asName } from '../../cli/values.ts';
import { CATEGORY_TITLE, type Dispute, GRADES, SOURCE_TITLE } from '../../disputes/dispute.ts';
import { disputeRegistrar, type NewDispute } from '../../disputes/registering.ts';
import { rightUnit } from '../../disputes/right-unit.ts';
import { toBelow } from '../../disputes/right-unit-picked.ts';
import { mayBeThere } from '../../disputes/same-dispute.ts';
import { possiblySameDisputes } from '../../disputes/same-dispute-store.ts';
import { allCategories, allSources } from '../../disputes/store.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { unitNamed } from '../../units/tree.ts';
import { PETITIONS } from '../area.ts';
import type { Petition } from '../petition.ts';
import { BARS, MEDIABLE } from '../screen.ts';
import { petitionRow } from '../store.ts';

export const referToMediation = moveCommandsOf(PETITIONS, '150722100200-2023-P1')('refer-to-mediation', {
  summary: {
    zh: '转入调解：答完九项筛查，登记一件关联的纠纷',
    en: 'refer it to mediation: answer the nine screening questions, and a linked dispute is registered',
  },
  options: '--about citizens --consented --category 02 --grade simple --title 院墙滴水 --respondent name=郭海山',
  params: {
    about: required(
      choice('--about <kind>', { zh: '属哪一类可调解的纠纷', en: 'which kind of mediable dispute it is' }, MEDIABLE),
    ),
    bar: choice('--bar <reason>', { zh: '有不得调解的情形时写明', en: 'what bars mediation, if anything' }, BARS),
    consented: flag('--consented', { zh: '双方同意调解', en: 'both sides consent' }),
    category: required(
      picks('category', option('--category <code>', { zh: '纠纷类别', en: 'category of the dispute' })),
    ),
    grade: required(choice('--grade <grade>', { zh: '难易程度', en: 'the grade' }, GRADES)),
    title: required(option('--title <text>', { zh: '纠纷名称', en: 'what it is called' }, asName)),
    respondent: partiesParam('respondent'),
    to: toBelow(({ number }, at) => holderOf(PETITIONS, at, number)),
  },
  doubts: (input, { caseFile, on, context: { db } }) =>
    possiblySameDisputes(db, partiesOf(db, caseFile, input.respondent), on).map(mayBeThere),
  act: ({ about, bar, consented }) => ({ screen: { about, bars: bar === undefined ? [] : [bar], consented } }),
  complete: (act, input, loaded) => {
    const dispute = registerDispute(input, loaded);
    const { number } = dispute;
    loaded.explain({ zh: `已登记关联的纠纷 ${number}`, en: `Registered the linked dispute ${number}` });
    return { ...act, dispute: number, disputeId: dispute.id };
  },
});

type Options = Pick<NewDispute, 'grade' | 'title'> & {
  readonly category: string;
  readonly to: string | undefined;
  readonly respondent: readonly PartyWords[] | undefined;
};

/** The petitioners, and those they turn against. */
function partiesOf(db: Db, { id }: Petition, respondents: readonly PartyWords[] = []) {
  return [
    ...presentParties(db, id).map(party => ['applicant', wordsOf(party)] as const),
    ...respondents.map(words => ['respondent', words] as const),
  ];
}

/** The dispute in which the petition's demand is mediated, between the petitioners and those they turn against. */
function registerDispute({ grade, title, category, to, respondent = [] }: Options, loaded: Loaded<Petition>): Dispute {
  const { db } = loaded.context;
  const { caseFile, on, scene } = loaded;
  const { demand, people } = petitionRow(db, caseFile.id);
  const parties = partiesOf(db, caseFile, respondent);
  const { actor: unit, tree } = scene;
  return disputeRegistrar(db, tree).register(
    {
      ...{ unit, on, grade, title, parties, facts: demand, people: Math.max(people, parties.length) },
      to: rightUnit(tree, unit, grade, to === undefined ? undefined : unitNamed(tree, to)),
      category_id: coded(allCategories(db), category, CATEGORY_TITLE).id,
      source_id: coded(allSources(db), 'petition', SOURCE_TITLE).id,
    },
    loaded.context.stamp(on),
  );
}
