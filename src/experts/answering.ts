import type { Dispute } from '../disputes/dispute.ts';
import type { Answer } from '../disputes/invitations.ts';
import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import type { Invited } from './invitation-rules.ts';

/**
 * An invitation is answered once, on a day since it was made; who accepted can still decline when they cannot go on (S-09).
 */
export function answerable<I extends Invited>(
  { number }: Pick<Dispute, 'number'>,
  code: string,
  answer: Answer,
  standing: readonly I[],
  on: Day,
  today: Day,
): I {
  const own = standing.filter(one => one.expert_code === code);
  const open = own.find(one => one.answer === '' || (one.answer === 'accepted' && answer === 'declined'));
  if (!open)
    refuse(
      own.length === 0
        ? { zh: `${number} 没有邀请过专家 ${code}`, en: `Expert ${code} is not invited to ${number}` }
        : { zh: `专家 ${code} 对 ${number} 的邀请已经答复`, en: `Expert ${code} has answered for ${number} already` },
      {
        zh: `邀请情况用 tiaochu dispute show ${number} 查看`,
        en: `tiaochu dispute show ${number} lists the invitations`,
      },
    );
  const since = open.answered_on ?? open.invited_on;
  if (on > today || on < since)
    refuse(
      {
        zh: `答复日期 ${on} 应在 ${since}（邀请或上次答复）和 ${today}（今天）之间`,
        en: `The answer of ${on} must lie between ${since} (the invitation or last answer) and ${today} (today)`,
      },
      { zh: '请用 --on 写答复的日期', en: 'Name the day of the answer with --on' },
    );
  return open;
}
