import { type Slot, slotText } from '../appointments/appointment.ts';
import { overlapping } from '../appointments/rules.ts';
import { commandHint } from '../cases/case-hint.ts';
import { type Refusal, refuse } from '../kernel/failure.ts';
import type { OfSettling } from './condition.ts';

/**
 * An agreement comes from a mediation by the unit that settles (人民调解法 Art. 27: it is on record): what another unit
 * tried, or a party refused there, is not its session. Old ledgers keep no sessions.
 */
export const mediatedHere: OfSettling = (dispute, { takenOver }, { actor }) => {
  if (dispute.attempted || takenOver) return;
  refuse(
    {
      zh: `${dispute.number} 在${actor.name}尚无调解记录，不能化解（人民调解法第二十七条）`,
      en: `${dispute.number} has no mediation on record at ${actor.name}: it cannot be settled (People’s Mediation Law Art. 27)`,
    },
    commandHint(dispute, 'mediate #', '先登记调解：$', 'First enter the session: $'),
  );
};

/** A session of another dispute in a room. */
export interface SessionIn extends Slot {
  readonly number: string;
  readonly room: string;
}

/** A room has one session at a time, as far as their hours are on record. */
export function roomTakenProblem(slot: Slot, others: readonly SessionIn[]): Refusal | undefined {
  const taken = others.find(other => overlapping(slot, other));
  return (
    taken && {
      zh: `${taken.room}在 ${slotText(taken)} 已有 ${taken.number} 的调解会`,
      en: `${taken.room} had the session of ${taken.number}, ${slotText(taken)}`,
      hint: { zh: '请核对 --room、--hours 和 --on', en: 'Check --room, --hours and --on' },
    }
  );
}
