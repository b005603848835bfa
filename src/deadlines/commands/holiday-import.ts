import { type Confirmation, type Context, command, type Outcome } from '../../cli/command.ts';
import { flag, type Input, type Params } from '../../cli/param.ts';
import { counted, type Text } from '../../kernel/text.ts';
import type { Table } from '../../kernel/view.ts';
import type { FileCommand } from '../../register/file-kind.ts';
import { importCommand } from '../../register/import-command.ts';
import { simpleRegister } from '../../register/simple-register.ts';
import { incompleteYears } from '../announcement-rules.ts';
import { holidayRecord } from '../holiday-record.ts';
import { noticeAsSheet, noticeIn, noticeLines } from '../notice-sheet.ts';
import type { Notice } from '../notice-text.ts';
import { changedDays, recountedTable, recountTouched } from '../recounting.ts';
import { listedDays } from '../store.ts';

const ofSheet = importCommand(simpleRegister(holidayRecord), 'holiday import 节假日2027.csv');

/** `holiday import FILE`: from a CSV file or from the notice itself; deadlines that depend on the days are counted anew. */
const declared = command({
  ...ofSheet,
  params: {
    ...ofSheet.params,
    notice: flag('--notice', {
      zh: '文件是国务院办公厅的通知原文（文字），读出的日期先核对再导入',
      en: 'the file is the text of the State Council’s notice; the days that are read are shown and confirmed first',
    }),
  },
  confirm: ({ input, source }) => (input.notice ? confirmation(noticeIn(source(said(input).file))) : undefined),
  run: async (context, input) => {
    const { file, encoding } = said(input);
    const source = context.source(file);
    const before = listedDays(context.db);
    const outcome = await (input.notice
      ? ofSheet.run(...asSheet(context, input, noticeIn(source, encoding)))
      : ofSheet.run(context, input));
    const recounted = recount(context, source.name, before, outcome.records?.map(Number)[0]);
    return recounted.length === 0 ? outcome : withTable(outcome, recountedTable(recounted));
  },
});

/** Days that come with other files count as those of a file of their own. */
export const holidayImport: FileCommand = {
  ...declared,
  kind: {
    ...ofSheet.kind,
    importSource: async (context, source, choice) => {
      const before = listedDays(context.db);
      const file = await ofSheet.kind.importSource(context, source, choice);
      const recounted = recount(context, source.name, before, file.id ?? undefined);
      if (recounted.length > 0) context.remark(recountedText(recounted.length));
      return file;
    },
  },
};

/** Counts the deadlines anew that depend on days which have changed; refuses a year of which a part is missing. */
function recount({ db, stamp }: Context, name: string, before: ReturnType<typeof listedDays>, importId?: number) {
  const after = listedDays(db);
  const incomplete = incompleteYears(name, after, changedDays(before, after));
  if (incomplete) throw incomplete;
  return recountTouched(db, before, { ...stamp(undefined, name), importId });
}

function recountedText(deadlines: number): Text {
  return {
    zh: `放假安排已变，重新计算了 ${deadlines} 件时限`,
    en: `the free days have changed: ${counted(deadlines, 'deadline')} counted anew`,
  };
}

/** The parameters of the command that this one is made of. */
const said = (input: object) => input as { readonly file: string; readonly encoding?: 'utf-8' | 'gb18030' };

function confirmation(notice: Notice): Confirmation {
  return {
    about: noticeLines(notice),
    question: { zh: '与通知一致，导入吗？', en: 'Do they agree with the notice? Import them?' },
  };
}

/** A notice goes the way of a file with its days; a dry run shows them, since nothing asks whether they are right. */
function asSheet(context: Context, input: Input<Params>, notice: Notice): [Context, Input<Params>] {
  if (context.dryRun) for (const line of noticeLines(notice)) context.remark(line);
  const source = (file: string) => noticeAsSheet(context.source(file), notice);
  return [
    { ...context, source },
    { ...input, encoding: undefined },
  ];
}

function withTable(outcome: Outcome, table: Table): Outcome {
  const { view } = outcome;
  return view.shape === 'pages' ? outcome : { ...outcome, view: { shape: 'pages', pages: [view, table] } };
}
