import { command } from '../../cli/command.ts';
import { flag } from '../../cli/param.ts';
import { asOfParam, unitParam } from '../../cli/places.ts';
import { covers, type Day } from '../../kernel/day.ts';
import { type Text, untranslated } from '../../kernel/text.ts';
import { column, type Row, type Table } from '../../kernel/view.ts';
import { loadTree } from '../../units/store.ts';
import { isOpen, onTier, teamUnits, type UnitTerm, type UnitTree, unitNamed } from '../../units/tree.ts';
import { groupOf, groupsOf, type Membership } from '../rules.ts';
import { allMemberships, type Group, groups } from '../store.ts';

/** How many villages and communities each guidance group covers on a day, and which are in none or in two. */
export const cover = command({
  name: 'cover',
  zh: '覆盖',
  summary: { zh: '各指导组负责的村和社区数，以及未归组的', en: 'how many villages and communities each group covers' },
  example: 'guidance cover',
  access: 'read',
  params: {
    on: asOfParam,
    unit: unitParam,
    outside: flag('--outside', {
      zh: '只列未归组或归两个组的村和社区',
      en: 'only the villages and communities in no group or in two',
    }),
  },
  run: ({ db, today }, input) => {
    const tree = loadTree(db, input.on ?? today);
    const top = input.unit === undefined ? undefined : unitNamed(tree, input.unit);
    const units = teamUnits(tree, top).filter(unit => isOpen(tree, unit));
    const cover = { tree, units, members: allMemberships(db) };
    const outside = units.filter(unit => groupsOf(unit, cover.members, tree).length !== 1);
    return {
      view: input.outside ? outsideTable(cover, outside) : coverTable(cover, groups(db), outside),
      counts: { outside: outside.length },
    };
  },
});

/** The villages and communities of a day, and which groups have which units. */
interface Cover {
  readonly tree: UnitTree;
  readonly units: readonly UnitTerm[];
  readonly members: readonly Membership[];
}

function coverTable({ tree, units, members }: Cover, every: readonly Group[], outside: readonly UnitTerm[]): Table {
  const ofGroup = (code: string | undefined) => counts(units.filter(unit => groupOf(unit, members, tree) === code));
  const none = ofGroup(undefined);
  const rows: Row[] = every
    .filter(group => covers(group, tree.day))
    .map(({ code, name }) => ({ code, name, ...ofGroup(code) }));
  if (none.villages + none.communities > 0) rows.push({ code: '', name: NO_GROUP, ...none });
  return {
    shape: 'table',
    title: dated({ zh: '指导组覆盖', en: 'Guidance groups' }, tree.day),
    columns: [
      column('code', '指导组编号', 'Group code', 'code'),
      column('name', '名称', 'Name'),
      column('villages', '村', 'Villages', 'integer'),
      column('communities', '社区', 'Communities', 'integer'),
    ],
    rows,
    totals: { name: { zh: '合计', en: 'Total' }, ...counts(units) },
    notes: [outside.length === 0 ? ALL_IN_ONE : outsideText(outside)],
  };
}

const counts = (units: readonly UnitTerm[]) => ({
  villages: units.filter(unit => unit.level === 'village').length,
  communities: units.filter(unit => unit.level === 'community').length,
});

const NO_GROUP: Text = { zh: '未归组', en: 'in no group' };
const ALL_IN_ONE: Text = {
  zh: '每个村和社区都恰好归一个指导组',
  en: 'Every village and community is in exactly one group',
};
const SHOWN = 8;

function outsideText(outside: readonly UnitTerm[]): Text {
  const first = outside.slice(0, SHOWN).map(unit => `${unit.code} ${unit.name}`);
  const more = outside.length > SHOWN;
  return {
    zh: `未归组或归两个组的有 ${outside.length} 个：${first.join('、')}${more ? '等（加 --outside 列出全部）' : ''}`,
    en: `In no group or in two, ${outside.length}: ${first.join(', ')}${more ? ' … (--outside lists them all)' : ''}`,
  };
}

function outsideTable({ tree, members }: Cover, outside: readonly UnitTerm[]): Table {
  return {
    shape: 'table',
    title: dated({ zh: '未归组或归两个组', en: 'In no group or in two' }, tree.day),
    columns: [
      column('unit_code', '村代码', 'Unit code', 'code'),
      column('unit', '村（社区）', 'Unit', 'label'),
      column('township', '乡镇', 'Township'),
      column('groups', '指导组', 'Groups'),
    ],
    rows: outside.map(unit => ({
      unit_code: unit.code,
      unit: unit.name,
      township: onTier(tree, unit, 2)?.name,
      groups: untranslated(groupsOf(unit, members, tree).join(';')),
    })),
  };
}

function dated(text: Text, day: Day): Text {
  return { zh: `${text.zh}（${day}）`, en: `${text.en} (${day})` };
}
