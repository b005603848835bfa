import type { MediatorRow } from '../mediators/mediator.ts';
import { CAMPAIGN } from './calendar.ts';
import { numbered } from './codes.ts';
import type { Division } from './divisions.ts';
import { personName, phoneNumber } from './names.ts';
import { randomFrom } from './random.ts';

/** Who sits on the committee of a township: women and several peoples among them (人民调解法 Art. 8). */
const MEMBERS = [
  { sex: 'male', ethnicity: '汉族', languages: '汉语' },
  { sex: 'female', ethnicity: '达斡尔族', languages: '汉语、达斡尔语' },
  { sex: 'male', ethnicity: '鄂温克族', languages: '汉语、鄂温克语' },
] as const;

/** The rosters of the townships' mediation committees. */
export function mediatorsOf(divisions: readonly Division[]): MediatorRow[] {
  const townships = divisions.filter(({ level }) => level === 'township');
  return townships.flatMap(({ code: unit_code, name: township }) => {
    const random = randomFrom(`mediators ${unit_code}`);
    return MEMBERS.map((member, index) => {
      const named = { code: numbered(`${unit_code}-T`, index), name: personName(random, township), unit_code };
      return { ...named, ...member, phone: phoneNumber(random), from_on: CAMPAIGN.from };
    });
  });
}
