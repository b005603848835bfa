import type { CodeRow } from '../cases/codes.ts';
import type { Answer } from '../disputes/invitations.ts';
import { IN_STOCK, type Status } from '../disputes/transitions.ts';
import { type Problem, problem } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import { counted } from '../kernel/text.ts';
import { specialtiesOf } from './expert.ts';

/** An expert's specialties are categories of disputes, so that a dispute finds its experts (S-09). */
export function unknownSpecialties(
  { specialties }: { readonly specialties: string },
  categories: readonly CodeRow[],
): Problem[] {
  const known = new Set(categories.map(category => category.code));
  return specialtiesOf(specialties)
    .filter(code => !known.has(code))
    .map(code =>
      problem('specialties', code, {
        zh: '不是纠纷类别的代码（见 tiaochu dispute categories）',
        en: 'is not a category of disputes (see dispute categories)',
      }),
    );
}

interface InvitationState {
  readonly answer: Answer;
  readonly status: Status;
}

/** An invitation binds an expert who has not declined, as long as the dispute is still to be settled (S-09). */
export function bindsExpert({ answer, status }: InvitationState): boolean {
  return answer !== 'declined' && IN_STOCK.has(status);
}

/** An expert leaves the pool only when no invitation binds them any more, and after the last one that was made (S-09). */
export function openInvitationsProblem(
  invitations: readonly (InvitationState & { readonly invited_on: Day })[],
  on: Day,
): Refusal | undefined {
  const open = invitations.filter(invitation => bindsExpert(invitation) || invitation.invited_on >= on).length;
  if (open === 0) return undefined;
  return {
    zh: `这名专家还有 ${open} 件未了结（或在 ${on} 及以后发出）的邀请`,
    en: `The expert has ${counted(open, 'invitation')}, open or made on or after ${on}`,
    hint: {
      zh: '先登记谢绝：tiaochu dispute answer（已应邀而不能再参加的也这样登记）；停用日期须晚于最近一次邀请',
      en: 'Enter that they decline, even if they had accepted: tiaochu dispute answer; close after the last invitation',
    },
  };
}
