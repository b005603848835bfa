import { type Command, command } from '../../cli/command.ts';
import { argument, flag } from '../../cli/param.ts';
import { asOfParam, unitParam } from '../../cli/places.ts';
import { LIST } from '../../cli/verbs.ts';
import { covers, endingProblem, OPEN_END, type Span } from '../../kernel/day.ts';
import { refuseIf } from '../../kernel/failure.ts';
import { chosen, column, detail, type Row, spanColumns } from '../../kernel/view.ts';
import { recordChanges } from '../../ledger/events.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { named } from '../../naming/named-param.ts';
import { addCommand, changeCommand } from '../../register/add-and-change.ts';
import { closing } from '../../register/closing.ts';
import { wordsOf } from '../../register/history-command.ts';
import { registerCommands } from '../../register/register-commands.ts';
import { showing } from '../../register/showing.ts';
import { loadTree, placesOn } from '../../units/store.ts';
import type { UnitTree } from '../../units/tree.ts';
import { placeCells, placeColumns } from '../../units/views.ts';
import { cadreSheet } from '../cadre.ts';
import { cadreRegister } from '../cadre-register.ts';
import { cadreCoded, endMembership, membershipRows, membershipsOf } from '../cadre-store.ts';
import { leadersOn } from '../leader-store.ts';
import { openPairCodes } from '../pair-store.ts';
import { pairedProblem } from '../rules.ts';

export const cadreColumns = [
  column('code', '干部编号', 'Cadre', 'code'),
  column('name', '姓名', 'Name', 'name'),
  ...placeColumns,
  detail('organ', '单位', 'Organ'),
  column('duty', '职务', 'Duty'),
  column('phone', '电话', 'Phone', 'phone'),
  detail('diary_no', '日记编号', 'Diary', 'code'),
  column('leader', '队长', 'Leader', 'flag'),
  ...spanColumns,
] as const;

/** Memberships that pass a test, as rows in the order of the cadres’ codes. */
export function cadreRows(
  db: Db,
  tree: UnitTree,
  passes: (row: Span & { readonly unit_id: number }) => boolean,
): Row[] {
  const leaders = leadersOn(db, tree.day);
  return membershipRows(db)
    .filter(passes)
    .map(row => ({
      ...row,
      ...placeCells(tree, row.unit_id),
      leader: leaders.get(row.unit_id)?.cadre_id === row.id,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

const CADRE_WORDS = wordsOf(cadreSheet);

const cadreArgument = named(argument('<code>', { zh: '干部编号', en: 'the cadre’s code' }), 'cadre');

const list = command({
  ...LIST,
  summary: { zh: '列出干部', en: 'list cadres' },
  example: 'cadre list --unit 150722100200',
  personal: true,
  params: { unit: unitParam, on: asOfParam, all: flag('--all', { zh: '含已离队的', en: 'with those who left' }) },
  run: (context, input) => {
    const { day, tree, has } = placesOn(context, input);
    const rows = cadreRows(context.db, tree, row => has(row) && (input.all || covers(row, day)));
    return { view: { shape: 'table', columns: cadreColumns, rows }, counts: { shown: rows.length } };
  },
});

const show = showing({
  noun: 'cadre',
  summary: { zh: '查看一名干部：队、历史', en: 'show a cadre: teams and history' },
  example: 'cadre show 150722100200-C01',
  key: cadreArgument,
  page: ({ db, today }, code) => {
    const cadre = cadreCoded(db, code);
    const tree = loadTree(db, today);
    const rows = membershipsOf(db, cadre.id).map(m => ({ ...m, ...placeCells(tree, m.unit_id) }));
    const columns = chosen(cadreColumns, ['unit', 'from_on', 'to_on']);
    return {
      id: cadre.id,
      words: CADRE_WORDS,
      title: { zh: `干部 ${code}`, en: `Cadre ${code}` },
      columns: chosen(cadreColumns, ['code', 'name', 'organ', 'duty', 'phone', 'diary_no']),
      row: { ...cadre },
      tables: [{ shape: 'table', key: 'teams', columns, rows }],
    };
  },
});

const close = closing({
  noun: 'cadre',
  summary: { zh: '干部离队（先交接所包的户）', en: 'remove a cadre from the team (hand their households over first)' },
  example: 'cadre close 150722100200-C01 --on 2024-01-01',
  key: cadreArgument,
  end: (db, key, stamp) => {
    const { on } = stamp;
    const { id } = cadreCoded(db, key);
    const last = membershipsOf(db, id).at(-1);
    refuseIf(last && endingProblem(key, last, on));
    const paired = pairedProblem(openPairCodes(db, id, on));
    refuseIf(paired && { zh: `${key} ${paired.zh}`, en: `${key} ${paired.en}` });
    endMembership(db, id, stamp);
    recordChanges(db, 'cadre', id, [{ field: 'to_on', old: OPEN_END, new: on }], stamp);
    return { key, zh: `${key} 自 ${on} 起离队`, en: `${key} is out of the team from ${on} on` };
  },
});

export const cadreCommands: readonly Command[] = [
  list,
  show,
  addCommand(cadreRegister, 'cadre add --code 150722100200-C99 --name 敖玉兰 --unit-code 150722100200'),
  changeCommand(cadreRegister, 'cadre change 150722100200-C01 --duty 副科长'),
  close,
  ...registerCommands(cadreRegister, '150722100200-C01', (db, code) => cadreCoded(db, code).id),
];
