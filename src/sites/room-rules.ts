import { covers, type Day, type Span } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';

/** Nothing is held in a room before it is set up or after it is closed (S-14). */
export function closedRoomProblem(
  room: Span & { readonly code: string; readonly name: string },
  day: Day,
): Refusal | undefined {
  if (covers(room, day)) return undefined;
  return {
    zh: `${room.code} ${room.name}在 ${day} 没有启用`,
    en: `${room.code} ${room.name} is not in use on ${day}`,
    hint: {
      zh: `当天可用的功能室：tiaochu room list --on ${day}`,
      en: `tiaochu room list --on ${day} shows the rooms there are`,
    },
  };
}
