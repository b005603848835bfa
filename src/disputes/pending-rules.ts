import { slotText } from '../appointments/appointment.ts';
import { commandHint } from '../cases/case-hint.ts';
import { refuse } from '../kernel/failure.ts';
import type { OfAct, OfCase } from './condition.ts';

/** A department has one open referral at a time. */
export const referredOnce: OfAct<'refer'> = (dispute, { departmentId }) => {
  const open = dispute.referrals.find(referral => referral.departmentId === departmentId);
  if (!open) return;
  refuse(
    {
      zh: `${dispute.number} 已转送${open.department}，${open.due} 前反馈，尚未反馈`,
      en: `${dispute.number} is already referred to ${open.department}, which has until ${open.due} to answer`,
    },
    commandHint(dispute, `report # --department ${open.department} --answer …`, '反馈后登记：$', 'Enter its answer: $'),
  );
};

/** There is a department that has still to answer. */
export const someReferral: OfCase = dispute => {
  if (dispute.referrals.length > 0) return;
  refuse(
    {
      zh: `${dispute.number} 没有等待部门反馈的转送`,
      en: `${dispute.number} has no referral that waits for an answer`,
    },
    commandHint(dispute, 'show #', '转送情况用 $ 查看', 'See its referrals with $'),
  );
};

/** A department answers what was referred to it. */
export const wasReferred: OfAct<'report'> = (dispute, { departmentId, department }) => {
  if (dispute.referrals.some(referral => referral.departmentId === departmentId)) return;
  refuse(
    {
      zh: `${dispute.number} 没有转送${department}而尚未反馈的`,
      en: `${dispute.number} has no open referral to ${department}`,
    },
    commandHint(dispute, 'show #', '转送情况用 $ 查看', 'See its referrals with $'),
  );
};

/** A unit above the holder supervises, be it the township or the banner. */
export const fromAbove: OfAct<'supervise'> = (dispute, _, { actor, tree }) => {
  const holder = tree.units.get(dispute.holder);
  const nearest = holder?.parent_id == null ? undefined : tree.units.get(holder.parent_id);
  if (actor.unit_id === nearest?.unit_id || actor.unit_id === nearest?.parent_id) return;
  refuse(
    {
      zh: `${actor.name} 不是${holder?.name}的上级，不能督办 ${dispute.number}`,
      en: `${actor.name} is not above ${holder?.name}, which holds ${dispute.number}: it does not supervise it`,
    },
    { zh: `不写 --at，或写${nearest?.name}`, en: `Omit --at, or name ${nearest?.name}` },
  );
};

/** A unit supervises a dispute once at a time. */
export const supervisedOnce: OfAct<'supervise'> = (dispute, { byId }, { actor }) => {
  const open = dispute.supervisions.find(({ by }) => by === byId);
  if (!open) return;
  refuse(
    {
      zh: `${dispute.number} 已由${actor.name}督办，要求 ${open.due} 前反馈`,
      en: `${dispute.number} is already supervised by ${actor.name}, with a reply due on ${open.due}`,
    },
    commandHint(dispute, 'supervision-reply #', '反馈后登记：$', 'Enter the reply: $'),
  );
};

/** Only what is supervised is replied to. */
export const underSupervision: OfCase = dispute => {
  if (dispute.supervisions.length > 0) return;
  refuse(
    { zh: `${dispute.number} 没有被督办，无需反馈`, en: `${dispute.number} is not under supervision` },
    commandHint(dispute, 'show #', '现状用 $ 查看', 'See its status: $'),
  );
};

/** An appointment lies ahead of the day on which it is made. */
export const appointedAhead: OfAct<'appoint'> = (_, { on, day }) => {
  if (day >= on) return;
  refuse(
    { zh: `预约的日期 ${day} 早于办理日期 ${on}`, en: `The appointment on ${day} is before the act on ${on}` },
    { zh: '请用 --at-time 写更晚的时间', en: 'Name a later time with --at-time' },
  );
};

/** There is an appointment to cancel. */
export const hasAppointment: OfCase = dispute => {
  if (dispute.appointment) return;
  refuse(
    { zh: `${dispute.number} 没有预约`, en: `${dispute.number} has no appointment` },
    commandHint(dispute, 'appoint #', '预约用 $', 'Make it with $'),
  );
};

/** What replaces an earlier appointment, in words. */
export const replacedText = (slot: Parameters<typeof slotText>[0]) => ({
  zh: `取代原来的预约 ${slotText(slot)}`,
  en: `replaces the appointment of ${slotText(slot)}`,
});
