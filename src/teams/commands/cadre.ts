import { type Command, command } from '../../cli/command.ts';
import { argument, flag } from '../../cli/param.ts';
import { asOfParam, onParam, reasonParam, unitParam } from '../../cli/places.ts';
import { covers, type Day, endingProblem, OPEN_END } from '../../kernel/day.ts';
import { refuse } from '../../kernel/failure.ts';
import { column, lines, type Row, spanColumns } from '../../kernel/view.ts';
import { recordChanges } from '../../ledger/events.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { addCommand, changeCommand } from '../../register/add-and-change.ts';
import { historyTable, wordsOf } from '../../register/history-command.ts';
import { registerCommands } from '../../register/register-commands.ts';
import { loadTree } from '../../units/store.ts';
import { type UnitTree, unitsWithin } from '../../units/tree.ts';
import { placeCells, placeColumns } from '../../units/views.ts';
import { cadreSheet } from '../cadre.ts';
import { cadreRegister } from '../cadre-register.ts';
import { cadreCoded, endMembership, membershipRows, membershipsOf } from '../cadre-store.ts';
import { openPairCodes } from '../pair-store.ts';
import { pairedProblem } from '../rules.ts';

export const cadreColumns = [
  column('code', '干部编号', 'Cadre'),
  column('name', '姓名', 'Name', 'name'),
  ...placeColumns,
  column('organ', '单位', 'Organ'),
  column('duty', '职务', 'Duty'),
  column('phone', '电话', 'Phone', 'phone'),
  column('diary_no', '日记编号', 'Diary'),
  ...spanColumns,
] as const;

/** The cadres of a day, or all memberships of all times, as rows. */
export function cadreRows(db: Db, tree: UnitTree, unit: string | undefined, day: Day | undefined): Row[] {
  const wanted = unitsWithin(tree, unit);
  return membershipRows(db)
    .filter(row => (!wanted || wanted.has(row.unit_id)) && (day === undefined || covers(row, day)))
    .map(row => ({ ...row, ...placeCells(tree, row.unit_id) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

const CADRE_WORDS = wordsOf(cadreSheet);

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出干部', en: 'list cadres' },
  example: 'cadre list --unit 150722100200',
  access: 'read',
  personal: true,
  params: { unit: unitParam, on: asOfParam, all: flag('--all', { zh: '含已离队的', en: 'with those who left' }) },
  run: ({ today, db }, input) => {
    const day = input.on ?? today;
    const rows = cadreRows(db, loadTree(db, day), input.unit, input.all ? undefined : day);
    return { view: { shape: 'table', columns: cadreColumns, rows }, counts: { shown: rows.length } };
  },
});

const show = command({
  name: 'show',
  zh: '查看',
  summary: { zh: '查看一名干部：队、历史', en: 'show a cadre: teams and history' },
  example: 'cadre show 150722100200-C01',
  access: 'read',
  personal: true,
  params: { code: argument('<code>', { zh: '干部编号', en: 'the cadre’s code' }) },
  run: ({ db, today, reveal }, input) => {
    const cadre = cadreCoded(db, input.code);
    const tree = loadTree(db, today);
    const terms = membershipsOf(db, cadre.id).map(m => ({ ...m, ...placeCells(tree, m.unit_id) }));
    const teams = {
      shape: 'table',
      key: 'teams',
      columns: cadreColumns.filter(c => ['unit', 'from_on', 'to_on'].includes(c.key)),
      rows: terms,
    } as const;
    const columns = cadreColumns.filter(c => !['unit', 'unit_code', 'from_on', 'to_on'].includes(c.key));
    return {
      view: {
        shape: 'card',
        title: { zh: `干部 ${cadre.code}`, en: `Cadre ${cadre.code}` },
        columns,
        row: { ...cadre },
        tables: [teams, historyTable(db, 'cadre', cadre.id, CADRE_WORDS, reveal)],
      },
      records: [cadre.code],
    };
  },
});

const close = command({
  name: 'close',
  zh: '停用',
  summary: { zh: '干部离队（先交接所包的户）', en: 'remove a cadre from the team (hand their households over first)' },
  example: 'cadre close 150722100200-C01 --on 2024-01-01',
  access: 'write',
  params: { code: argument('<code>', { zh: '干部编号', en: 'the cadre’s code' }), on: onParam, reason: reasonParam },
  run: ({ db, today, stamp }, input) => {
    const on = input.on ?? today;
    const cadre = cadreCoded(db, input.code);
    const last = membershipsOf(db, cadre.id).at(-1);
    const ended = last && endingProblem(cadre.code, last, on);
    if (ended) refuse(ended);
    const paired = pairedProblem(openPairCodes(db, cadre.id, on));
    if (paired) refuse({ zh: `${cadre.code} ${paired.zh}`, en: `${cadre.code} ${paired.en}` });
    endMembership(db, cadre.id, on);
    recordChanges(db, 'cadre', cadre.id, [{ field: 'to_on', old: OPEN_END, new: on }], stamp(on, input.reason));
    return {
      view: lines(
        { cadre: cadre.code, to_on: on },
        { zh: `${cadre.code} 自 ${on} 起离队`, en: `${cadre.code} is out of the team from ${on} on` },
      ),
      records: [cadre.code],
    };
  },
});

export const cadreCommands: readonly Command[] = [
  list,
  show,
  addCommand(cadreRegister, 'cadre add --code 150722100200-C99 --name 敖玉兰 --unit-code 150722100200'),
  changeCommand(cadreRegister, 'cadre change 150722100200-C01 --duty 副科长'),
  close,
  ...registerCommands(cadreRegister, '150722100200-C01', (db, code) => cadreCoded(db, code).id, CADRE_WORDS),
];
