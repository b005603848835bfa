import { column, type Row, spanColumns } from '../kernel/view.ts';
import type { UnitTree } from '../units/tree.ts';
import { placeCells, placeColumns } from '../units/views.ts';
import type { PairRecord } from './pair-store.ts';

export const pairColumns = [
  column('code', '结对编号', 'Pair'),
  ...placeColumns,
  column('cadre_a', '队员一', 'First cadre'),
  column('name_a', '姓名一', 'Name of the first', 'name'),
  column('cadre_b', '队员二', 'Second cadre'),
  column('name_b', '姓名二', 'Name of the second', 'name'),
  ...spanColumns,
] as const;

export function pairRow(pair: PairRecord, tree: UnitTree): Row {
  return { ...pair, ...placeCells(tree, pair.unit_id), cadre_a: pair.code_a, cadre_b: pair.code_b };
}
