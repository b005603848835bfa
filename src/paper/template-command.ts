import { type Command, command, type Outcome } from '../cli/command.ts';
import { choice, option, required } from '../cli/param.ts';
import { misuse } from '../kernel/failure.ts';
import { keysOf } from '../kernel/keys.ts';
import type { Text } from '../kernel/text.ts';
import { column, lines, type Row, type View } from '../kernel/view.ts';
import { docxOf } from '../output/word/docx.ts';
import type { Form } from './form.ts';
import type { Glossary } from './glossary.ts';
import { formNames, type PaperKind } from './print-command.ts';
import { allNames, tagsOfBlocks } from './tags.ts';
import { paperTarget, writePaper } from './target.ts';

const COLUMNS = [
  column('tag', '标记', 'Tag', 'code'),
  { ...column('field', '英文名', 'English name', 'code'), inFiles: true },
  column('title', '含义', 'Meaning'),
  column('in_list', '所在列表', 'In the list', 'code'),
  column('used', '内置模板使用', 'In the built-in form', 'flag'),
];

/** `<noun> print-template`: the fields of a form, or the built-in template as a Word file to begin one's own with. */
export function templateCommand<N extends string, G extends Glossary, Facts, Status>(
  kind: PaperKind<N, G, Facts, Status>,
): Command {
  const { noun, title, glossary, forms } = kind;
  return command({
    name: 'print-template',
    zh: '打印模板',
    summary: {
      zh: `${title.zh}文书模板可用的标记；加 --output 文件.docx 取得内置模板，在 Word 里改成自己的`,
      en: `the tags for templates of a ${title.en}’s forms; with --output FILE.docx the built-in template to edit in Word`,
    },
    example: `${noun} print-template --form ${keysOf(forms)[0]}`,
    access: 'none',
    makesFile: true,
    params: {
      form: required(choice('--form <paper>', { zh: '文书', en: 'the form' }, formNames(kind))),
      output: option('--output <file>', {
        zh: '内置模板写入的文件，以 .docx 结尾',
        en: 'the file for the built-in template, ending in .docx',
      }),
    },
    run: (_, { form, output }) => templateOutcome(forms[form], form, glossary, output),
  });
}

/** The list of the tags; or the built-in template in a file. */
function templateOutcome({ sheet, name }: Form, form: string, glossary: Glossary, output: string | undefined): Outcome {
  if (output === undefined) return { view: fieldTable(glossary, allNames(tagsOfBlocks(sheet.blocks)), name) };
  const { path } = paperTarget({ output, name: '' });
  if (!path.toLowerCase().endsWith('.docx'))
    misuse(
      { zh: '模板是 Word 文件', en: 'A template is a Word file' },
      { zh: '请用 --output 写以 .docx 结尾的文件名', en: 'Let the name after --output end in .docx' },
    );
  return {
    view: lines(
      { paper: form, file: path },
      { zh: `${name.zh}的模板已写入 ${path}`, en: `The template of the ${name.en} is in ${path}` },
    ),
    afterCommit: () => writePaper(path, docxOf(sheet)),
  };
}

/** The tags that a template can have; those of a list stand between {#list} and {/list}. */
function fieldTable(glossary: Glossary, used: ReadonlySet<string>, { zh, en }: Text): View {
  return {
    shape: 'table',
    title: { zh: `${zh}的标记`, en: `Tags of the ${en}` },
    columns: COLUMNS,
    rows: [...fieldRows(glossary, used, null)],
    notes: [
      {
        zh: '{#当事人}…{/当事人} 之间的内容（或表格的一行）按每名当事人重复；标记写中文名或英文名均可',
        en: 'What stands between {#parties} and {/parties}, or a row of a table with both, is repeated for each party; tags can have the Chinese or the English name',
      },
    ],
  };
}

function* fieldRows(glossary: Glossary, used: ReadonlySet<string>, inList: string | null): Generator<Row> {
  for (const [name, field] of Object.entries(glossary)) {
    const { zh } = field.label;
    const tag = field.kind === 'list' ? `{#${zh}}{/${zh}}` : `{${zh}}`;
    yield { tag, field: name, title: field.label, in_list: inList, used: used.has(name) };
    if (field.kind === 'list') yield* fieldRows(field.items, used.has(name) ? used : new Set(), zh);
  }
}
