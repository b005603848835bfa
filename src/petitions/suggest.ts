import type { PartyWords } from '../cases/party.ts';
import { covers, type Day, type Span } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { UnitTree } from '../units/tree.ts';

/** What is known of an agent when one is chosen. */
export interface Candidate extends Span {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly phone: string;
  readonly unit_id: number;
  readonly open: number;
}

export type Petitioner = Pick<PartyWords, 'name' | 'phone'>;

/** Whether an agent is a petitioner: the same phone, or the same name where one of the two gave no phone (Art. 28). */
export function isInterested(agent: Pick<Candidate, 'name' | 'phone'>, petitioners: readonly Petitioner[]): boolean {
  return petitioners.some(({ name, phone }) =>
    phone !== '' && agent.phone !== '' ? phone === agent.phone : name === agent.name,
  );
}

/** An agent is assigned while in office. */
export function checkInOffice(agent: Span & { readonly code: string }, day: Day): void {
  if (covers(agent, day)) return;
  refuse(
    { zh: `代办员 ${agent.code} 在 ${day} 不在任`, en: `Agent ${agent.code} is not in office on ${day}` },
    { zh: '用 tiaochu agent list 查看', en: 'tiaochu agent list shows who is' },
  );
}

/**
 * The agent to be suggested: of the holder's unit or the nearest one above that has any, the one with the fewest open
 * matters, without a direct interest; of equals the first by code. With the reasons.
 */
export function suggestedAgent(
  candidates: readonly Candidate[],
  petitioners: readonly Petitioner[],
  holder: number,
  tree: UnitTree,
  day: Day,
): { readonly agent: Candidate; readonly why: readonly Text[] } {
  const { agent, why } = bestAgent(candidates, petitioners, holder, tree, day);
  if (agent) return { agent, why };
  refuse(
    { zh: '本单位和上级都没有可指派的代办员', en: 'Neither this unit nor one above has an agent to assign' },
    { zh: '先登记代办员：tiaochu agent add', en: 'Add one first: tiaochu agent add' },
  );
}

/** The same, where there may be none. */
export function bestAgent(
  candidates: readonly Candidate[],
  petitioners: readonly Petitioner[],
  holder: number,
  tree: UnitTree,
  day: Day,
): { readonly agent: Candidate | undefined; readonly why: readonly Text[] } {
  const why: Text[] = [];
  for (
    let unit = tree.units.get(holder);
    unit;
    unit = unit.parent_id === null ? undefined : tree.units.get(unit.parent_id)
  ) {
    const { unit_id, name } = unit;
    const here = candidates.filter(candidate => candidate.unit_id === unit_id && covers(candidate, day));
    const able = here.filter(candidate => !isInterested(candidate, petitioners));
    for (const { code } of here.filter(candidate => !able.includes(candidate)))
      why.push({ zh: `${code} 是信访人本人，回避`, en: `${code} is a petitioner and must be recused` });
    const [agent] = [...able].sort((a, b) => a.open - b.open || (a.code < b.code ? -1 : 1));
    if (!agent) {
      why.push({
        zh: `${name} 没有可指派的代办员，改在上一级机构中推荐`,
        en: `${name} has no agent to assign; looking one level up`,
      });
      continue;
    }
    why.push({
      zh: `${agent.code}：${name}的代办员，在办 ${agent.open} 件，为 ${able.length} 人中最少`,
      en: `${agent.code}: agent of ${name} with ${agent.open} open, the fewest of ${able.length}`,
    });
    return { agent, why };
  }
  return { agent: undefined, why };
}
