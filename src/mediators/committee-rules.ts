import { counted, type Text } from '../kernel/text.ts';

/** A member of a committee, as far as its composition is concerned; what is not recorded is empty. */
export interface Member {
  readonly sex: string | null;
  readonly ethnicity: string;
}

/** What is wrong with a committee, and what puts it right: another member, or fewer. */
export interface CommitteeProblem extends Text {
  readonly wants: 'member' | 'fewer';
}

const [FEWEST, MOST] = [3, 9];

/**
 * What a people's mediation committee lacks: three to nine members, women among them, and where several peoples live a
 * member of a smaller people (人民调解法 Arts 8, 9). The banner is such a place; sex and ethnicity may be unrecorded (PIPL
 * Art. 6), so that only what is recorded speaks against a committee.
 */
export function committeeProblems(members: readonly Member[]): CommitteeProblem[] {
  return [...sizeProblems(members.length), ...womenProblems(members), ...peoplesProblems(members)];
}

function sizeProblems(size: number): CommitteeProblem[] {
  if (size >= FEWEST && size <= MOST) return [];
  return [
    {
      wants: size > MOST ? 'fewer' : 'member',
      zh: `调委会有 ${size} 名委员，应为 ${FEWEST} 至 ${MOST} 名（人民调解法第八条）`,
      en: `the mediation committee has ${counted(size, 'member')}, not ${FEWEST} to ${MOST} (People’s Mediation Law Art. 8)`,
    },
  ];
}

function womenProblems(members: readonly Member[]): CommitteeProblem[] {
  if (members.some(({ sex }) => sex === 'female')) return [];
  const unknown = members.filter(({ sex }) => sex === null).length;
  return [
    {
      wants: 'member',
      zh: `调委会没有登记女性委员${unknown > 0 ? `（${unknown} 名未登记性别）` : ''}（人民调解法第八条）`,
      en: `the mediation committee has no woman on record${unknown > 0 ? `, ${unknown} without a sex` : ''} (People’s Mediation Law Art. 8)`,
    },
  ];
}

function peoplesProblems(members: readonly Member[]): CommitteeProblem[] {
  const peoples = new Set(members.map(({ ethnicity }) => ethnicity.replace(/族$/, '')).filter(Boolean));
  const [only] = peoples;
  if (only === undefined || peoples.size > 1) return [];
  return [
    {
      wants: 'member',
      zh: `调委会登记的委员都是${only}族，多民族居住的地区应有人数较少民族的委员（人民调解法第八条）`,
      en: `all members of the mediation committee on record are ${only}; where several peoples live, the smaller have a member (People’s Mediation Law Art. 8)`,
    },
  ];
}
