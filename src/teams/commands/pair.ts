import { type Command, command } from '../../cli/command.ts';
import { argument, flag } from '../../cli/param.ts';
import { asOfParam, unitParam } from '../../cli/places.ts';
import { covers } from '../../kernel/day.ts';
import { addCommand } from '../../register/add-and-change.ts';
import { historyTable, wordsOf } from '../../register/history-command.ts';
import { registerCommands } from '../../register/register-commands.ts';
import { loadTree } from '../../units/store.ts';
import { unitsWithin } from '../../units/tree.ts';
import { pairSheet } from '../pair.ts';
import { pairRegister } from '../pair-register.ts';
import { pairCoded, pairRows } from '../pair-store.ts';
import { pairColumns, pairRow } from '../pair-view.ts';

const PAIR_WORDS = wordsOf(pairSheet);

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出结对', en: 'list pairs' },
  example: 'pair list --unit 150722100200',
  access: 'read',
  personal: true,
  params: { unit: unitParam, on: asOfParam, all: flag('--all', { zh: '含已停用的', en: 'ended ones too' }) },
  run: ({ db, today }, input) => {
    const day = input.on ?? today;
    const tree = loadTree(db, day);
    const wanted = unitsWithin(tree, input.unit);
    const rows = pairRows(db)
      .filter(pair => (!wanted || wanted.has(pair.unit_id)) && (input.all || covers(pair, day)))
      .map(pair => pairRow(pair, tree));
    return { view: { shape: 'table', columns: pairColumns, rows }, counts: { shown: rows.length } };
  },
});

const show = command({
  name: 'show',
  zh: '查看',
  summary: { zh: '查看一个结对', en: 'show a pair' },
  example: 'pair show 150722100200-P01',
  access: 'read',
  personal: true,
  params: { code: argument('<code>', { zh: '结对编号', en: 'the pair’s code' }) },
  run: ({ db, today, reveal }, input) => {
    const pair = pairCoded(db, input.code);
    return {
      view: {
        shape: 'card',
        title: { zh: `结对 ${pair.code}`, en: `Pair ${pair.code}` },
        columns: pairColumns,
        row: pairRow(pair, loadTree(db, today)),
        tables: [historyTable(db, 'pair', pair.id, PAIR_WORDS, reveal)],
      },
      records: [pair.code],
    };
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
  ...registerCommands(pairRegister, '150722100200-P01', (db, code) => pairCoded(db, code).id, PAIR_WORDS),
];
