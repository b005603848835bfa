import { unitParam } from '../cli/places.ts';
import type { Day } from '../kernel/day.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import { column, type Row, spanColumns, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { SimpleRow } from '../register/simple-store.ts';
import type { SimpleWords } from '../register/simple-words.ts';
import { LEVELS, type Level } from './level.ts';
import { loadTree } from './store.ts';
import { branch, isOpen, type UnitTerm, type UnitTree, unitsByCode, unitsWithin } from './tree.ts';

export const unitColumns = [
  column('code', '代码', 'Code', 'code'),
  column('name', '名称', 'Name', 'label'),
  column('level', '层级', 'Level', 'word'),
  column('parent_code', '上级代码', 'Parent', 'code'),
  ...spanColumns,
] as const;

export function unitRow(tree: UnitTree, unit: UnitTerm): Row {
  const parent = unit.parent_id === null ? undefined : tree.units.get(unit.parent_id);
  return { ...unit, level: LEVELS[unit.level], parent_code: parent?.code ?? '' };
}

export function unitTable(tree: UnitTree, units: readonly UnitTerm[]): Table {
  return { shape: 'table', columns: unitColumns, rows: units.map(unit => unitRow(tree, unit)) };
}

/** The tree drawn with branches, each unit with its code. */
export function drawnTree(tree: UnitTree, top: UnitTerm, prefix = ''): Text[] {
  const children = (tree.children.get(top.unit_id) ?? []).filter(child => isOpen(tree, child));
  const own = prefix === '' ? [untranslated(`${top.name}  ${top.code}`)] : [];
  return [
    ...own,
    ...children.flatMap((child, i) => {
      const last = i === children.length - 1;
      const line = untranslated(`${prefix}${last ? '└─ ' : '├─ '}${child.name}  ${child.code}`);
      return [line, ...drawnTree(tree, child, `${prefix}${last ? '   ' : '│  '}`)];
    }),
  ];
}

/** How many units of each level a branch has, for the line under a tree. */
export function levelCounts(tree: UnitTree, top: UnitTerm) {
  const below = branch(tree, top).filter(unit => unit !== top && isOpen(tree, unit));
  const count = (level: Level) => below.filter(unit => unit.level === level).length;
  return { township: count('township'), village: count('village'), community: count('community') };
}

/** The columns by which lists of other nouns name a record’s village or community. */
export const placeColumns = [
  column('unit_code', '村代码', 'Unit code', 'code'),
  column('unit', '村（社区）', 'Unit', 'label'),
] as const;

export function placeCells(tree: UnitTree, unitId: number): { readonly unit_code: string; readonly unit: string } {
  const { code = '', name = '' } = tree.units.get(unitId) ?? {};
  return { unit_code: code, unit: name };
}

/** Some records have no unit. */
const NO_UNIT = -1;

/**
 * The name of the unit in lists of other nouns, and their `--unit`: by any code that a unit has at some time, since lists
 * show the present code even where they are read as of an earlier day. `codesOf` leads from another column to the unit.
 */
export function inUnits(
  from = 'unit_code',
  codesOf?: (db: Db) => ReadonlyMap<string, string>,
): Required<Pick<SimpleWords, 'beside' | 'filters'>> {
  const idsOf = (db: Db, tree: UnitTree) => {
    const ids = new Map([...unitsByCode(tree.terms)].map(([code, unit]) => [code, unit.unit_id]));
    return codesOf ? new Map([...codesOf(db)].map(([key, code]) => [key, ids.get(code) ?? NO_UNIT])) : ids;
  };
  const of = (db: Db, day: Day) => {
    const tree = loadTree(db, day);
    return new Map([...idsOf(db, tree)].map(([key, id]) => [key, tree.units.get(id)?.name]));
  };
  const passes = (db: Db, wanted: string, day: Day) => {
    const tree = loadTree(db, day);
    const inside = unitsWithin(tree, wanted);
    const ids = idsOf(db, tree);
    return (row: SimpleRow) => !inside || inside.has(ids.get(String(row[from])) ?? NO_UNIT);
  };
  return {
    beside: { [from]: { column: column('unit', '机构', 'Unit', 'label'), of } },
    filters: { unit: { param: unitParam, passes } },
  };
}
