import type { ActOf } from '../cases/case.ts';
import { commandHint, commandOn } from '../cases/case-hint.ts';
import type { Condition } from '../cases/life.ts';
import { receivedFromAnother } from '../cases/passing.ts';
import { refuse } from '../kernel/failure.ts';
import type { UnitTree } from '../units/tree.ts';
import type { PetitionAct } from './acts.ts';
import { isOrgan } from './organ.ts';
import type { Petition } from './petition.ts';
import type { Move } from './transitions.ts';

type OfCase = Condition<Petition, { readonly move: string }>;
type OfAct<M extends Move> = Condition<Petition, ActOf<PetitionAct, M>>;

/** A petition is accepted from lodged, or where another unit offers it; not twice. */
export const somethingToAccept: OfCase = petition => {
  if (petition.offer || petition.status === 'lodged') return;
  refuse(
    {
      zh: `${petition.number} 已经受理，没有待接收的移交`,
      en: `${petition.number} is already accepted, and no offer is open`,
    },
    commandHint(petition, 'confer #', '接着会商：$', 'Go on with $'),
  );
};

/** A petition is discussed in a conference before it is escalated, unless a reason for direct escalation is given (S-39 自下而上逐级过筛). */
export const conferredOrDirect: OfAct<'escalate'> = (petition, { direct }, { actor }) => {
  if (petition.conferred || direct) return;
  refuse(
    {
      zh: `${petition.number} 在${actor.name}尚未会商，不能直接上报（自下而上逐级过筛）`,
      en: `${petition.number} has no conference on record at ${actor.name}: confer before escalating`,
    },
    commandHint(
      petition,
      'confer #',
      '先 $；情况特殊的，用 --direct 写明理由',
      'First $; or give the reason with --direct',
    ),
  );
};

/**
 * Whether the open offer can be objected to: an objection is for an organ to which a petition was handed down. A step up of the
 * agency, a return, and what a village is handed to carry are accepted or returned (信访工作条例 Art. 23(3)). Where the time to
 * object was set by an earlier version of the rules, it still runs.
 */
function isObjectable({ offer, objectDue }: Petition, { units }: UnitTree): boolean {
  if (!offer) return false;
  const addressee = units.get(offer.to);
  return objectDue !== undefined || (offer.kind === 'hand-down' && addressee !== undefined && isOrgan(addressee));
}

/** An accepted petition can be offered back, and so can an offer; what was handed down to an organ is objected to, in time. */
export const received: OfCase = (petition, act, scene) => {
  if (!petition.offer) return receivedFromAnother(petition, act, scene);
  if (!isObjectable(petition, scene.tree)) return;
  refuse(
    {
      zh: `${petition.number} 是交办的，不属本单位职权的应提出异议`,
      en: `${petition.number} was handed down: object if it is not within the unit’s authority`,
    },
    {
      zh: `5 个工作日内：${commandOn(petition, 'object # --reason 详细理由')}`,
      en: `Within 5 working days: ${commandOn(petition, 'object # --reason …')}`,
    },
  );
};

/** An objection answers an offer that can be objected to. */
export const offeredHere: OfCase = (petition, _, { tree }) => {
  if (isObjectable(petition, tree)) return;
  refuse(
    petition.offer
      ? {
          zh: `${petition.number} 不是交办给有权处理的机关的，没有异议期限（信访工作条例第二十三条）`,
          en: `${petition.number} was not handed down to an organ: there is no objection to it (Regulations on Petition Work Art. 23)`,
        }
      : {
          zh: `${petition.number} 没有等待接收的移交，无从提出异议`,
          en: `${petition.number} is not offered to anybody: there is nothing to object to`,
        },
    commandHint(petition, 'return # --reason …', '可以退回：$', 'It can be returned: $'),
  );
};

/** An objection with detailed reasons is made within 5 working days (信访工作条例 Art. 23(3)). */
export const objectedInTime: OfAct<'object'> = (petition, { on }) => {
  if (petition.objectDue === undefined || on <= petition.objectDue) return;
  refuse(
    {
      zh: `${petition.number} 的异议期限 ${petition.objectDue} 已过（5 个工作日，信访工作条例第二十三条）`,
      en: `Objections to ${petition.number} had to be made by ${petition.objectDue} (5 working days, Regulations on Petition Work Art. 23)`,
    },
    commandHint(
      petition,
      'accept #',
      '请接收：$；接收后确需退的，与移出单位商定后退回',
      'Accept it: $; later it can be returned if the sender agrees',
    ),
  );
};
