import type { OpenColumn, OpenPoint } from '../intake/unanswered.ts';
import { cancel } from '../kernel/failure.ts';
import type { Lang, Text } from '../kernel/text.ts';
import type { Choice, Prompter, Session } from './world.ts';

/** What was said of a file, as the options of its import say it. */
export interface FileAnswers {
  readonly map?: readonly { readonly name: string; readonly column: string }[];
  readonly set?: readonly { readonly column: string; readonly text: string }[];
  readonly remember?: true;
  readonly number?: true;
  readonly sheet?: string;
  readonly year?: number;
  readonly day?: number;
  readonly form?: string;
}

/** Asks what a file leaves open; whoever gives it up cancels the command. */
export async function askFile(open: OpenPoint, { world, lang }: Session): Promise<FileAnswers> {
  const prompter = await world.prompter(lang);
  const ask: Asking = {
    lang,
    choose: async (question, choices) => {
      const named = [...choices, { value: CANCEL, name: GIVE_UP }].map(({ value, name }) => ({
        value,
        name: name[lang],
      }));
      const answer = await prompter.choose(question[lang], named satisfies readonly Choice[]);
      return answer === CANCEL ? cancel() : answer;
    },
    text: (question, complaint, offered) => prompter.text(question[lang], answer => complaint(answer)?.[lang], offered),
    confirm: question => prompter.confirm(question[lang]),
  };
  if (open.kind === 'choice') return { [open.option]: await ask.choose(open.question, open.choices) };
  if (open.kind === 'columns') return askColumns(open, ask);
  if (open.kind === 'sheet') return { sheet: await ask.choose(whichSheet(open.file), open.names.map(asChoice)) };
  if (open.kind === 'year')
    return { year: Number(await ask.text(whichYear(open.cells), noYear, open.likely?.toString())) };
  return { day: Number(await ask.choose(whichDay(open.cells), DAYS)) };
}

interface Asking {
  readonly lang: Lang;
  choose(question: Text, choices: readonly { readonly value: string; readonly name: Text }[]): Promise<string>;
  text(question: Text, complaint: (answer: string) => Text | undefined, offered?: string): Promise<string>;
  confirm: (question: Text) => ReturnType<Prompter['confirm']>;
}

const CANCEL = 'cancel';
const GIVE_UP: Text = { zh: '取消', en: 'cancel' };

/** Asks for one column after the other, then whether the names are to be remembered. */
async function askColumns({ columns, free }: OpenPoint & { kind: 'columns' }, ask: Asking): Promise<FileAnswers> {
  const map: { name: string; column: string }[] = [];
  const set: { column: string; text: string }[] = [];
  let number = false;
  for (const column of columns) {
    const names = free.filter(name => !map.some(taken => taken.name === name));
    const answer = await ask.choose(whichColumn(column), [...names.map(columnChoice), ...valueChoices(column)]);
    const name = names.find(own => answer === `column:${own}`);
    // As the line that asks nothing has it, in the user's language.
    const said = ask.lang === 'zh' ? column.title.zh : column.key;
    if (name !== undefined) map.push({ name, column: said });
    else if (answer === NUMBER) number = true;
    else set.push({ column: said, text: await saidValue(answer, column, ask) });
  }
  const remember = map.length > 0 && (await ask.confirm(rememberText(map)));
  return { map, set, ...(remember ? { remember } : {}), ...(number ? { number } : {}) };
}

async function saidValue(answer: string, column: OpenColumn, ask: Asking): Promise<string> {
  if (answer.startsWith(SAME)) {
    const value = answer.slice(SAME.length);
    return ask.lang === 'zh' ? (column.words?.[value]?.zh ?? value) : value;
  }
  const { zh, en } = column.title;
  return (await ask.text({ zh: `各行的「${zh}」都是：`, en: `In all rows, ${en} is:` }, notEmpty)).trim();
}

const SAME = 'same:';
const NUMBER = 'number';

function columnChoice(name: string) {
  return { value: `column:${name}`, name: { zh: `「${name}」这一列`, en: `the column "${name}"` } };
}

/** What a column may hold that is not in the file: codes that are given to the rows, or in all rows one of its words, or what is typed. */
function valueChoices({ words, isNumbered }: OpenColumn): { value: string; name: Text }[] {
  if (isNumbered)
    return [{ value: NUMBER, name: { zh: '文件里没有，由程序编号', en: 'not in the file: give the rows codes' } }];
  if (!words)
    return [{ value: 'same', name: { zh: '文件里没有，各行都一样', en: 'not in the file: the same in all rows' } }];
  return Object.entries(words).map(([value, { zh, en }]) => ({
    value: `${SAME}${value}`,
    name: { zh: `文件里没有，各行都是「${zh}」`, en: `not in the file: ${en} in all rows` },
  }));
}

function whichColumn({ title, key }: OpenColumn): Text {
  return { zh: `没有「${title.zh}」这一列，是哪一列？`, en: `There is no column ${key}. Which one is it?` };
}

function rememberText(map: readonly { readonly name: string }[]): Text {
  return {
    zh: `记住这些列名（${map.map(({ name }) => name).join('、')}），以后不再询问？`,
    en: `Remember these names (${map.map(({ name }) => name).join(', ')}), so that they are not asked about again?`,
  };
}

const notEmpty = (answer: string) => (answer.trim() === '' ? { zh: '不能为空', en: 'must not be empty' } : undefined);

const asChoice = (name: string) => ({ value: name, name: { zh: name, en: name } });

const whichSheet = (file: string): Text => ({
  zh: `${file} 有几张表，导入哪一张？`,
  en: `${file} has several sheets. Which one is to be imported?`,
});

const whichYear = (cells: number): Text => ({
  zh: `有 ${cells} 处日期没有年份，是哪一年？`,
  en: `Days without a year: ${cells}. Which year is it?`,
});

const noYear = (answer: string) =>
  /^(?:19|20)\d\d$/.test(answer.trim()) ? undefined : { zh: '例如 2023', en: 'write it like 2023' };

const whichDay = (cells: number): Text => ({
  zh: `有 ${cells} 处日期只写到月，都按哪一日导入？`,
  en: `Dates with only a month: ${cells}. Which day is taken for all?`,
});

const DAYS = [
  { value: '1', name: { zh: '1 日', en: 'the 1st' } },
  { value: '15', name: { zh: '15 日', en: 'the 15th' } },
  { value: '31', name: { zh: '月末', en: 'the last of the month' } },
] as const;
