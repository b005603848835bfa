import type { Command, UnnamedCommand } from '../cli/command.ts';
import { counted } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import { inUnits } from '../units/views.ts';
import { agentRecord } from './records.ts';

/** What agents carry; petitions are a layer above and hand it in. */
export interface AgentWork {
  /** How many petitions are open with an agent. */
  open(db: Db, id: number): number;
  /** How many of them are in hand: a review is made above, and nobody can be reassigned to it. */
  inHand(db: Db, id: number): number;
}

/** `agent workload` is the workload report itself and is handed in, since reports are a layer above. */
export function agentCommands(workload: UnnamedCommand, work: AgentWork): Command[] {
  const commands = simpleCommands(agentRecord, {
    sample: '150722100200-D01',
    add: '--code 150722100200-D99 --name 鄂晓光 --unit-code 150722100200',
    change: '--phone 13900000009',
    file: 'agents.csv',
    ...inUnits(),
    figures: {
      columns: [column('open', '在办', 'Open', 'integer')],
      of: (db, { id }) => ({ open: work.open(db, id) }),
    },
    openWork: (db, { id, code }) => inHandProblem(String(code), work.inHand(db, id)),
  });
  return [...commands, { ...workload, name: 'workload', zh: '工作量', example: 'agent workload --unit 150722100' }];
}

/** An agent leaves after all petitions in hand are with others. */
function inHandProblem(code: string, count: number) {
  if (count === 0) return undefined;
  return {
    zh: `${code} 还有 ${count} 件在办的信访`,
    en: `${code} has ${counted(count, 'open petition')}`,
    hint: {
      zh: `请先逐件改派：tiaochu petition reassign（用 tiaochu petition list --agent ${code} 查看）`,
      en: `Give each to another agent first: tiaochu petition reassign (see tiaochu petition list --agent ${code})`,
    },
  };
}
