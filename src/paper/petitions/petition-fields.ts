import type { ActOf } from '../../cases/case.ts';
import type { Day } from '../../kernel/day.ts';
import type { PetitionAct } from '../../petitions/acts.ts';
import { CLASSES, hasOpinion, ROADS } from '../../petitions/classes.ts';
import { type NoticeKind, SERVICES, type Service } from '../../petitions/notice.ts';
import { CHANNELS, KINDS, OUTCOMES, type Petition, RATINGS } from '../../petitions/petition.ts';
import type { PetitionRow } from '../../petitions/store.ts';
import { TASK_STATES } from '../../petitions/tasks.ts';
import { STATUSES } from '../../petitions/transitions.ts';
import type { FieldsOf } from '../glossary.ts';
import { type PaperParty, partyFields } from '../people.ts';
import { paperDay, paperNames, paperOperator } from '../wording.ts';
import type { PETITION_FIELDS } from './glossary.ts';
import { type NextStep, nextSteps } from './next-steps.ts';

export type PetitionFields = FieldsOf<typeof PETITION_FIELDS>;

/** Everything that the ledger has of a petition for its papers, in Chinese words. */
export interface PetitionFacts {
  readonly petition: Petition;
  readonly row: PetitionRow;
  /** Its moves after it was lodged, oldest first. */
  readonly acts: readonly PetitionAct[];
  readonly parties: readonly PaperParty[];
  readonly agent: { readonly name: string; readonly phone: string } | undefined;
  readonly words: {
    readonly lodgedAt: string | undefined;
    readonly holder: string | undefined;
    readonly handler: string | undefined;
    readonly category: string | undefined;
    readonly window: string | undefined;
    readonly repeatOf: string | undefined;
    readonly reviewer: string | undefined;
    readonly operator: string | undefined;
  };
  /** The last day of handling by the unit, also once it is over. */
  readonly handleBy: Day | undefined;
  readonly running: readonly NextStep[];
  readonly today: Day;
}

/** The fields of a petition's papers: each form is drawn from these and from nothing else. */
export function petitionFields(facts: PetitionFacts): PetitionFields {
  return {
    ...lodgedFields(facts),
    ...peopleFields(facts),
    ...handlingFields(facts),
    ...extensionFields(facts),
    ...answerFields(facts),
    ...noticeFields(facts.petition, 'acceptance'),
    ...noticeFields(facts.petition, 'refusal'),
    ...noticeFields(facts.petition, 'extension'),
    ...noticeFields(facts.petition, 'opinion'),
    next: nextSteps(facts.petition, facts.words.holder, facts.running),
    printed_on: paperDay(facts.today),
  };
}

function lodgedFields({ petition, row, words }: PetitionFacts) {
  return {
    number: petition.number,
    status: STATUSES[petition.status].zh,
    channel: CHANNELS[row.channel].zh,
    kind: KINDS[row.kind].zh,
    category: words.category ?? '',
    class: petition.classedAs === '' ? '' : CLASSES[petition.classedAs].zh,
    people: `${row.people}人`,
    demand: row.demand,
    external_no: row.external_no,
    repeat_of: words.repeatOf ?? '无',
    registered_on: paperDay(petition.registeredOn),
    registered_at: words.lodgedAt ?? '',
    receptionist: paperOperator(words.operator),
    window: words.window ?? '',
  };
}

function peopleFields({ parties, agent, row, today }: PetitionFacts) {
  const petitioners = parties.map(own => partyFields(own, today));
  return {
    petitioners,
    petitioner_names: paperNames(petitioners.map(({ name }) => name)),
    agent: agent?.name ?? '',
    agent_phone: agent?.phone ?? '',
    authority_on: paperDay(row.authority_on),
  };
}

function handlingFields({ petition, words, handleBy }: PetitionFacts) {
  const tasks = petition.tasks.map(({ name, routedOn, state, answer }) => ({
    ...{ department: name, routed_on: paperDay(routedOn), state: TASK_STATES[state].zh, answer },
  }));
  return {
    holder: words.holder ?? '',
    handler: words.handler ?? '',
    accepted_on: paperDay(petition.acceptedOn),
    road: roadOf(petition),
    handle_by: paperDay(handleBy),
    tasks,
    task_summary: tasks
      .map(
        ({ department, routed_on, state, answer }) =>
          `${routed_on}分流${department}，${state}${answer ? `：${answer}` : ''}`,
      )
      .join('；'),
  };
}

/** Only a residual claim has the 60 days; suggestions are considered, and the other classes take their own roads. */
function roadOf(petition: Petition): string {
  if (petition.isSuggestion) return '作为建议意见研究后答复（信访工作条例第三十一条）';
  const { classedAs } = petition;
  return hasOpinion(petition) || classedAs === '' ? ROADS.residual.zh : ROADS[classedAs].zh;
}

function lastOf<M extends PetitionAct['move']>(acts: readonly PetitionAct[], move: M) {
  return acts.findLast((act): act is ActOf<PetitionAct, M> => act.move === move);
}

function extensionFields({ acts, petition }: PetitionFacts) {
  const declined = petition.status === 'declined' ? lastOf(acts, 'decline') : undefined;
  const extended = lastOf(acts, 'extend');
  return {
    decline_reason: declined?.reason ?? '',
    declined_on: paperDay(declined?.on),
    extension_days: extended === undefined ? '' : String(extended.days),
    extension_reason: extended?.reason ?? '',
    approver: extended?.approver ?? '',
    extended_on: paperDay(extended?.on),
  };
}

function answerFields({ acts, petition, words }: PetitionFacts) {
  const { outcome, rating } = petition;
  return {
    concluded_on: paperDay(petition.concludedOn),
    outcome: outcome === '' ? '' : OUTCOMES[outcome].zh,
    reply: lastOf(acts, 'conclude')?.reply ?? '',
    rating: rating === '' ? '' : RATINGS[rating].zh,
    review_organ: words.reviewer ?? '',
  };
}

type NoticeFields<K extends NoticeKind> = { readonly [F in `${K}_${'number' | 'served_on' | 'how'}`]: string };

/** The first notice of a kind; the opinion is the one on the petition itself, not on its review. */
function noticeFields<K extends NoticeKind>({ notices }: Petition, kind: K): NoticeFields<K> {
  const notice = notices.find(own => own.kind === kind);
  return {
    [`${kind}_number`]: notice?.number ?? '',
    [`${kind}_served_on`]: paperDay(notice?.servedOn),
    [`${kind}_how`]: notice === undefined ? '' : (SERVICES[notice.how as Service]?.zh ?? notice.how),
  } as NoticeFields<K>;
}
