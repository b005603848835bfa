import { type Command, command } from '../../cli/command.ts';
import { flag, option } from '../../cli/param.ts';
import { asOfParam, unitParam } from '../../cli/places.ts';
import { LIST, SHOW } from '../../cli/verbs.ts';
import { each } from '../../ledger/query.ts';
import { named } from '../../naming/named-param.ts';
import { addCommand } from '../../register/add-and-change.ts';
import { registerCommands } from '../../register/register-commands.ts';
import { placesOn } from '../../units/store.ts';
import { assignmentRegister } from '../assignment-register.ts';
import { assignmentList, assignmentRows } from '../assignment-store.ts';
import { householdCoded } from '../household-store.ts';
import { assignmentColumns } from '../views.ts';
import { change, close, householdArgument } from './assignment-change.ts';

const list = command({
  ...LIST,
  summary: { zh: '列出包户', en: 'list household assignments' },
  example: 'assignment list --pair 150722100200-P01',
  params: {
    unit: unitParam,
    pair: named(option('--pair <code>', { zh: '只看一个结对', en: 'one pair only' }), 'pair'),
    cadre: named(option('--cadre <code>', { zh: '只看一名包户干部', en: 'only this responsible cadre' }), 'cadre'),
    on: asOfParam,
    all: flag('--all', { zh: '含已结束的', en: 'ended ones too' }),
  },
  run: (context, { pair, cadre, all, ...input }) => {
    const { day, units } = placesOn(context, input);
    const query = assignmentList({ units, pair, cadre, day: all ? undefined : day });
    return { view: { shape: 'table', columns: assignmentColumns, rows: each(context.db, query) } };
  },
});

const show = command({
  ...SHOW,
  summary: { zh: '查看一户现在和以前的包户', en: 'show a household’s current and earlier assignments' },
  example: 'assignment show 150722100200010001',
  params: { household: householdArgument },
  run: ({ db }, { household }) => {
    householdCoded(db, household);
    const rows = assignmentRows(db, household);
    return { view: { shape: 'table', columns: assignmentColumns, rows }, records: [household] };
  },
});

export const assignmentCommands: readonly Command[] = [
  list,
  show,
  addCommand(
    assignmentRegister,
    'assignment add --household-code 150722100200010001 --pair-code 150722100200-P01 --responsible-cadre 150722100200-C01',
  ),
  change,
  close,
  ...registerCommands(
    assignmentRegister,
    '150722100200010001',
    (db, household) => {
      householdCoded(db, household);
      return assignmentRows(db, household).map(assignment => assignment.id);
    },
    '<household>',
  ),
];
