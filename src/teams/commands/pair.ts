import { type Command, command } from '../../cli/command.ts';
import { argument, flag } from '../../cli/param.ts';
import { asOfParam, unitParam } from '../../cli/places.ts';
import { LIST } from '../../cli/verbs.ts';
import { covers } from '../../kernel/day.ts';
import { column, type Row, spanColumns } from '../../kernel/view.ts';
import { named } from '../../naming/named-param.ts';
import { addCommand } from '../../register/add-and-change.ts';
import { wordsOf } from '../../register/history-command.ts';
import { registerCommands } from '../../register/register-commands.ts';
import { showing } from '../../register/showing.ts';
import { loadTree, placesOn } from '../../units/store.ts';
import type { UnitTree } from '../../units/tree.ts';
import { placeCells, placeColumns } from '../../units/views.ts';
import { pairSheet } from '../pair.ts';
import { pairRegister } from '../pair-register.ts';
import { type PairRecord, pairCoded, pairRows } from '../pair-store.ts';

export const pairColumns = [
  column('code', '结对编号', 'Pair', 'code'),
  ...placeColumns.map(place => ({ ...place, detail: true })),
  column('cadre_a', '队员一', 'First cadre', 'code'),
  column('name_a', '姓名一', 'Name of the first', 'name'),
  column('cadre_b', '队员二', 'Second cadre', 'code'),
  column('name_b', '姓名二', 'Name of the second', 'name'),
  ...spanColumns,
] as const;

export function pairRow(pair: PairRecord, tree: UnitTree): Row {
  return { ...pair, ...placeCells(tree, pair.unit_id), cadre_a: pair.code_a, cadre_b: pair.code_b };
}

const PAIR_WORDS = wordsOf(pairSheet);

const list = command({
  ...LIST,
  summary: { zh: '列出结对', en: 'list pairs' },
  example: 'pair list --unit 150722100200',
  personal: true,
  params: { unit: unitParam, on: asOfParam, all: flag('--all', { zh: '含已停用的', en: 'ended ones too' }) },
  run: (context, input) => {
    const { day, tree, has } = placesOn(context, input);
    const rows = pairRows(context.db)
      .filter(pair => has(pair) && (input.all || covers(pair, day)))
      .map(pair => pairRow(pair, tree));
    return { view: { shape: 'table', columns: pairColumns, rows }, counts: { shown: rows.length } };
  },
});

const show = showing({
  noun: 'pair',
  summary: { zh: '查看一个结对', en: 'show a pair' },
  example: 'pair show 150722100200-P01',
  key: named(argument('<code>', { zh: '结对编号', en: 'the pair’s code' }), 'pair'),
  page: ({ db, today }, code) => {
    const pair = pairCoded(db, code);
    const title = { zh: `结对 ${code}`, en: `Pair ${code}` };
    return { id: pair.id, words: PAIR_WORDS, title, columns: pairColumns, row: pairRow(pair, loadTree(db, today)) };
  },
});

/** The commands about pairs alone; `load`, `change` and `close` also concern households and belong to them. */
export const pairCommands: readonly Command[] = [
  list,
  show,
  addCommand(
    pairRegister,
    'pair add --code 150722100200-P99 --unit-code 150722100200 --cadre-a 150722100200-C01 --cadre-b 150722100200-C03',
  ),
  ...registerCommands(pairRegister, '150722100200-P01', (db, code) => pairCoded(db, code).id),
];
