import type { ActOf } from '../cases/case.ts';
import { commandHint } from '../cases/case-hint.ts';
import type { Condition } from '../cases/life.ts';
import { refuse } from '../kernel/failure.ts';
import type { PetitionAct } from './acts.ts';
import type { Petition } from './petition.ts';
import type { Move } from './transitions.ts';

type OfCase = Condition<Petition, { readonly move: string }>;
type OfAct<M extends Move> = Condition<Petition, ActOf<PetitionAct, M>>;

/** One agent at a time: the first is assigned, another one reassigned with a reason. */
export const noAgentYet: OfCase = petition => {
  if (petition.agent === undefined) return;
  refuse(
    { zh: `${petition.number} 已有代办员`, en: `${petition.number} already has an agent` },
    commandHint(petition, 'reassign # --agent … --reason …', '更换代办员用改派：$', 'Change it with $'),
  );
};

/** A conference assigns the first agent only. */
export const firstAgent: OfAct<'confer'> = (petition, act, scene) => {
  if (act.agentId !== undefined) noAgentYet(petition, act, scene);
};

export const hasAgent: OfCase = petition => {
  if (petition.agent !== undefined) return;
  refuse(
    { zh: `${petition.number} 尚无代办员`, en: `${petition.number} has no agent yet` },
    commandHint(petition, 'assign # --take', '先指派：$', 'Assign one: $'),
  );
};

export const otherAgent: OfAct<'reassign'> = (petition, { agent, agentId }) => {
  if (agentId !== petition.agent) return;
  refuse(
    { zh: `${petition.number} 已由 ${agent} 代办`, en: `${agent} is already the agent of ${petition.number}` },
    { zh: '请另写一名代办员', en: 'Name another agent' },
  );
};

/** Staff with a direct interest must be recused (信访工作条例 Art. 28). */
export const noInterest: OfAct<'assign' | 'reassign' | 'confer'> = (_, { move, agent, interested }) => {
  if (interested !== true) return;
  refuse(
    {
      zh: `代办员 ${agent} 是信访人本人，应当回避（信访工作条例第二十八条）`,
      en: `Agent ${agent} is a petitioner and must be recused (Regulations on Petition Work Art. 28)`,
    },
    move === 'assign'
      ? { zh: '请另行指派，或用 --take 采用推荐的', en: 'Name another one, or use --take for the suggested agent' }
      : { zh: '请另写一名代办员', en: 'Name another one' },
  );
};
