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
  title: '纠纷的办理流程 · The life of a dispute',
  rules: `writes it anew; a test fails when it is out of date. 表中没有的办理步骤不存在；另有条件的，见 \`src/disputes/conditions.ts\`。
A move that is not in the table does not exist; its further conditions are in \`src/disputes/conditions.ts\`.`,
  offers: `移交（登记移交、上报、交办、退回）不改变状态；对方接收（受理 accept）以后，持有单位才变更。对方可以退回（return），移出单位可以收回
（recall）。只有持有单位可以办理；接收和退回由接收移交的单位办理。

An offer to another unit (at registration, by escalating, handing down or returning) does not change the status; the holder changes
only when the other unit accepts. The other unit may return the offer, the holder may recall it. Only the holder makes moves; an offer
is accepted or returned by the unit to which it was made.`,
});

export const PETITION_PAGE = pageOf(PETITIONS, {
  title: '信访的办理流程 · The life of a petition',
  rules: `writes it anew; a test fails when it is out of date. 表中没有的办理步骤不存在；另有条件的，见
\`src/petitions/conditions.ts\` 和旁边的 \`*-conditions.ts\`。A move that is not in the table does not exist; its further conditions
are in \`src/petitions/conditions.ts\` and the \`*-conditions.ts\` beside it.`,
  offers: `村（社区）受理是代办，只有本单位的时限；机关（乡镇、旗、部门）受理才是办理，60 日从这时起算。移交（上报、交办、退回）不改变状态；
对方接收（受理 accept）以后，持有单位才变更。尚未接收的可以退回（return）；交办给乡镇的，在 5 个工作日内提出异议（object）。移出单位
可以收回（recall），已经接收的可以退回移出单位。只有持有单位可以办理，部门的受理、异议、反馈（accept、object、report --department）也由
它登记。复查、复核各登记两次：先登记申请（进入复查复核中），再登记意见；由办理机关的上一级、再上一级作出（--at）。

A village or community carries what it accepts, with limits of the office's own; an organ (township, banner, department) handles it, and
the 60 days run from its acceptance. An offer to another unit (by escalating, handing down or returning) does not change the status; the
holder changes only when the other unit accepts. Until then the other unit may return it, or, where it was handed down to a township,
object within 5 working days; the holder may recall it, and what was accepted can be returned to the unit that offered it. Only the
holder makes moves, and it enters what departments do (accept, object, report with --department). A review and a re-examination are
entered twice: first the request, which leads to under review, then the opinion; the organ one level above the handling one decides, and
then the one above that (--at).`,
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
