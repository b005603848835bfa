import type { CodeRow } from '../cases/codes.ts';
import { covers, type Day, type Span } from '../kernel/day.ts';
import { counted, type Text } from '../kernel/text.ts';
import { type Engagement, specialtiesOf } from './expert.ts';
import type { Invited } from './invitation-rules.ts';

export interface Candidate extends Span {
  readonly code: string;
  readonly name: string;
  readonly department: string | null;
  readonly specialties: string;
  readonly engagement: Engagement;
  readonly phone: string;
  /** How many invitations bind them. */
  readonly open: number;
}

/** Who is suggested and why, and who is not. */
export interface Suggestion {
  readonly suggested: readonly { readonly expert: Candidate; readonly why: Text }[];
  /** The experts in office with the specialty who are left out, with the reason. */
  readonly leftOut: readonly Text[];
}

/**
 * The experts to invite to a dispute: in office, its category among their specialties, the fewest open invitations first,
 * then by code; without those who declined or have an invitation to this dispute (S-09).
 */
export function suggestedExperts(
  candidates: readonly Candidate[],
  category: CodeRow,
  invited: readonly Invited[],
  day: Day,
): Suggestion {
  const able = candidates.filter(
    expert => covers(expert, day) && specialtiesOf(expert.specialties).includes(category.code),
  );
  const invitations = new Map(invited.map(invitation => [invitation.expert_code, invitation]));
  const suggested = able
    .filter(({ code }) => !invitations.has(code))
    .sort((a, b) => a.open - b.open || (a.code < b.code ? -1 : 1))
    .map(expert => ({ expert, why: reason(expert, category) }));
  const leftOut = able.flatMap(({ code }) => {
    const invitation = invitations.get(code);
    return invitation ? [whyNot(invitation)] : [];
  });
  return { suggested, leftOut };
}

function reason({ open }: Candidate, { name_zh, name_en }: CodeRow): Text {
  return {
    zh: `专长有${name_zh}，未了结的邀请 ${open} 件`,
    en: `specialty: ${name_en}; ${open === 0 ? 'no open invitation' : counted(open, 'open invitation')}`,
  };
}

function whyNot({ expert_code, invited_on, answer }: Invited): Text {
  const what = {
    '': { zh: `已于 ${invited_on} 受邀，待答复`, en: `was invited on ${invited_on} and has not answered` },
    accepted: { zh: '已应邀', en: 'has accepted' },
    declined: { zh: '已谢绝', en: 'declined' },
  }[answer];
  return { zh: `不再推荐 ${expert_code}：${what.zh}`, en: `Not suggested: ${expert_code} ${what.en}` };
}
