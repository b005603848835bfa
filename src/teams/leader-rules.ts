import { type Problem, problem } from '../intake/sheet.ts';
import { covers, type Day, overlaps, type Span } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import type { Membership } from './rules.ts';

/** Who leads a team for a time. */
export interface Leader extends Span {
  readonly code: string;
  readonly unit_id: number;
}

/** A team is led by one of its own members on that day (S-25); who leads it already goes on. */
export function leadProblem(
  cadre: { readonly code: string; readonly memberships: readonly Membership[] },
  team: { readonly unit_id: number; readonly name: string },
  day: Day,
  leaders: readonly Leader[],
): Refusal | undefined {
  const { code, memberships } = cadre;
  if (!memberships.some(member => member.unit_id === team.unit_id && covers(member, day)))
    return {
      zh: `${code} 在 ${day} 不是${team.name}服务队的队员，不能任队长`,
      en: `${code} is not in the team of ${team.name} on ${day} and cannot lead it`,
      hint: { zh: '队员见 tiaochu team show', en: 'tiaochu team show lists its members' },
    };
  const later = leaders.find(leader => leader.unit_id === team.unit_id && leader.from_on > day);
  if (later)
    return {
      zh: `${team.name}服务队自 ${later.from_on} 起另有队长 ${later.code}，请用那一天或以后的日期`,
      en: `The team of ${team.name} has ${later.code} as its leader from ${later.from_on} on: date this that day or later`,
    };
  const now = leaders.find(leader => leader.unit_id === team.unit_id && covers(leader, day));
  if (now?.code !== code) return undefined;
  return { zh: `${code} 已是${team.name}服务队的队长`, en: `${code} leads the team of ${team.name} already` };
}

/** A team has one leader at a time (S-25). */
export function oneLeaderProblems(row: Leader, leaders: readonly Leader[]): Problem[] {
  const other = leaders.find(
    leader => leader.unit_id === row.unit_id && leader.code !== row.code && overlaps(leader, row),
  );
  if (!other) return [];
  const reason = {
    zh: `与本队队长 ${other.code} 冲突（更换用 tiaochu team lead）`,
    en: `conflicts with the team’s leader ${other.code} (tiaochu team lead puts another in the place)`,
  };
  const summary = { zh: '本队已有队长', en: 'the team has a leader' };
  return [{ ...problem('leader', 'yes', reason), summary }];
}
