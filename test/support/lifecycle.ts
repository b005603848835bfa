import type { AnyCaseArea } from '../../src/cases/area.ts';
import { DISPUTES } from '../../src/disputes/area.ts';
import type { Text } from '../../src/kernel/text.ts';
import { PETITIONS } from '../../src/petitions/area.ts';

/** What a page about the life of one kind of case says beside its table. */
export interface Page {
  readonly kind: 'dispute' | 'petition';
  readonly title: string;
  readonly statuses: Readonly<Record<string, Text>>;
  readonly moves: Readonly<Record<string, Text>>;
  readonly table: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly begins: string;
  readonly rules: string;
  readonly offers: string;
}

function pageOf({ kind, life }: AnyCaseArea, words: Pick<Page, 'title' | 'rules' | 'offers'>): Page {
  const { statuses, moves, firstMove, firstMoveText } = life;
  return {
    kind,
    statuses,
    moves,
    table: life.table as Page['table'],
    begins: `${firstMoveText.zh} ${firstMove}`,
    ...words,
  };
}

export const DISPUTE_PAGE = pageOf(DISPUTES, {
  title: '纠纷的一生 · The life of a dispute',
  rules: `writes it anew, a test fails when it is stale. 表里没有的办理都不存在；表里有的，另有条件的见 \`src/disputes/conditions.ts\`。
What is not in the table cannot happen; what else a move needs stands in \`src/disputes/conditions.ts\`.`,
  offers: `移交（登记移交、上报、交办、退回）是状态之外的另一件事：移交本身不改变状态；对方接收（受理 accept）以后，持有单位才变；
对方可以退回（return），移出单位可以收回（recall）。只有持有单位能办理，接收和退回由被移交的单位办理。

An offer to another unit (at registration, escalated, handed down, returned) is a fact of its own beside the status: it
does not change the status, and the holder changes only when the other unit accepts. The other unit may return it, the
holder recall it. Only the holder acts; accepting and returning an offer is for the unit that it is made to.`,
});

export const PETITION_PAGE = pageOf(PETITIONS, {
  title: '信访的一生 · The life of a petition',
  rules: `writes it anew, a test fails when it is stale. 表里没有的办理都不存在；表里有的，另有条件的见
\`src/petitions/conditions.ts\` 和 \`review-conditions.ts\`。What is not in the table cannot happen; what else a move needs
stands in \`src/petitions/conditions.ts\` and \`review-conditions.ts\`.`,
  offers: `移交（上报、交办、退回）是状态之外的另一件事：移交本身不改变状态；对方接收（受理 accept）以后，持有单位才变。还没有接收的，
对方 5 个工作日内可以提出异议（object），移出单位可以收回（recall）；已经接收的，可以退回（return）给移出单位。只有持有单位能办理，
接收和异议由被移交的单位办理。复查、复核各办两次：先登记申请（进入复查复核中），再登记意见。

An offer to another unit (escalated, handed down, returned) is a fact of its own beside the status: it does not change the
status, and the holder changes only when the other unit accepts. Before that, the other unit may object within 5 working
days and the holder may recall it; what was taken can be returned to its sender. Only the holder acts; accepting and
objecting is for the unit that the offer is made to. A review and a re-examination are entered twice: first the request,
which leads to under review, then the opinion.`,
});

/** The life of one kind of case as Markdown: a diagram and a table, both made from its one transition table. */
export function lifecycle(page: Page): string {
  const mermaid = `\`\`\`mermaid\n${diagram(page)}\n\`\`\``;
  return `${[intro(page), mermaid, page.offers, table(page)].join('\n\n')}\n`;
}

function intro({ kind, title, rules }: Page): string {
  return `# ${title}

Made from the transition table in \`src/${kind}s/transitions.ts\`: \`UPDATE_DOCS=1 npx vitest run test/lifecycle.test.ts\`
${rules}`;
}

const movesFrom = ({ table: lines }: Page, status: string) => Object.entries(lines[status] ?? {});

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly moves: readonly string[];
}

/** One edge for all moves that lead from one status to another. */
function edges(page: Page): Edge[] {
  const list = Object.keys(page.statuses);
  return list
    .flatMap(from =>
      list.map(to => ({
        from,
        to,
        moves: movesFrom(page, from)
          .filter(([, targets]) => targets.includes(to))
          .map(([move]) => `${page.moves[move]?.zh} ${move}`),
      })),
    )
    .filter(({ moves }) => moves.length > 0);
}

function diagram(page: Page): string {
  const list = Object.entries(page.statuses);
  const lines = [
    'stateDiagram-v2',
    ...list.map(([status, { zh }]) => `  state "${zh} ${status}" as ${status}`),
    `  [*] --> ${list[0]?.[0]}: ${page.begins}`,
    ...edges(page).map(({ from, to, moves }) => `  ${from} --> ${to}: ${moves.join('、')}`),
    ...list.filter(([status]) => movesFrom(page, status).length === 0).map(([status]) => `  ${status} --> [*]`),
  ];
  return lines.join('\n');
}

function table(page: Page): string {
  const named = (status: string) => `${page.statuses[status]?.zh} ${status}`;
  const rows = Object.keys(page.statuses).flatMap(status => {
    const moves = movesFrom(page, status);
    if (moves.length === 0) return [`| ${named(status)} | — | 不再办理 · over |`];
    return moves.map(
      ([move, targets]) =>
        `| ${named(status)} | ${page.moves[move]?.zh} \`${move}\` | ${targets.map(named).join(' / ')} |`,
    );
  });
  return ['| 状态 Status | 办理 Move | 办后 Leads to |', '| --- | --- | --- |', ...rows].join('\n');
}
