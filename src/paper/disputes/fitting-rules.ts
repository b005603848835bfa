import { COURT_WARNINGS } from '../../disputes/court-warnings.ts';
import type { Status } from '../../disputes/transitions.ts';
import type { Day } from '../../kernel/day.ts';
import type { Refusal } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { type Fit, type Fitting, incomplete, lacking, READY, wrong } from '../form.ts';
import type { DisputeFacts } from './dispute-fields.ts';
import type { DisputeForm } from './forms.ts';

type Rule = Fitting<DisputeFacts, Status>;

/** A form that can be printed at any time. */
const always = (...first: readonly Status[]): Rule => ({ first, fits: () => READY });

const lodged: readonly Status[] = ['registered'];
const open: readonly Status[] = ['registered', 'mediating', 'suspended'];

/**
 * Which forms fit a dispute, and where each is what the office needs first. What is not on record yet is left blank to be
 * written by hand, and said; a paper that would state what is not so is refused.
 */
export const DISPUTE_FITTING: Readonly<Record<DisputeForm, Rule>> = {
  application: {
    first: lodged,
    fits: ({ words }) =>
      words.isProactive
        ? incomplete(
            '案件来源是主动排查，没有人申请：申请书只在当事人补写时使用',
            'Nobody applied: it was found proactively',
          )
        : READY,
  },
  registration: always('registered', 'mediating'),
  notice: { first: open, fits: ({ dispute }) => (dispute.rightsOn === null ? NOT_NOTIFIED : READY) },
  inquiry: {
    first: [],
    fits: ({ acts }) => has(acts, 'investigate', '尚未登记调查', 'No inquiry is on record'),
  },
  record: {
    first: ['mediating', 'suspended'],
    fits: ({ acts }) => has(acts, 'mediate', '尚未登记调解', 'No mediation session is on record'),
  },
  agreement: { first: ['settled'], fits: facts => agreementIn(facts, 'written') },
  oral: { first: ['settled'], fits: facts => agreementIn(facts, 'oral') },
  'follow-up': {
    first: ['performed'],
    fits: ({ acts }) => has(acts, 'follow-up', '尚未登记回访', 'No follow-up is on record'),
  },
  closing: { first: ['performed', 'closed'], fits: closable },
  cover: { first: ['closed', 'terminated', 'withdrawn'], fits: madeUp },
  index: { first: ['closed'], fits: madeUp },
  authority: {
    first: [],
    fits: ({ parties }) =>
      parties.some(({ party }) => party.representative !== '')
        ? READY
        : incomplete('没有登记代理人', 'No party has an agent on record'),
  },
  termination: { first: ['terminated'], fits: terminated },
  'judicial-confirmation': { first: ['settled'], fits: confirmable },
};

const NOT_NOTIFIED = incomplete('尚未登记权利义务告知的日期', 'The day of the notice is not on record');

function has(acts: DisputeFacts['acts'], move: string, zh: string, en: string): Fit {
  return acts.some(act => act.move === move) ? READY : incomplete(zh, en);
}

/** A written agreement has its own paper, an oral one is registered on another (人民调解法 Art. 28); what ended has neither. */
function agreementIn({ dispute }: DisputeFacts, form: 'written' | 'oral'): Fit {
  const { number, status, agreement } = dispute;
  if (!agreement) return isEnded(status) ? wrong(noAgreement(number)) : NO_AGREEMENT;
  if (agreement.form !== form) return wrong(otherForm(number, agreement.form));
  return lacking(agreement.effectiveOn === null ? [NOT_SIGNED] : []);
}

const NO_AGREEMENT = incomplete('尚无协议，协议各项留空', 'There is no agreement yet, so that its parts are blank');
const NOT_SIGNED: Text = { zh: '签署不全，协议尚未生效', en: 'It lacks signatures and is not in effect' };

const timeOver = (on: Day): Text => ({
  zh: `申请期限已于 ${on} 届满`,
  en: `The time to apply ended on ${on}`,
});

const isEnded = (status: Status) => ['declined', 'terminated', 'withdrawn', 'merged'].includes(status);

const noAgreement = (number: string): Refusal => ({
  zh: `${number} 没有达成协议，不能打印协议`,
  en: `${number} ended without an agreement: there is none to print`,
  hint: { zh: '终止的用 --文书 调解终结书', en: 'Where it was terminated, use --form termination' },
});

function otherForm(number: string, form: 'written' | 'oral'): Refusal {
  return form === 'oral'
    ? {
        zh: `${number} 是口头协议，没有调解协议书`,
        en: `The agreement of ${number} is oral: there is no paper of a written one`,
        hint: { zh: '改用 --文书 口头协议登记表', en: 'Use --form oral' },
      }
    : {
        zh: `${number} 是书面协议，不用口头协议登记表`,
        en: `The agreement of ${number} is written: it is not registered as an oral one`,
        hint: { zh: '改用 --文书 调解协议书', en: 'Use --form agreement' },
      };
}

/** A closing report says what came of the case: while it is open nothing has. */
function closable({ dispute: { number, status } }: DisputeFacts): Fit {
  if (open.includes(status))
    return wrong({
      zh: `${number} 还在办理，没有可以报告的结果`,
      en: `${number} is still open: there is nothing to report`,
      hint: { zh: '化解或终止以后再打印结案报告表', en: 'Print it once the dispute is settled or terminated' },
    });
  return status === 'settled' || status === 'performed'
    ? incomplete('尚未结案，结案日期留空', 'It is not closed yet, so that the day is blank')
    : READY;
}

function madeUp({ row }: DisputeFacts): Fit {
  return row.file_number === ''
    ? incomplete('尚未立卷（用 tiaochu dispute file），卷号等留空', 'Its file is not made up yet (dispute file)')
    : READY;
}

/** Mediation that goes on, or that ended by an agreement, was not terminated (人民调解法 Art. 26). */
function terminated({ dispute: { number, status } }: DisputeFacts): Fit {
  if (status === 'terminated') return READY;
  return wrong({
    zh: `${number} 没有终止调解，不能打印终结书`,
    en: `The mediation of ${number} was not terminated`,
    hint: {
      zh: `先登记终止：tiaochu dispute terminate ${number} --remedies-told --reason …`,
      en: `Enter that first: tiaochu dispute terminate ${number} --remedies-told --reason …`,
    },
  });
}

/**
 * A court confirms a written agreement in effect, within 30 days of that (民事诉讼法 Art. 205, 民诉法解释 Art. 353); some contents it
 * does not confirm at all (Art. 355).
 */
function confirmable({ dispute: { number, agreement }, words, confirmBy, today }: DisputeFacts): Fit {
  const warning = COURT_WARNINGS[words.warning];
  const isOver = confirmBy?.isFixed === true && confirmBy.on < today;
  if (agreement?.form === 'written')
    return lacking([
      ...(agreement.effectiveOn === null ? [NOT_SIGNED] : []),
      ...(isOver ? [timeOver(confirmBy.on)] : []),
      ...(warning ? [warning] : []),
    ]);
  return wrong({
    zh: `${number} 没有书面调解协议，无从申请司法确认`,
    en: `${number} has no written agreement that a court could confirm`,
    hint: {
      zh: `用 tiaochu dispute confirm-check ${number} 核对条件`,
      en: `tiaochu dispute confirm-check ${number} lists what it takes`,
    },
  });
}
