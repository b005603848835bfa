import type { Glossary } from '../../src/paper/glossary.ts';
import { PAPER_KINDS } from './papers.ts';

const HEAD = `# 文书 · Forms

\`dispute print\`, \`petition print\` and \`visit print\` fill the forms below from the ledger: a Word file (\`.docx\`) or a page for the
browser (\`.html\`), both for A4 (the slip for A5). What the ledger does not know is a blank (\`________\`) and is named; nothing is
invented. A paper that would state what is not so is refused. Names are printed in full, so the journal keeps who printed what.
The forms are in Chinese, whatever the language of the screen.

    tiaochu dispute print 2023-17 --form agreement
    tiaochu 信访 打印 2023-P3 --文书 回执 --输出 回执.html

## 用本单位自己的模板 · Your own template

1. 取得内置模板：\`tiaochu 纠纷 打印模板 --文书 调解协议书 --输出 我的模板.docx\`，在 Word 或 WPS 里改版式、改文字。
2. 标记写在半角花括号里，中文名、英文名都可以：\`{简要情况}\` 或 \`{facts}\`。标记要在一种格式里一次写完，不要中途换字体。
3. 列表写成 \`{#当事人}…{/当事人}\`：中间的内容按每名当事人重复；写在表格一行的首格和末格，就重复这一行。
   列表外的标记在列表里也能用。空的列表打印一份空白。
4. 打印：\`tiaochu 纠纷 打印 2023-17 --文书 调解协议书 --模板 我的模板.docx\`。

In English: get the built-in template with \`dispute print-template --form agreement --output mine.docx\`, change it in Word, and
print with \`--template mine.docx\`. Tags are in plain braces, by their Chinese or English names. A tag that is no field, or is
broken, is refused (exit 5) with its name and place, and nothing is written.
`;

/** docs/forms.md as the program would write it: the forms with their sources, and the fields of each kind of record. */
export function formsPage(): string {
  const sections = PAPER_KINDS.flatMap(({ noun, title, forms, glossary }) => [
    `\n## ${title.zh}文书 · \`${noun} print\`\n`,
    '| --form | 文书 | 标题 | 依据 |',
    '| --- | --- | --- | --- |',
    ...Object.entries(forms).map(
      ([name, form]) => `| \`${name}\` | ${form.name.zh} | ${form.sheet.title} | ${form.basis} |`,
    ),
    `\n### ${title.zh}文书的标记 · fields\n`,
    '| 标记 | English | 含义 |',
    '| --- | --- | --- |',
    ...fieldRows(glossary, ''),
  ]);
  return `${HEAD}${sections.join('\n')}\n`;
}

function fieldRows(glossary: Glossary, indent: string): string[] {
  return Object.entries(glossary).flatMap(([name, field]) => {
    const { zh, en } = field.label;
    if (field.kind !== 'list') return [`| ${indent}\`{${zh}}\` | \`{${name}}\` | ${en} |`];
    const own = `| ${indent}\`{#${zh}}…{/${zh}}\` | \`{#${name}}…{/${name}}\` | ${en} (list) |`;
    return [own, ...fieldRows(field.items, `${indent}· `)];
  });
}
