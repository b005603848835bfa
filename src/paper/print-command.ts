import { VOID } from '../cases/case.ts';
import { type Command, type Context, command, type Outcome } from '../cli/command.ts';
import { everyone } from '../cli/common-params.ts';
import { choice, type Input, option, type Param } from '../cli/param.ts';
import { checkWritable } from '../cli/targets.ts';
import { asCount } from '../cli/values.ts';
import type { Day } from '../kernel/day.ts';
import { misuse, refuse } from '../kernel/failure.ts';
import { keysOf } from '../kernel/keys.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Fields } from '../output/paper/sheet.ts';
import type { Form } from './form.ts';
import type { FieldsOf, Glossary } from './glossary.ts';
import { paperBytes } from './printing.ts';
import { blanksIn, tagsOfBlocks } from './tags.ts';
import { paperTarget, writePaper } from './target.ts';
import { askForm, type Choosing, fittingForms, lackingOf } from './which-form.ts';

/** A kind of record of which papers are printed: its forms, its fields, and how it is loaded. */
export interface PaperKind<N extends string = string, G extends Glossary = Glossary, Facts = unknown, Status = unknown>
  extends Choosing<N, Facts, Status> {
  readonly noun: string;
  readonly title: Text;
  readonly sample: string;
  /** The argument that names one of them. */
  readonly number: Param<string | number, true>;
  readonly glossary: G;
  load(db: Db, number: string, today: Day): Facts;
  about(facts: Facts): { readonly number: string; readonly status: Status };
  fields(facts: Facts): FieldsOf<G>;
}

/** The forms of a kind, as options name them. */
export function formNames<N extends string>({ forms }: Pick<PaperKind<N>, 'forms'>): Readonly<Record<N, Text>> {
  return Object.fromEntries(keysOf(forms).map(name => [name, forms[name].name])) as Record<N, Text>;
}

/**
 * `<noun> print`: a paper with the names in full, which is why the journal keeps who printed what (PIPL Art. 54). The file is
 * there when it is complete, and after the journal.
 */
export function printCommand<N extends string, G extends Glossary, Facts, Status>(
  kind: PaperKind<N, G, Facts, Status>,
): Command {
  const { noun, title, sample, number } = kind;
  return command({
    name: 'print',
    zh: '打印',
    summary: {
      zh: `打印${title.zh}文书（Word 或网页，A4）；姓名照实打印，记入日志`,
      en: `print a form of a ${title.en} for Word or the browser; names are in full, and the journal keeps it`,
    },
    example: `${noun} print ${sample} --form ${keysOf(kind.forms)[0]}`,
    access: 'read',
    isJournalled: true,
    makesFile: true,
    asks: true,
    params: { number, ...printParams(kind) },
    run: async (context, input) => outcomeOf(kind, context, input),
  });
}

function printParams<N extends string>(kind: Pick<PaperKind<N>, 'forms'>) {
  return {
    form: choice('--form <paper>', { zh: '文书', en: 'the form' }, formNames(kind)),
    output: option('--output <file>', {
      zh: '写入的文件，以 .docx 或 .html 结尾（默认以文书和编号命名的 .docx）',
      en: 'the file, ending in .docx or .html (default: a .docx named after form and number)',
    }),
    file: option('--template <file>', {
      zh: '本单位自己的 Word 模板（.docx）',
      en: 'a Word template of your own (.docx)',
    }),
    nth: option('--nth <count>', { zh: '第几次（默认全部）', en: 'only this one of several (default: all)' }, asCount),
    // A page is asked for by its ending or by --format.
    format: everyone.format,
  };
}

/** What is asked for: the record, and which of its papers. */
type Asked<N extends string> = Input<ReturnType<typeof printParams<N>>> & { readonly number: string | number };

async function outcomeOf<N extends string, G extends Glossary, Facts, Status>(
  kind: PaperKind<N, G, Facts, Status>,
  context: Context,
  input: Asked<N>,
): Promise<Outcome> {
  const { db, today, lang } = context;
  const { noun, title } = kind;
  const facts = kind.load(db, String(input.number), today);
  const about = kind.about(facts);
  if (about.status === VOID) refuseVoid(about.number);
  const name = input.form ?? askForm(about.number, fittingForms(kind, facts, about.status), kind.forms);
  const lacks = lackingOf(kind, name, facts);
  const form = kind.forms[name];
  const fields = onlyNth(kind.fields(facts), form, input.nth);
  const wanted = input.format === 'html' || input.format === 'docx' ? input.format : undefined;
  const target = paperTarget({ output: input.output, wanted, name: `${form.name.zh}-${about.number}` });
  checkWritable(target.path);
  const fieldsOf = {
    zh: `${noun} print-template --文书 ${form.name.zh}`,
    en: `${noun} print-template --form ${name}`,
  };
  const template = ownTemplate(context, input.file, fieldsOf, target.format);
  const bytes = await paperBytes(target.format, { form, fields, glossary: kind.glossary, template });
  if (lacks) context.remark(lacks);
  remarkOnBlanks(context, blanksIn(tagsOfBlocks(form.sheet.blocks), fields, kind.glossary));
  return {
    view: lines(
      { [noun]: about.number, paper: name, file: target.path },
      {
        zh: `已打印${title.zh} ${about.number} 的${form.name.zh}：${target.path}`,
        en: `Printed the ${form.name.en} of ${title.en} ${about.number}: ${target.path}`,
      },
    ),
    records: [about.number],
    counts: { printed: 1 },
    reason: form.name[lang],
    afterCommit: () => writePaper(target.path, bytes),
  };
}

function ownTemplate({ source, remark }: Context, file: string | undefined, fields: Text, format: string) {
  if (file === undefined) return undefined;
  if (format !== 'docx')
    misuse(
      { zh: 'Word 模板只能打印成 .docx', en: 'A Word template prints a .docx only' },
      { zh: '去掉 --template，或让 --output 以 .docx 结尾', en: 'Leave --template out, or let --output end in .docx' },
    );
  const { name, bytes } = source(file);
  return { file: name, bytes: bytes(), command: fields, remark };
}

/** A case that was entered by mistake has no papers. */
function refuseVoid(number: string): never {
  refuse({ zh: `${number} 已作废，不打印文书`, en: `${number} is void: nothing is printed of it` });
}

/** Of a form with a page for each item of a list, the page of one of them. */
function onlyNth(fields: Fields, { sheet }: Form, nth: number | undefined): Fields {
  if (nth === undefined) return fields;
  const pages = sheet.blocks.flatMap(block => (block.shape === 'each' ? [block.list] : []))[0];
  const items = pages === undefined ? undefined : fields[pages];
  if (pages === undefined || typeof items !== 'object')
    misuse(
      { zh: '这种文书只有一份，不用 --nth', en: 'There is only one of this form: --nth is not for it' },
      { zh: '去掉 --nth', en: 'Leave --nth out' },
    );
  const item = items[nth - 1];
  if (!item)
    misuse(
      { zh: `没有第 ${nth} 次，共 ${items.length} 次`, en: `There is no number ${nth}: there are ${items.length}` },
      { zh: '请核对 --nth', en: 'Check --nth' },
    );
  return { ...fields, [pages]: [item] };
}

const MOST_NAMED = 10;

/** What is to be written by hand. */
function remarkOnBlanks({ remark }: Context, blanks: readonly Text[]): void {
  if (blanks.length === 0) return;
  const shown = blanks.slice(0, MOST_NAMED);
  const more = blanks.length > shown.length;
  remark({
    zh: `留空待手写：${shown.map(({ zh }) => zh).join('、')}${more ? `等 ${blanks.length} 项` : ''}`,
    en: `Left blank, to be written by hand: ${shown.map(({ en }) => en).join(', ')}${more ? ` and ${blanks.length - shown.length} more` : ''}`,
  });
}
