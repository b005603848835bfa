import type { Selectable } from 'kysely';
import { covers, type Day, endsTooEarly, overlaps, type Span } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import type { CadreTable, PairTable } from '../ledger/schema/teams.ts';
import { laterVisitProblem } from './rules.ts';

export type ReplaceablePair = Readonly<Omit<Selectable<PairTable>, 'import_id'>>;

export type Person = Readonly<Pick<Selectable<CadreTable>, 'id' | 'code'>>;

/** The member of a pair who stays when the other one is replaced. */
export function partnerOf(pair: ReplaceablePair, from: Person): number {
  return pair.cadre_a === from.id ? pair.cadre_b : pair.cadre_a;
}

/** A cadre hands over to somebody else: a pair that took over from itself would end with its households. */
export function samePersonProblem(from: Person, to: Person): Refusal | undefined {
  if (from.id !== to.id) return undefined;
  return {
    zh: `移交和接手的是同一人 ${from.code}`,
    en: `${from.code} cannot take over from themselves`,
    hint: { zh: '请写两名不同的干部编号', en: 'Name two different cadres' },
  };
}

/** Only somebody who is in the pair on that day can be replaced. */
export function memberProblem(pair: ReplaceablePair, from: Person, on: Day): Refusal | undefined {
  if ([pair.cadre_a, pair.cadre_b].includes(from.id) && covers(pair, on)) return undefined;
  return {
    zh: `${from.code} 在 ${on} 不在结对 ${pair.code} 中`,
    en: `${from.code} is not in pair ${pair.code} on ${on}`,
  };
}

/** The pair’s two stay two different cadres (S-27), and the old pair ends after its first day and after its last visit. */
export function replacementProblem(
  pair: ReplaceablePair,
  from: Person,
  to: Person,
  lastVisit: Day | undefined,
  on: Day,
): Refusal | undefined {
  const same = samePersonProblem(from, to);
  if (same) return same;
  if (to.id === partnerOf(pair, from))
    return {
      zh: `${to.code} 已是结对 ${pair.code} 的另一名队员，一组须是两名不同的干部`,
      en: `${to.code} is the other cadre of pair ${pair.code}; a pair is two different cadres`,
      hint: { zh: '请另选一名干部', en: 'Choose a third cadre' },
    };
  const late = laterVisitProblem(lastVisit, on);
  if (late) return { ...late, hint: { zh: '请把交接日期定在最后一次走访之后', en: 'Hand over after the last visit' } };
  return on <= pair.from_on ? endsTooEarly(pair.code, on) : undefined;
}

/** The pair that the two cadres who go on are already, if it lasts from that day on for as long as the old one would have. */
export function existingSuccessor<P extends ReplaceablePair>(
  pair: ReplaceablePair,
  to: Person,
  together: readonly P[],
  on: Day,
): { readonly successor?: P; readonly problem?: Refusal } {
  const clash = together.find(other => overlaps(other, { from_on: on, to_on: pair.to_on }));
  if (!clash) return {};
  if (clash.unit_id === pair.unit_id && covers(clash, on) && clash.to_on >= pair.to_on) return { successor: clash };
  return {
    problem: {
      zh: `${to.code} 与另一名队员已有结对 ${clash.code}，但并不从 ${on} 起一直有效`,
      en: `${to.code} is in pair ${clash.code} with the other cadre, but not throughout the time from ${on} on`,
      hint: { zh: '请先停用该结对，或另选日期或干部', en: 'End that pair first, or choose another day or cadre' },
    },
  };
}

/** Who takes over is in the pair’s own team on that day and for as long as the pair would have lasted. */
export function teamProblem(
  pair: ReplaceablePair,
  to: Person,
  memberships: readonly (Span & { readonly unit_id: number })[],
  on: Day,
): Refusal | undefined {
  if (memberships.some(m => m.unit_id === pair.unit_id && covers(m, on) && m.to_on >= pair.to_on)) return undefined;
  return {
    zh: `${to.code} 在 ${on} 不是结对 ${pair.code} 所在服务队的队员`,
    en: `${to.code} is not in the team of pair ${pair.code} on ${on}`,
    hint: {
      zh: '先用 tiaochu cadre change --unit-code 把其调入这支服务队',
      en: 'Move them into that team first: tiaochu cadre change --unit-code',
    },
  };
}
