import type { CodeRow } from '../cases/codes.ts';
import { covers, type Day, type Span } from '../kernel/day.ts';
import { counted, type Text } from '../kernel/text.ts';
import { type Engagement, specialtiesOf } from './expert.ts';
import type { Invited } from './invitation-rules.ts';

/** What is known of an expert when some are suggested. */
export interface Candidate extends Span {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly specialties: string;
  readonly engagement: Engagement;
  readonly phone: string;
  /** Invitations that were not declined, to disputes that are still to be settled. */
  readonly open: number;
}

interface Suggestion {
  readonly suggested: readonly { readonly expert: Candidate; readonly why: Text }[];
  /** Who has the specialty and is in office, and why they are left out. */
  readonly leftOut: readonly Text[];
}

/**
 * The experts to invite to a dispute: in office, its category among their specialties, the fewest open invitations first,
 * of equals the first by code; without those who declined it or have an invitation to it (S-09).
 */
export function suggestedExperts(
  candidates: readonly Candidate[],
  category: CodeRow,
  invited: readonly Invited[],
  day: Day,
): Suggestion {
  const able = candidates.filter(one => covers(one, day) && specialtiesOf(one.specialties).includes(category.code));
  const answered = new Map(invited.map(one => [one.expert_code, one]));
  const suggested = able
    .filter(one => !answered.has(one.code))
    .sort((a, b) => a.open - b.open || (a.code < b.code ? -1 : 1))
    .map(expert => ({ expert, why: reason(expert, category) }));
  const leftOut = able.flatMap(({ code }) => {
    const invitation = answered.get(code);
    return invitation ? [whyNot(invitation)] : [];
  });
  return { suggested, leftOut };
}

function reason({ open }: Candidate, { name_zh, name_en }: CodeRow): Text {
  return {
    zh: `专长有${name_zh}，未了的邀请 ${open} 件`,
    en: `specialty: ${name_en}; ${open === 0 ? 'no open invitation' : counted(open, 'open invitation')}`,
  };
}

function whyNot({ expert_code, invited_on, answer }: Invited): Text {
  const what = {
    '': { zh: `已于 ${invited_on} 受邀，待答复`, en: `was invited on ${invited_on} and has not answered yet` },
    accepted: { zh: '已应邀', en: 'takes part already' },
    declined: { zh: '已谢绝', en: 'declined' },
  }[answer];
  return { zh: `不再推荐 ${expert_code}：${what.zh}`, en: `Not suggested: ${expert_code} ${what.en}` };
}
