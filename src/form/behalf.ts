import { agreeTo } from '../cli/on-behalf.ts';
import { type Given, isGiven } from './items.ts';
import type { Sheet } from './sheet.ts';

/**
 * The answers with the unit that acts, where that is not the user's own: asked as soon as it is known which record is meant,
 * since nobody should fill in a form for another unit unawares.
 */
export async function actingFor({ call, session, pickers }: Sheet, given: Given): Promise<Given> {
  const [name, param] = Object.entries(call.params).find(([, { onBehalf }]) => onBehalf) ?? [];
  if (!pickers || name === undefined || given[name] !== undefined || !isRecordKnown(call, given)) return given;
  const found = param?.onBehalf?.(pickers.place, given);
  if (!found) return given;
  await agreeTo(found, session);
  return { ...given, [name]: found.value };
}

/** Whether all is said that names the record. */
function isRecordKnown({ params }: Sheet['call'], given: Given): boolean {
  return Object.entries(params).every(([name, { kind }]) => kind !== 'argument' || isGiven(given, name));
}
