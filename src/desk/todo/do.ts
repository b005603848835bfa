import { type Context, command } from '../../cli/command.ts';
import { EXIT } from '../../cli/exit.ts';
import { argument } from '../../cli/param.ts';
import { shellLine } from '../../cli/shell-line.ts';
import { asCount } from '../../cli/values.ts';
import { loadDispute } from '../../disputes/store.ts';
import { GoneBack, misuse } from '../../kernel/failure.ts';
import { type Text, untranslated } from '../../kernel/text.ts';
import { type Column, column, type Table, type View } from '../../kernel/view.ts';
import { loadPetition } from '../../petitions/store.ts';
import { PICKING } from '../../picking/picking.ts';
import { loadTree } from '../../units/store.ts';
import { visitsText } from './brief.ts';
import { listParams, todoList } from './list.ts';
import { type Group, grouped, type TodoLine } from './rules.ts';
import { movesOf, type Way, waysOf } from './ways.ts';

const COLUMNS: readonly Column[] = [
  column('what', '事项', 'What'),
  column('command', '办理命令', 'Command', 'command'),
];

export const doLine = command({
  name: 'do',
  zh: '办',
  summary: {
    zh: '办理待办中的一行或一件案件：打开对应的表单',
    en: 'do a line of the to-do list, or what comes next for a case: opens the form',
  },
  example: 'do 3 --unit 150722100',
  access: 'read',
  personal: true,
  leadsOn: true,
  params: {
    line: argument(
      '<line>',
      {
        zh: '待办的序号（待办清单第一列），或案件编号',
        en: 'the number of the line, as todo has it, or that of a case',
      },
      asLine,
    ),
    ...listParams,
  },
  run: async (context, { line, ...wishes }) => {
    const { group, ways } = typeof line === 'string' ? ofCase(context, line) : ofLine(context, line, wishes);
    const isCaseAlone = typeof line === 'string';
    if (isCaseAlone && ways.length === 1) return ended(context);
    const way = await chosen(context, group, ways).catch(error => {
      // Esc after a step that was saved gives nothing up.
      if (isCaseAlone && error instanceof GoneBack) return BACK;
      throw error;
    });
    if (way === 'back') return { view: NOTHING };
    if (!way) return { view: waysView(group, ways), exit: EXIT.usage };
    // The form writes: nothing of this command may hold the ledger meanwhile.
    return {
      view: NOTHING,
      afterCommit: async () => void (await context.again(way.words, { guided: true })),
    };
  },
});

/** Nothing more is done with a case: it can only be shown. */
function ended({ remark, prompter }: Context) {
  if (prompter) remark(DONE);
  return { view: NOTHING };
}

const DONE: Text = { zh: '这件案件不再办理', en: 'Nothing more is done with this case' };
const NOTHING: View = { shape: 'pages', pages: [] };

/** The end of the number of a case, which no line of the list has. */
const OF_CASE = /\d-P?\d+$/i;

function asLine(text: string): number | string {
  return OF_CASE.test(text) ? text : asCount(text);
}

/** What can be done, and what it is about. */
interface Doing {
  readonly group: Group;
  readonly ways: readonly Way[];
}

function ofLine(context: Context, line: number, wishes: Parameters<typeof todoList>[1]): Doing {
  const { scope, shown } = todoList(context, wishes);
  const groups = grouped(shown);
  const group = groups[line - 1] ?? noSuchLine(line, groups.length);
  return { group, ways: withHouseholds(context, waysOf(group, context.db, scope.tree)) };
}

function ofCase({ db, today, lang, zone, settings }: Context, text: string): Doing {
  const found = /-P\d+$/i.test(text) ? loadPetition(db, text) : loadDispute(db, text);
  const { kind, number, holder } = found;
  const place = { db, day: today, lang, zone, unit: settings.unit };
  const title = PICKING.labels(place, kind, [number]).get(number)?.replaceAll('  ', ' ') ?? null;
  const line = { about: number, group: `${kind} ${number}` };
  const first: TodoLine = {
    ...{ ...line, wait: 'start', title, what: untranslated(''), unit: holder, agent: null, dueOn: null },
    command: `tiaochu ${kind} show ${number}`,
  };
  return { group: { first, others: [] }, ways: movesOf(line, db, loadTree(db, today)) };
}

/** The way that the user chooses, or the only one; none where there is nobody to ask. */
async function chosen(
  { prompter, lang, remark, shown }: Context,
  group: Group,
  ways: readonly Way[],
): Promise<Way | 'back' | undefined> {
  const asked = await prompter?.();
  if (!asked) return undefined;
  const [headed, named] = [await shown(headView(group)), await shown(waysView(group, ways))];
  for (const text of textsIn(headed)) remark(text);
  if (ways.length === 1) return ways[0];
  const choices = textsIn(named).map((name, i) => ({ value: String(i + 1), name: name[lang] }));
  const answer = await asked.choose(WHICH[lang], [...choices, { value: BACK, name: GO_BACK[lang] }]);
  return answer === BACK ? BACK : ways[Number(answer) - 1];
}

const BACK = 'back' as const;
const GO_BACK = { zh: '返回', en: 'back' };
const WHICH = { zh: '怎样办理？', en: 'What is to be done?' };

/** What a line is about, with its title: names in it are hidden as in the list. */
function headView({ first, others }: Group): Table {
  const { about, household, title, what, ofMany } = first;
  if (first.wait === 'visit' && others.length > 0) {
    const row = { what: visitsText(others.length + 1, ofMany) };
    return { shape: 'table', columns: COLUMNS, rows: [row] };
  }
  // What is to be done for a case the ways say.
  const said = (text: string, colon: string) => {
    const whole = title && !isCase(first) ? `${title}${colon}${text}` : title || text;
    return [about, whole].filter((part, i, all) => all.indexOf(part) === i).join(' ');
  };
  const row = { what: { zh: said(what.zh, '：'), en: said(what.en, ': ') } };
  return { shape: 'table', columns: COLUMNS, rows: [row], about: [household ?? about] };
}

const isCase = ({ group }: TodoLine) => /^(?:dispute|petition) /.test(group ?? '');

/** Ways that are a visit each, with the head, the village and the place of the household instead of its code alone. */
function withHouseholds({ db, today, lang, zone, settings: { unit } }: Context, ways: readonly Way[]): readonly Way[] {
  const codes = ways.flatMap(({ household }) => household ?? []);
  if (codes.length === 0) return ways;
  const labels = PICKING.labels({ db, day: today, lang, zone, unit }, 'household', codes);
  return ways.map(way => {
    const label = labels.get(way.household ?? '')?.replaceAll('  ', ' ');
    const { zh, en } = way.name;
    return label === undefined ? way : { ...way, name: { zh: `${label} ${zh}`, en: `${label} ${en}` } };
  });
}

function waysView({ first: { about, household } }: Group, ways: readonly Way[]): Table {
  const rows = ways.map(({ words, name }) => ({ what: name, command: shellLine(words) }));
  return { shape: 'table', columns: COLUMNS, rows, about: [household ?? about] };
}

/** The texts of a table's first column. */
function textsIn(view: View): Text[] {
  return view.shape === 'table' ? [...view.rows].map(({ what }) => what as Text) : [];
}

function noSuchLine(line: number, count: number): never {
  return misuse(
    { zh: `待办中没有第 ${line} 行（共 ${count} 行）`, en: `The to-do list has no line ${line}; it has ${count}` },
    { zh: '用同样的选项运行 tiaochu todo 查看序号', en: 'tiaochu todo with the same options shows the numbers' },
  );
}
