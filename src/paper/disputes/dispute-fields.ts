import type { ActOf } from '../../cases/case.ts';
import type { DisputeAct } from '../../disputes/acts.ts';
import { type Dispute, EXTENTS, GRADES, HELD, OUTCOMES, SATISFACTIONS } from '../../disputes/dispute.ts';
import { type Paper, type PaperState, RETENTIONS } from '../../disputes/file-rules.ts';
import type { DisputeRow } from '../../disputes/store.ts';
import { STATUSES } from '../../disputes/transitions.ts';
import type { Day } from '../../kernel/day.ts';
import type { FieldsOf } from '../glossary.ts';
import { type PaperParty, partyFields } from '../people.ts';
import { documentNumber, paperAmount, paperDay, paperLines, paperNames, paperOperator } from '../wording.ts';
import { agreementFields } from './agreement-fields.ts';
import type { DISPUTE_FIELDS } from './glossary.ts';

export type DisputeFields = FieldsOf<typeof DISPUTE_FIELDS>;

/** Everything that the ledger has of a dispute for its papers, in Chinese words. */
export interface DisputeFacts {
  readonly dispute: Dispute;
  readonly row: DisputeRow;
  /** Its moves after the registration, oldest first. */
  readonly acts: readonly DisputeAct[];
  readonly parties: readonly PaperParty[];
  readonly papers: readonly Paper[];
  readonly words: {
    readonly registeredAt: string | undefined;
    readonly holder: string | undefined;
    readonly category: string | undefined;
    readonly source: string | undefined;
    /** Whether nobody applied: the committee mediates on its own motion. */
    readonly isProactive: boolean;
    readonly operator: string | undefined;
    /** Of what its category is warned. */
    readonly warning: string;
  };
  /** The last day of the 30 to apply for judicial confirmation, or the first that it can be. */
  readonly confirmBy: { readonly on: Day; readonly isFixed: boolean } | undefined;
  readonly today: Day;
}

/** The acts of one move, oldest first. */
function actsOf<M extends DisputeAct['move']>(acts: readonly DisputeAct[], move: M): ActOf<DisputeAct, M>[] {
  return acts.filter((act): act is ActOf<DisputeAct, M> => act.move === move);
}

/** The fields of a dispute's papers: each form is drawn from these and from nothing else. */
export function disputeFields(facts: DisputeFacts): DisputeFields {
  return {
    ...caseFields(facts),
    ...partiesFields(facts),
    ...mediationFields(facts),
    ...agreementFields(facts),
    ...endFields(facts),
    ...fileFields(facts),
    printed_on: paperDay(facts.today),
  };
}

function caseFields({ dispute, row, acts, words }: DisputeFacts) {
  return {
    number: dispute.number,
    // A case that came from another unit has a number of that one's series, not of the committee that signs.
    document_number:
      words.registeredAt === words.holder ? documentNumber(dispute.number, words.registeredAt, '人调字') : '',
    title: row.title,
    committee: words.holder === undefined ? '' : `${words.holder}人民调解委员会`,
    holder: words.holder ?? '',
    category: words.category ?? '',
    source: words.source ?? '',
    grade: GRADES[dispute.grade].zh,
    happened_at: row.place,
    people: `${row.people}人`,
    amount: paperAmount(row.amount_fen),
    facts: row.facts,
    facts_lines: paperLines(row.facts),
    registrar: paperOperator(words.operator),
    registered_on: paperDay(dispute.registeredOn),
    accepted_on: paperDay(acts.find(({ move }) => move === 'accept')?.on),
    rights_notified_on: paperDay(dispute.rightsOn),
    settled_on: paperDay(dispute.settledOn),
    closed_on: paperDay(dispute.closedOn),
    status: STATUSES[dispute.status].zh,
  };
}

function partiesFields({ dispute, parties, today }: DisputeFacts) {
  const all = parties.map(own => partyFields(own, today, dispute.agreement?.signed.get(own.party.id)));
  const inRole = (role: 'applicant' | 'respondent') => all.filter((_, i) => parties[i]?.party.role === role);
  const [applicants, respondents] = [inRole('applicant'), inRole('respondent')];
  return {
    parties: all,
    applicants,
    respondents,
    represented: all.filter(({ representative }) => representative !== ''),
    party_names: paperNames(all.map(({ name }) => name)),
    applicant_names: paperNames(applicants.map(({ name }) => name)),
    respondent_names: paperNames(respondents.map(({ name }) => name)),
  };
}

function mediationFields({ acts }: DisputeFacts) {
  const sessions = actsOf(acts, 'mediate');
  const inquiries = actsOf(acts, 'investigate');
  return {
    mediators: paperNames(sessions.flatMap(({ mediator }) => mediator)),
    lead_mediator: sessions.at(-1)?.mediator[0] ?? '',
    mediated_from: paperDay(sessions[0]?.on),
    mediated_until: paperDay(sessions.at(-1)?.on),
    sessions: sessions.map((session, i) => ({
      ...{ ...whereAndWho(session), count: String(i + 1) },
      mediators: paperNames(session.mediator),
      held: session.held === undefined ? '' : HELD[session.held].zh,
      record: session.record,
      outcome: OUTCOMES[session.outcome].zh,
    })),
    inquiries: inquiries.map((inquiry, i) => ({
      ...{ ...whereAndWho(inquiry), count: String(i + 1) },
      investigators: paperNames(inquiry.investigator),
      asked: inquiry.asked,
      record: inquiry.record,
    })),
  };
}

function whereAndWho(act: ActOf<DisputeAct, 'mediate' | 'investigate'>) {
  const { on, hours = '', place = '', present = '', recorder = '' } = act;
  return { on: paperDay(on), hours: hours.replace('-', '至'), place, present, recorder };
}

/** How it came to an end: performed, or terminated with a reason. */
function endFields({ dispute, acts }: DisputeFacts) {
  const end = dispute.status === 'terminated' ? actsOf(acts, 'terminate').at(-1) : undefined;
  const performed = actsOf(acts, 'perform');
  const isPerformed = ['performed', 'closed'].includes(dispute.status) && performed.length > 0;
  return {
    performance: performed
      .map(({ on, extent, instalment, note }) => {
        const which = instalment === undefined ? '' : `第${instalment}期`;
        return `${paperDay(on)}${which}${EXTENTS[extent].zh}${note ? `（${note}）` : ''}`;
      })
      .join('；'),
    performed_on: isPerformed ? paperDay(performed.at(-1)?.on) : '',
    follow_ups: actsOf(acts, 'follow-up').map(({ on, by = '', satisfaction, note = '' }) => ({
      ...{ on: paperDay(on), by, satisfaction: SATISFACTIONS[satisfaction].zh, note },
    })),
    ended_on: paperDay(end?.on),
    end_reason: end?.reason ?? '',
    remedies_told: end?.remediesTold ? '已告知' : '',
    result: resultOf(dispute),
  };
}

function resultOf({ status, agreement }: Dispute): string {
  if (agreement && ['settled', 'performed', 'closed'].includes(status)) return '调解成功，达成协议';
  if (status === 'terminated') return '调解终止';
  if (status === 'withdrawn') return '当事人撤回';
  return status === 'declined' ? '不予受理' : '';
}

const STATES: Readonly<Record<PaperState, string>> = {
  there: '已有',
  lacking: '尚缺',
  none: '无',
  'by-hand': '请核对',
};

function fileFields({ row, papers }: DisputeFacts) {
  const { file_number, shelf, retention, pages, filed_by, filed_on } = row;
  return {
    ...{ file_number, shelf, filed_by, filed_on: paperDay(filed_on) },
    retention: retention === '' ? '' : RETENTIONS[retention].zh,
    pages: pages === null ? '' : `${pages}页`,
    papers: papers.map(({ paper, isRequired, state }, i) => ({
      ...{ count: String(i + 1), paper: paper.zh, need: isRequired ? '必须' : '按需', state: STATES[state] },
    })),
  };
}
