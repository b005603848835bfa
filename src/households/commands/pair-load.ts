import { command } from '../../cli/command.ts';
import { asOfParam, unitParam } from '../../cli/places.ts';
import { covers } from '../../kernel/day.ts';
import { median } from '../../kernel/figures.ts';
import { counted } from '../../kernel/text.ts';
import { column } from '../../kernel/view.ts';
import { pairRows } from '../../teams/pair-store.ts';
import { placesOn } from '../../units/store.ts';
import { placeCells, placeColumns } from '../../units/views.ts';
import { loadOfPairs } from '../assignment-store.ts';

export const load = command({
  name: 'load',
  zh: '户数',
  summary: { zh: '每个结对的包户数（最少、中位、最多）', en: 'households per pair, with min, median and max' },
  example: 'pair load --unit 150722100',
  access: 'read',
  params: { unit: unitParam, on: asOfParam },
  run: (context, input) => {
    const { day, tree, has } = placesOn(context, input);
    const counts = loadOfPairs(context.db, day);
    const pairs = pairRows(context.db).filter(pair => covers(pair, day) && has(pair));
    const rows = pairs.map(({ id, code, unit_id }) => {
      return { pair_code: code, ...placeCells(tree, unit_id), households: counts.get(id) ?? 0 };
    });
    const loads = rows.map(row => row.households).sort((a, b) => a - b);
    return {
      view: {
        shape: 'table',
        columns: [
          column('pair_code', '结对编号', 'Pair'),
          ...placeColumns,
          column('households', '户数', 'Households', 'integer'),
        ],
        rows,
        totals: { pair_code: { zh: '合计', en: 'Total' }, households: loads.reduce((sum, n) => sum + n, 0) },
        notes: [spreadNote(day, loads)],
      },
    };
  },
});

function spreadNote(day: string, loads: readonly number[]) {
  const [least = 0, most = 0] = [loads.at(0), loads.at(-1)];
  const none = loads.filter(n => n === 0).length;
  const middle = median(loads) ?? 0;
  return {
    zh: `${day}：${loads.length} 个结对，每对最少 ${least} 户、中位 ${middle} 户、最多 ${most} 户；没有包户的 ${none} 对`,
    en: `${day}: ${counted(loads.length, 'pair')}; households per pair: min ${least}, median ${middle}, max ${most}; pairs without any: ${none}`,
  };
}
