import { type Problem, problem } from '../intake/sheet.ts';
import { encloses, overlaps, type Span } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { hasTeam, type Level } from '../units/level.ts';

/** Service teams are a village's or community's (246支村(社区)服务队, S-25), and last no longer than it. */
export function teamUnitProblems(
  code: string,
  unit: (Span & { readonly level: Level }) | undefined,
  span: Span,
): Problem[] {
  const say = (zh: string, en: string) => [problem('unit_code', code, { zh, en })];
  if (!unit) return say('没有这个村或社区', 'is not a known village or community');
  if (!hasTeam(unit.level)) return say('不是村或社区', 'is not a village or community');
  return encloses(unit, span) && span.from_on < unit.to_on
    ? []
    : say('在这段时间并不都存在', 'is not open for the whole of that time');
}

export interface Membership extends Span {
  readonly unit_id: number;
}

/** Both of a pair are different cadres of the pair's team for as long as the pair lasts (S-27). */
export function pairProblems(
  pair: Span & { readonly cadre_a: string; readonly cadre_b: string },
  unitId: number | undefined,
  membershipsOf: (cadre: string) => readonly Membership[] | undefined,
): Problem[] {
  const say = (column: 'cadre_a' | 'cadre_b', zh: string, en: string) => [problem(column, pair[column], { zh, en })];
  if (pair.cadre_a === pair.cadre_b)
    return say('cadre_b', '一组须是两名不同的干部', 'repeats the first cadre; a pair is two different cadres');
  return (['cadre_a', 'cadre_b'] as const).flatMap(column => {
    const memberships = membershipsOf(pair[column]);
    if (!memberships) return say(column, '没有这名干部', 'is not a known cadre');
    if (memberships.some(m => m.unit_id === unitId && encloses(m, pair))) return [];
    return say(column, '在这段时间不是本村服务队的队员', 'is not in this team for all of that time');
  });
}

/** A cadre leaves a team, or moves to another, only when their pairs have ended: households would lose a visitor. */
export function pairedProblem(pairs: readonly string[]): Text | undefined {
  if (pairs.length === 0) return undefined;
  return {
    zh: `那时仍在结对中：${pairs.join('、')}（先用 tiaochu handover 交接所包的户，或停用这些结对）`,
    en: `is still in a pair then: ${pairs.join(', ')} (hand over their households first, or close these pairs)`,
  };
}

/** The code of the pair that goes on from another one: the same with the next free number after `~`. */
export function successorCode(code: string, existing: readonly string[]): string {
  const base = code.replace(/~\d+$/, '');
  let serial = 2;
  while (existing.includes(`${base}~${serial}`)) serial++;
  return `${base}~${serial}`;
}

/** Two cadres are one pair at a time, so that a visit of the two is credited without doubt. */
export function sameCadresProblem(
  pair: Span & { readonly code: string; readonly cadre_b: string },
  together: readonly (Span & { readonly code: string })[],
): Problem[] {
  const clash = together.find(other => other.code !== pair.code && overlaps(other, pair));
  if (!clash) return [];
  const reason = {
    zh: `与另一名队员在这段时间已经结对（${clash.code}）`,
    en: `is already in a pair with the other cadre in that time (${clash.code})`,
  };
  const summary = { zh: '同样两名干部已经结对', en: 'the same two cadres are already a pair' };
  return [{ ...problem('cadre_b', pair.cadre_b, reason), summary }];
}
