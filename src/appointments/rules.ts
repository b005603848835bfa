import type { Refusal } from '../kernel/failure.ts';
import { type Appointment, type Slot, slotText } from './appointment.ts';

/** An appointment of another case, with that case's number. */
export interface Booked extends Appointment {
  readonly number: string;
}

/** Whether two times have a minute in common: what ends when the other begins does not overlap it. */
export function overlapping(a: Slot, b: Slot): boolean {
  return a.day === b.day && a.from < b.until && b.from < a.until;
}

/** A mediator, and a room, is at one mediation at a time. Mediators are the same by their names. */
export function bookedProblem(wanted: Appointment, others: readonly Booked[]): Refusal | undefined {
  const meanwhile = others.filter(other => overlapping(wanted, other));
  const room = meanwhile.find(other => wanted.roomId !== null && other.roomId === wanted.roomId);
  if (room)
    return {
      zh: `${room.place} 在 ${slotText(room)} 已约给 ${room.number}`,
      en: `${room.place} is taken by ${room.number}, ${slotText(room)}`,
      hint: OTHERWISE,
    };
  for (const other of meanwhile) {
    const both = wanted.mediators.find(name => other.mediators.includes(name));
    if (both !== undefined)
      return {
        zh: `调解员 ${both} 在 ${slotText(other)} 已约在 ${other.number}`,
        en: `Mediator ${both} is at ${other.number}, ${slotText(other)}`,
        hint: OTHERWISE,
      };
  }
  return undefined;
}

const OTHERWISE = {
  zh: '请换时间、地点或调解员，或先取消那一次：tiaochu dispute cancel-appointment',
  en: 'Choose another time, place or mediator, or cancel that appointment: tiaochu dispute cancel-appointment',
};
