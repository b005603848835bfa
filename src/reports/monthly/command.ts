import { type Context, type Outcome, unnamed } from '../../cli/command.ts';
import { writers } from '../../cli/common-params.ts';
import { option, required } from '../../cli/param.ts';
import { unitParam } from '../../cli/places.ts';
import { unwritable } from '../../cli/targets.ts';
import { type FolderFile, writeFolder } from '../../disk/folder.ts';
import type { Text } from '../../kernel/text.ts';
import { column, type View } from '../../kernel/view.ts';
import { BULLETIN, CONTENTS } from './contents.ts';
import { folderToWrite } from './earlier-folder.ts';
import { filesOf } from './files.ts';
import { checksum, MANIFEST } from './manifest.ts';
import { monthOf, titleOf } from './month.ts';
import { type Shown, shownOf } from './views.ts';

export const monthly = unnamed({
  summary: {
    zh: '月报文件夹：网页（带图）、工作簿、CSV、简报、校验清单；同一台账同一天，内容逐字节相同',
    en: 'the month’s folder: a page with pictures, a workbook, CSV, the briefing, a manifest; the same ledger and day give the same bytes',
  },
  example: 'report monthly --month 2023-06 --output 2023-06',
  access: 'read',
  personal: true,
  params: {
    month: option('--month <month>', {
      zh: '统计月份，如 2023-05（默认上月）',
      en: 'a month, like 2023-05 (default last)',
    }),
    folder: required(
      option('--output <folder>', {
        zh: '写入的文件夹，写完才出现；已有的月报整个替换',
        en: 'the folder to write; it appears when it is complete, and replaces an earlier one of this command',
      }),
    ),
    unit: unitParam,
    dryRun: writers.dryRun,
  },
  run: async (context, { month: asked = 'last', folder, unit }): Promise<Outcome> => {
    const path = folderToWrite(folder);
    const month = monthOf(context, asked, unit);
    const shown: Shown[] = [];
    for (const [done, content] of CONTENTS.entries()) {
      context.progress({ what: content.title, done, total: CONTENTS.length, unit: TABLES });
      shown.push(await shownOf(content, month, context));
    }
    const files = filesOf(month, shown, await shownOf(BULLETIN, month, context), context);
    const title = titleOf(month);
    return {
      view: listOf(files, { zh: `${folder}：${title.zh}`, en: `${folder}: ${title.en}` }),
      counts: { files: files.length },
      ...(context.dryRun ? {} : { afterCommit: () => write(path, folder, files, context) }),
    };
  },
});

const TABLES: Text = { zh: '张表', en: 'tables' };

function write(path: string, asked: string, files: readonly FolderFile[], { remark }: Context): void {
  try {
    writeFolder(path, files);
  } catch (error) {
    throw unwritable(error, asked);
  }
  remark({ zh: `已写入文件夹 ${asked}`, en: `Written to the folder ${asked}` });
}

const COLUMNS = [
  column('file', '文件', 'File', 'code'),
  column('holds', '内容', 'What it holds'),
  { ...column('size', '字节', 'Bytes', 'integer'), inFiles: true },
  { ...column('sha256', 'SHA-256', 'SHA-256', 'code'), inFiles: true },
] as const;

function listOf(files: readonly FolderFile[], title: Text): View {
  return {
    shape: 'table',
    title,
    columns: COLUMNS,
    rows: files.map(({ name, bytes }) => ({
      file: name,
      holds: HOLDS[name] ?? CONTENTS.find(content => name === `csv/${content.name}.csv`)?.title,
      size: bytes.length,
      sha256: checksum(bytes),
    })),
  };
}

const HOLDS: Readonly<Record<string, Text>> = {
  'month.html': { zh: '月报网页，可打印', en: 'the page, to read and print' },
  'month.xlsx': { zh: '各表的工作簿', en: 'the workbook of all tables' },
  'bulletin.docx': { zh: '简报', en: 'the briefing' },
  [MANIFEST]: { zh: '清单和校验值', en: 'the list of files with checksums' },
};
