import { agentRows } from '../agents/store.ts';
import { commandHint } from '../cases/case-hint.ts';
import { refuse } from '../kernel/failure.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Petition } from './petition.ts';
import { isInterested, type Petitioner } from './suggest.ts';

/** Nobody carries their own petition: the agent does not become a petitioner after being assigned, either (信访工作条例 Art. 28). */
export function checkNoAgent(db: Db, petition: Petition, petitioners: readonly Petitioner[]): void {
  const agent = agentRows(db).find(({ id }) => id === petition.agent);
  if (!agent || !isInterested(agent, petitioners)) return;
  refuse(
    {
      zh: `代办员 ${agent.code} 会成为 ${petition.number} 的信访人，应当回避（信访工作条例第二十八条）`,
      en: `Agent ${agent.code} would be a petitioner of ${petition.number} and must be recused (Regulations on Petition Work Art. 28)`,
    },
    commandHint(petition, 'reassign # --agent … --reason …', '先改派代办员：$', 'Give it to another agent first: $'),
  );
}
