import type { Dispute } from '../disputes/dispute.ts';
import type { Answer } from '../disputes/invitations.ts';
import { IN_STOCK, STATUSES } from '../disputes/transitions.ts';
import { covers, type Day, type Span } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';

type Invitable = Pick<Dispute, 'number' | 'status' | 'lastOn'>;

/** An invitation to the dispute that is looked at. */
export interface Invited {
  readonly expert_code: string;
  readonly invited_on: Day;
  readonly answer: Answer;
  readonly answered_on: Day | null;
}

/** Experts help to settle, so they are invited only into a dispute that is still to be settled (S-09). */
export function checkToBeSettled({ number, status }: Invitable): void {
  if (IN_STOCK.has(status)) return;
  refuse(
    {
      zh: `${number} ${STATUSES[status].zh}，不再邀请专家`,
      en: `${number} is ${STATUSES[status].en}: nobody is invited any more`,
    },
    { zh: `现状用 tiaochu dispute show ${number} 查看`, en: `tiaochu dispute show ${number} shows where it stands` },
  );
}

/** What is entered has happened, and not before the last act on the case, since when the holder has it (as for moves). */
function checkDay({ number, lastOn }: Invitable, on: Day, today: Day): void {
  if (on > today)
    refuse(
      { zh: `日期 ${on} 在今天（${today}）之后`, en: `${on} is after today (${today})` },
      { zh: '请用 --on 写已经发生的日期', en: 'Name the day on which it happened with --on' },
    );
  if (on < lastOn)
    refuse(
      {
        zh: `邀请日期 ${on} 早于 ${number} 上一次办理的 ${lastOn}`,
        en: `The invitation is dated ${on}, before the last act on ${number} (${lastOn})`,
      },
      { zh: `用 --on 写 ${lastOn} 或以后的日期`, en: `Date it ${lastOn} or later with --on` },
    );
}

/** An expert is invited while in office, and has one invitation to a dispute unless they declined (S-09). */
export function checkInvitation(
  dispute: Invitable,
  expert: Span & { readonly code: string },
  standing: readonly Invited[],
  on: Day,
  today: Day,
): void {
  checkToBeSettled(dispute);
  checkDay(dispute, on, today);
  const { code } = expert;
  if (!covers(expert, on))
    refuse(
      { zh: `专家 ${code} 在 ${on} 不在册`, en: `Expert ${code} is not in office on ${on}` },
      {
        zh: `可以邀请谁，用 tiaochu expert suggest ${dispute.number} 查看`,
        en: `tiaochu expert suggest ${dispute.number} lists who can be invited`,
      },
    );
  const open = standing.find(one => one.expert_code === code && one.answer !== 'declined');
  if (open?.answer === 'accepted')
    refuse(
      {
        zh: `专家 ${code} 已应邀参加 ${dispute.number}`,
        en: `Expert ${code} takes part in ${dispute.number} already`,
      },
      {
        zh: `邀请情况用 tiaochu dispute show ${dispute.number} 查看`,
        en: `tiaochu dispute show ${dispute.number} lists the invitations`,
      },
    );
  if (open)
    refuse(
      {
        zh: `专家 ${code} 已于 ${open.invited_on} 受邀，还没有答复`,
        en: `Expert ${code} was invited on ${open.invited_on} and has not answered`,
      },
      {
        zh: `答复后登记：tiaochu dispute answer ${dispute.number} --expert ${code}`,
        en: `Enter the answer: tiaochu dispute answer ${dispute.number} --expert ${code}`,
      },
    );
}
