import type { CaseArea } from '../../cases/area.ts';
import type { Case, CaseAct } from '../../cases/case.ts';
import { commandOf, likelySteps } from '../../cases/life.ts';
import { DISPUTES } from '../../disputes/area.ts';
import type { Text } from '../../kernel/text.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { PETITIONS } from '../../petitions/area.ts';
import type { UnitTree } from '../../units/tree.ts';
import type { Group, TodoLine } from './rules.ts';

/** A way to go on with a line of the to-do list: the words of its command line, what it is called. */
export interface Way {
  readonly words: readonly string[];
  readonly name: Text;
  /** The household that is visited, where it is a visit. */
  readonly household?: string;
}

/** What can be done about a line: what it waits for, and the other moves that are possible for its case. */
export function waysOf({ first, others }: Group, db: Db, tree: UnitTree): Way[] {
  const own: Way[] = [first, ...others].map(line => wayOf(line));
  const all: Way[] = [...own, ...movesOf(first, db, tree)];
  const at = (way: Way) => way.words.slice(0, 3).join(' ');
  return all.filter((way, i) => all.findIndex(other => at(other) === at(way)) === i || own.includes(way));
}

/** The words after `tiaochu`; an option whose value is still open is left to the form. */
function wordsOf(command: string): string[] {
  const [, ...words] = command.split(' ');
  return words.filter((word, i) => word !== '…' && words[i + 1] !== '…');
}

function wayOf({ wait, about, what, command }: TodoLine): Way {
  const words = wordsOf(command);
  const [kind = '', move = ''] = words;
  const moves: Readonly<Record<string, Text | undefined>> = MOVES_OF[kind] ?? {};
  const does = wait === 'visit' ? { zh: about, en: about } : moves[move];
  const visited = wait === 'visit' ? { household: about } : {};
  return { ...visited, words, name: does ? { zh: `${does.zh}：${what.zh}`, en: `${does.en}: ${what.en}` } : what };
}

const MOVES_OF: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  dispute: DISPUTES.life.moves,
  petition: PETITIONS.life.moves,
};

/** What can be done with the case of a line, what usually comes next first. */
export function movesOf({ group, about }: Pick<TodoLine, 'group' | 'about'>, db: Db, tree: UnitTree): Way[] {
  const kind = group?.split(' ')[0];
  if (kind === 'dispute') return casesMoves(DISPUTES, db, about, tree);
  return kind === 'petition' ? casesMoves(PETITIONS, db, about, tree) : [];
}

function casesMoves<C extends Case, A extends CaseAct>(
  area: CaseArea<C, A>,
  db: Db,
  number: string,
  tree: UnitTree,
): Way[] {
  const { kind, life } = area;
  const steps = likelySteps(life, area.load(db, number), tree).map(({ move, unit }) => {
    const by = tree.units.get(unit)?.name ?? '';
    const { zh, en } = life.moves[move];
    return {
      words: wordsOf(`tiaochu ${kind} ${commandOf(life, move).replace('#', number)}`),
      name: { zh: `${zh}（${by}）`, en: `${en} (${by})` },
    };
  });
  return [...steps, { words: [kind, 'show', number], name: { zh: '查看', en: 'show it' } }];
}
