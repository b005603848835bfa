import { type Command, command } from '../../cli/command.ts';
import { argument } from '../../cli/param.ts';
import { asOfParam, unitParam } from '../../cli/places.ts';
import { LIST, SHOW } from '../../cli/verbs.ts';
import { covers, type Span } from '../../kernel/day.ts';
import { refuse } from '../../kernel/failure.ts';
import { column } from '../../kernel/view.ts';
import { hasTeam } from '../../units/level.ts';
import { loadTree, placesOn } from '../../units/store.ts';
import { isOpen, onTier, teamUnits, unitNamed } from '../../units/tree.ts';
import { placeCells, placeColumns } from '../../units/views.ts';
import { membershipRows } from '../cadre-store.ts';
import { pairRows } from '../pair-store.ts';
import { cadreColumns, cadreRows } from './cadre.ts';
import { pairColumns, pairRow } from './pair.ts';

const teamColumns = [
  ...placeColumns,
  column('township', '乡镇', 'Township'),
  column('cadres', '干部', 'Cadres', 'integer'),
  column('pairs', '结对', 'Pairs', 'integer'),
] as const;

const list = command({
  ...LIST,
  summary: { zh: '列出各村（社区）服务队', en: 'list the service teams, one per village or community' },
  example: 'team list --unit 150722100',
  params: { unit: unitParam, on: asOfParam },
  run: (context, input) => {
    const { db } = context;
    const { day, tree, has } = placesOn(context, input);
    const cadres = membershipRows(db).filter(row => covers(row, day));
    const pairs = pairRows(db).filter(row => covers(row, day));
    const units = teamUnits(tree).filter(unit => isOpen(tree, unit) && has(unit));
    const rows = units.map(unit => ({
      ...placeCells(tree, unit.unit_id),
      township: onTier(tree, unit, 2)?.name ?? '',
      cadres: cadres.filter(({ unit_id }) => unit_id === unit.unit_id).length,
      pairs: pairs.filter(({ unit_id }) => unit_id === unit.unit_id).length,
    }));
    const totals = {
      unit: { zh: '合计', en: 'Total' },
      cadres: rows.reduce((sum, row) => sum + row.cadres, 0),
      pairs: rows.reduce((sum, row) => sum + row.pairs, 0),
    };
    return { view: { shape: 'table', columns: teamColumns, rows, totals } };
  },
});

const show = command({
  ...SHOW,
  summary: { zh: '查看一支服务队的干部和结对', en: 'show a team’s cadres and pairs' },
  example: 'team show 150722100200',
  personal: true,
  params: { unit: argument('<code>', { zh: '村或社区代码', en: 'the village’s or community’s code' }), on: asOfParam },
  run: ({ db, today }, input) => {
    const day = input.on ?? today;
    const tree = loadTree(db, day);
    const unit = unitNamed(tree, input.unit);
    if (!hasTeam(unit.level))
      refuse(
        {
          zh: `${unit.name} 不是村或社区，没有服务队`,
          en: `${unit.name} is not a village or community and has no team`,
        },
        { zh: '用 tiaochu team list 查看各服务队', en: 'tiaochu team list shows all teams' },
      );
    const isOwn = (row: Span & { readonly unit_id: number }) => row.unit_id === unit.unit_id && covers(row, day);
    const rows = cadreRows(db, tree, isOwn);
    const pairs = pairRows(db).filter(isOwn);
    return {
      view: {
        shape: 'card',
        title: { zh: `${unit.name}服务队（${day}）`, en: `Service team of ${unit.name} (${day})` },
        columns: teamColumns.filter(c => c.key !== 'township'),
        row: { ...placeCells(tree, unit.unit_id), cadres: rows.length, pairs: pairs.length },
        tables: [
          { shape: 'table', key: 'members', columns: cadreColumns.filter(c => !c.key.startsWith('unit')), rows },
          {
            shape: 'table',
            key: 'pair_list',
            columns: pairColumns.filter(c => !c.key.startsWith('unit')),
            rows: pairs.map(p => pairRow(p, tree)),
          },
        ],
      },
      records: [unit.code],
    };
  },
});

export const teamCommands: readonly Command[] = [list, show];
