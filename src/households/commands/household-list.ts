import { command } from '../../cli/command.ts';
import { flag, option, picks } from '../../cli/param.ts';
import { asOfParam, unitParam } from '../../cli/places.ts';
import { LIST } from '../../cli/verbs.ts';
import { cleanedName } from '../../kernel/clean.ts';
import { column } from '../../kernel/view.ts';
import { each } from '../../ledger/query.ts';
import { placesOn } from '../../units/store.ts';
import { onTier } from '../../units/tree.ts';
import { placeCells, placeColumns } from '../../units/views.ts';
import { unassignedHouseholds } from '../assignment-store.ts';
import { householdList } from '../household-store.ts';
import { kindsOn, kindText } from '../kind-view.ts';
import { householdColumns } from '../views.ts';

export const list = command({
  ...LIST,
  summary: { zh: '列出户', en: 'list households' },
  example: 'household list --unit 150722100200',
  personal: true,
  params: {
    unit: unitParam,
    kind: picks(
      'household_kind',
      option('--kind <code>', { zh: '只列一种户类型（代码或名称）', en: 'only this kind (a code or a name)' }),
    ),
    headName: option(
      '--head-name <name>',
      { zh: '只列这位户主的户', en: 'only households with this head' },
      cleanedName,
    ),
    on: asOfParam,
    all: flag('--all', { zh: '含已停用的', en: 'closed ones too' }),
  },
  run: (context, input) => {
    const { day, tree, units } = placesOn(context, input);
    const query = householdList(units, input.all ? undefined : day);
    const isWanted = (head: string) => input.headName === undefined || cleanedName(head) === input.headName;
    const { of, wanted } = kindsOn(context.db, day, input.kind);
    function* rows() {
      for (const row of each(context.db, query)) {
        if (!isWanted(row.head_name)) continue;
        const kind = of(row.id);
        if (wanted === undefined || kind.code === wanted)
          yield { ...row, ...placeCells(tree, row.unit_id), kind: kindText(kind) };
      }
    }
    return { view: { shape: 'table', columns: householdColumns, rows: rows() } };
  },
});

export const unassigned = command({
  name: 'unassigned',
  zh: '未落实包户',
  formerly: ['未包'],
  summary: { zh: '列出未落实包户的户', en: 'list households assigned to nobody' },
  example: 'household unassigned',
  access: 'read',
  personal: true,
  params: { unit: unitParam, on: asOfParam },
  run: (context, input) => {
    const { day, tree, has } = placesOn(context, input);
    const rows = unassignedHouseholds(context.db, day)
      .filter(has)
      .map(({ code, head_name, unit_id }) => {
        const unit = tree.units.get(unit_id);
        const township = unit && onTier(tree, unit, 2)?.name;
        return { household_code: code, head_name, ...placeCells(tree, unit_id), township };
      });
    return {
      view: {
        shape: 'table',
        columns: [
          column('household_code', '户编号', 'Household', 'code'),
          column('head_name', '户主', 'Head', 'name'),
          ...placeColumns,
          column('township', '乡镇', 'Township'),
        ],
        rows,
        notes: [
          { zh: `${day} 在册而未落实包户：${rows.length} 户`, en: `Active on ${day} and unassigned: ${rows.length}` },
        ],
      },
      counts: { shown: rows.length },
    };
  },
});
