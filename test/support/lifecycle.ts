import { MOVES, movesFrom, STATUS_LIST, STATUSES, type Status, targetsOf } from '../../src/disputes/transitions.ts';

/** The life of a dispute as Markdown: a diagram and a table, both made from the one transition table. */
export function lifecycle(): string {
  return `${[INTRO, `\`\`\`mermaid\n${diagram()}\n\`\`\``, OFFERS, table()].join('\n\n')}\n`;
}

const INTRO = `# 纠纷的一生 · The life of a dispute

Made from the transition table in \`src/disputes/transitions.ts\`: \`UPDATE_DOCS=1 npx vitest run test/lifecycle.test.ts\`
writes it anew, a test fails when it is stale. 表里没有的办理都不存在；表里有的，另有条件的见 \`src/disputes/conditions.ts\`。
What is not in the table cannot happen; what else a move needs stands in \`src/disputes/conditions.ts\`.`;

const OFFERS = `移交（登记移交、上报、交办、退回）是状态之外的另一件事：移交本身不改变状态；对方接收（受理 accept）以后，持有单位才变；
对方可以退回（return），移出单位可以收回（recall）。只有持有单位能办理，接收和退回由被移交的单位办理。

An offer to another unit (at registration, escalated, handed down, returned) is a fact of its own beside the status: it
does not change the status, and the holder changes only when the other unit accepts. The other unit may return it, the
holder recall it. Only the holder acts; accepting and returning an offer is for the unit that it is made to.`;

interface Edge {
  readonly from: Status;
  readonly to: Status;
  readonly moves: readonly string[];
}

/** One edge for all moves that lead from one status to another. */
function edges(): Edge[] {
  return STATUS_LIST.flatMap(from =>
    STATUS_LIST.map(to => ({
      from,
      to,
      moves: movesFrom(from)
        .filter(move => targetsOf(from, move).includes(to))
        .map(move => `${MOVES[move].zh} ${move}`),
    })),
  ).filter(({ moves }) => moves.length > 0);
}

function diagram(): string {
  const lines = [
    'stateDiagram-v2',
    ...STATUS_LIST.map(status => `  state "${STATUSES[status].zh} ${status}" as ${status}`),
    '  [*] --> registered: 登记 register',
    ...edges().map(({ from, to, moves }) => `  ${from} --> ${to}: ${moves.join('、')}`),
    ...STATUS_LIST.filter(status => movesFrom(status).length === 0).map(status => `  ${status} --> [*]`),
  ];
  return lines.join('\n');
}

function table(): string {
  const named = (status: Status) => `${STATUSES[status].zh} ${status}`;
  const rows = STATUS_LIST.flatMap(status => {
    const moves = movesFrom(status);
    if (moves.length === 0) return [`| ${named(status)} | — | 不再办理 · over |`];
    return moves.map(move => {
      const leads = targetsOf(status, move).map(named).join(' / ');
      return `| ${named(status)} | ${MOVES[move].zh} \`${move}\` | ${leads} |`;
    });
  });
  return ['| 状态 Status | 办理 Move | 办后 Leads to |', '| --- | --- | --- |', ...rows].join('\n');
}
