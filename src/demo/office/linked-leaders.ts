import type { LinkedLeaderRow } from '../../linked-leaders/linked-leader.ts';
import { CAMPAIGN } from '../calendar.ts';
import { numbered } from '../codes.ts';
import type { Division } from '../divisions.ts';
import { personName } from '../names.ts';
import { phrases } from '../phrases.ts';
import { randomFrom } from '../random.ts';

/** A leader of the banner is linked with each township from the campaign's start on (S-43). */
export function linkedLeadersOf(divisions: readonly Division[]): LinkedLeaderRow[] {
  const random = randomFrom('linked leaders');
  const duties = phrases('leaders');
  return divisions
    .filter(({ level }) => level === 'township')
    .map(({ code: unit_code }, index) => ({
      code: numbered('BL', index),
      name: personName(random, ''),
      duty: duties[index % duties.length],
      unit_code,
      from_on: CAMPAIGN.from,
    }));
}
