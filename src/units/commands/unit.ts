import { type Command, command } from '../../cli/command.ts';
import { argument, choice, flag, picks } from '../../cli/param.ts';
import { asOfParam, unitParam } from '../../cli/places.ts';
import { LIST, SHOW } from '../../cli/verbs.ts';
import { counted } from '../../kernel/text.ts';
import { column, lines } from '../../kernel/view.ts';
import { addCommand, changeCommand } from '../../register/add-and-change.ts';
import { historyTable, wordsOf } from '../../register/history-command.ts';
import { registerCommands } from '../../register/register-commands.ts';
import { LEVELS } from '../level.ts';
import type { MergerPart } from '../merger.ts';
import type { LevelRule, OpenWork } from '../open-work.ts';
import { unitRegister } from '../register.ts';
import { loadTree, placesOn } from '../store.ts';
import { everyUnit, isOpen, successorOf, unitNamed } from '../tree.ts';
import { unitSheet } from '../unit.ts';
import { drawnTree, levelCounts, unitColumns, unitRow, unitTable } from '../views.ts';
import { close, recode } from './close-recode.ts';
import { merge } from './merge.ts';

/** Whoever looks into a unit's history may name one that begins in the future. */
const LAST_DAY = '9999-12-30';

const ofSheet = wordsOf(unitSheet);
const MERGED_INTO = { zh: '并入', en: 'Merged into' };
const UNIT_WORDS = { ...ofSheet, titles: { ...ofSheet.titles, merged_into: MERGED_INTO } };

const MERGED = { zh: '并入本机构的机构', en: 'Merged into it' };

/** The unit commands; `openWork` and `levelRules` are what other areas have against closing a unit or changing its level, `mergerParts` what they do when it is merged, loaded only then. */
export function unitCommands(
  openWork: readonly OpenWork[],
  levelRules: readonly LevelRule[],
  mergerParts: () => Promise<readonly MergerPart[]>,
): Command[] {
  const register = unitRegister(levelRules);
  return [
    list,
    tree,
    show,
    addCommand(register, 'unit add --code 150722100299 --name 新立村村民委员会 --level village'),
    changeCommand(register, 'unit change 150722100200 --name 西博荣嘎查 --on 2023-06-01'),
    recode,
    close(openWork),
    merge(mergerParts, openWork),
    ...registerCommands(register, '150722100200', (db, key) => unitNamed(loadTree(db, LAST_DAY), key).unit_id),
  ];
}

const list = command({
  ...LIST,
  summary: { zh: '列出机构', en: 'list units' },
  example: 'unit list --level township',
  params: {
    unit: unitParam,
    level: choice('--level <level>', { zh: '只看一个层级', en: 'one level only' }, LEVELS),
    all: flag('--all', { zh: '含已停用的', en: 'closed ones too' }),
    on: asOfParam,
  },
  run: (context, input) => {
    const { tree, has } = placesOn(context, input);
    const ofLevel = everyUnit(tree).filter(unit => has(unit) && (!input.level || unit.level === input.level));
    return { view: unitTable(tree, input.all ? ofLevel : ofLevel.filter(unit => isOpen(tree, unit))) };
  },
});

const tree = command({
  name: 'tree',
  zh: '树',
  summary: { zh: '画出三级机构树', en: 'draw the tree of units' },
  example: 'unit tree --unit 150722100',
  access: 'read',
  params: { unit: unitParam, on: asOfParam },
  run: ({ today, db }, input) => {
    const units = loadTree(db, input.on ?? today);
    const top = input.unit ? unitNamed(units, input.unit) : units.children.get(null)?.[0];
    if (!top) return { view: lines({}) };
    const { code, name } = top;
    const counts = levelCounts(units, top);
    const { township, village, community } = counts;
    const summary = {
      zh: `乡镇 ${township}、村 ${village}、社区 ${community}（${units.day}）`,
      en: `${counted(township, 'township')}, ${counted(village, 'village')}, ${counted(community, 'community', 'communities')} (${units.day})`,
    };
    return { view: lines({ code, name, ...counts }, ...drawnTree(units, top), summary) };
  },
});

const show = command({
  ...SHOW,
  summary: { zh: '查看一个机构和它的下级', en: 'show a unit with the units below it and its history' },
  example: 'unit show 150722100',
  params: {
    code: picks('unit', argument('<code>', { zh: '机构代码或名称', en: 'the unit’s code or name' })),
    on: asOfParam,
  },
  run: ({ db, today }, input) => {
    const units = loadTree(db, input.on ?? today);
    const unit = unitNamed(units, input.code);
    const into = successorOf(units, unit.unit_id);
    const merged = everyUnit(units).filter(other => successorOf(units, other.unit_id) === unit.unit_id);
    const below = { ...unitTable(units, units.children.get(unit.unit_id) ?? []), key: 'units' };
    const history = historyTable(db, 'unit', unit.unit_id, UNIT_WORDS, true);
    const joined = { ...unitTable(units, merged), key: 'merged', title: MERGED };
    const tables = [below, joined, history].filter(table => (table.rows as unknown[]).length > 0);
    return {
      view: {
        shape: 'card',
        title: { zh: `机构 ${unit.code} ${unit.name}`, en: `Unit ${unit.code} ${unit.name}` },
        columns:
          into === undefined ? unitColumns : [...unitColumns, column('merged_into', MERGED_INTO.zh, MERGED_INTO.en)],
        row: { ...unitRow(units, unit), merged_into: units.units.get(into ?? unit.unit_id)?.name },
        tables,
      },
    };
  },
});
