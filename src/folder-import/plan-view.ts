import { counted, type Text } from '../kernel/text.ts';
import { column, type Table } from '../kernel/view.ts';
import type { ImportPlan, LeftFile } from './planning.ts';

/** The plan as a table: what is imported in which order, then what is left. */
export function planView({ files, left }: ImportPlan): Table {
  const rows = files.map(({ source, sheet, kind, names, countRows }, i) => ({
    order: i + 1,
    file: source.name,
    sheet: sheet ?? '',
    kind: kind.title,
    rows: countRows(),
    names: listed(names.map(({ title }) => title)),
  }));
  return {
    shape: 'table',
    title: { zh: '导入计划', en: 'Plan of the import' },
    columns: [
      column('order', '顺序', 'Order', 'integer'),
      column('file', '文件', 'File', 'code'),
      ...(rows.some(({ sheet }) => sheet !== '') ? [column('sheet', '工作表', 'Sheet')] : []),
      column('kind', '内容', 'Holds'),
      column('rows', '行数', 'Rows', 'integer'),
      column('names', '须先导入', 'Needs'),
    ],
    rows,
    notes: left.map(leftText),
  };
}

/** Why a file or a sheet is not imported. */
export function leftText({ name, sheet, why }: LeftFile): Text {
  return {
    zh: `不导入 ${name}${sheet ? `「${sheet}」` : ''}：${why.zh}`,
    en: `not imported: ${name}${sheet ? ` "${sheet}"` : ''}: ${why.en}`,
  };
}

function listed(texts: readonly Text[]): Text {
  return { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') };
}

/** What an import of several files is called. */
export function filesTitle(files: number): Text {
  return { zh: ` ${files} 张表`, en: counted(files, 'table') };
}
