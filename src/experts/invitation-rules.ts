import type { Dispute } from '../disputes/dispute.ts';
import type { Answer } from '../disputes/invitations.ts';
import { IN_STOCK, STATUSES } from '../disputes/transitions.ts';
import { covers, type Day, type Span } from '../kernel/day.ts';
import { laterDayHint, type Refusal } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

type Invitable = Pick<Dispute, 'number' | 'status' | 'lastOn'>;

export interface Invited {
  readonly expert_code: string;
  readonly invited_on: Day;
  readonly answer: Answer;
  readonly answered_on: Day | null;
}

/** Experts help to settle, so they are invited only into a dispute that is not settled or ended yet (S-09). */
export function notToBeSettledProblem({ number, status }: Invitable): Refusal | undefined {
  if (IN_STOCK.has(status)) return undefined;
  return {
    zh: `${number} ${STATUSES[status].zh}，不再邀请专家`,
    en: `${number} is ${STATUSES[status].en}: no more experts are invited`,
    hint: {
      zh: `现状用 tiaochu dispute show ${number} 查看`,
      en: `See its status with tiaochu dispute show ${number}`,
    },
  };
}

/** An expert is invited while in office, and has one invitation to a dispute unless they declined (S-09). */
export function invitationProblem(
  dispute: Invitable,
  expert: Span & { readonly code: string },
  invitations: readonly Invited[],
  on: Day,
  today: Day,
): Refusal | undefined {
  return (
    notToBeSettledProblem(dispute) ??
    dayProblem(dispute, on, today) ??
    officeProblem(dispute, expert, on) ??
    repeatedProblem(dispute, expert.code, invitations)
  );
}

/** An invitation has been made, and not before the last move of the dispute: its holder has it since then (as for moves). */
function dayProblem({ number, lastOn }: Invitable, on: Day, today: Day): Refusal | undefined {
  if (on > today)
    return {
      zh: `日期 ${on} 在今天（${today}）之后`,
      en: `${on} is after today (${today})`,
      hint: { zh: '请用 --on 写已经发生的日期', en: 'Name the day on which it happened with --on' },
    };
  if (on >= lastOn) return undefined;
  return {
    zh: `邀请日期 ${on} 早于 ${number} 上一次办理的 ${lastOn}`,
    en: `The invitation is dated ${on}, before the last move of ${number} (${lastOn})`,
    hint: laterDayHint(lastOn),
  };
}

function officeProblem({ number }: Invitable, expert: Span & { readonly code: string }, on: Day): Refusal | undefined {
  if (covers(expert, on)) return undefined;
  return {
    zh: `专家 ${expert.code} 在 ${on} 不在册`,
    en: `Expert ${expert.code} is not in office on ${on}`,
    hint: {
      zh: `可以邀请的专家用 tiaochu expert suggest ${number} 查看`,
      en: `See whom to invite with tiaochu expert suggest ${number}`,
    },
  };
}

function repeatedProblem({ number }: Invitable, code: string, invitations: readonly Invited[]): Refusal | undefined {
  const open = invitations.find(({ expert_code, answer }) => expert_code === code && answer !== 'declined');
  if (!open) return undefined;
  if (open.answer === 'accepted')
    return {
      zh: `专家 ${code} 已应邀参加 ${number}`,
      en: `Expert ${code} has already accepted to take part in ${number}`,
      hint: seeInvitations(number),
    };
  return {
    zh: `专家 ${code} 已于 ${open.invited_on} 受邀，尚未答复`,
    en: `Expert ${code} was invited on ${open.invited_on} and has not answered`,
    hint: {
      zh: `答复后登记：tiaochu dispute answer ${number} --expert ${code}`,
      en: `Enter the answer: tiaochu dispute answer ${number} --expert ${code}`,
    },
  };
}

/** Experts take part with the parties' consent (人民调解法 Art. 20). */
export function consentProblem({ number }: Pick<Dispute, 'number'>, consented: boolean): Refusal | undefined {
  if (consented) return undefined;
  return {
    zh: `邀请专家参加 ${number} 须当事人同意（人民调解法第二十条）`,
    en: `An expert is invited to ${number} with the parties’ consent only (People’s Mediation Law Art. 20)`,
    hint: { zh: '当事人同意后加上 --consented', en: 'When the parties consent, add --consented' },
  };
}

/** The invitation to answer: it is answered once, but who accepted can still decline when they cannot go on (S-09). */
export function invitationToAnswer<I extends Invited>(
  invitations: readonly I[],
  code: string,
  answer: Answer,
): I | undefined {
  return invitations
    .filter(({ expert_code }) => expert_code === code)
    .find(own => own.answer === '' || (own.answer === 'accepted' && answer === 'declined'));
}

/** The refusal where an expert has no invitation to answer. */
export function nothingToAnswer(number: string, code: string, invitations: readonly Invited[]): Refusal {
  const wasInvited = invitations.some(({ expert_code }) => expert_code === code);
  return {
    ...(wasInvited
      ? { zh: `专家 ${code} 对 ${number} 的邀请已经答复`, en: `Expert ${code} has already answered for ${number}` }
      : { zh: `没有邀请专家 ${code} 参加 ${number}`, en: `Expert ${code} is not invited to ${number}` }),
    hint: seeInvitations(number),
  };
}

/** An answer is given on a day between the invitation (or the answer before it) and today. */
export function answerDayProblem({ invited_on, answered_on }: Invited, on: Day, today: Day): Refusal | undefined {
  const since = answered_on ?? invited_on;
  if (since <= on && on <= today) return undefined;
  return {
    zh: `答复日期 ${on} 应在 ${since}（邀请或上次答复）和 ${today}（今天）之间`,
    en: `The answer of ${on} must be dated between ${since} (the invitation or last answer) and ${today} (today)`,
    hint: { zh: '请用 --on 写答复的日期', en: 'Name the day of the answer with --on' },
  };
}

const seeInvitations = (number: string): Text => ({
  zh: `邀请情况用 tiaochu dispute show ${number} 查看`,
  en: `See the invitations with tiaochu dispute show ${number}`,
});
