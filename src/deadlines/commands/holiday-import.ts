import { type Command, type Confirmation, command, type Outcome } from '../../cli/command.ts';
import { flag } from '../../cli/param.ts';
import type { View } from '../../kernel/view.ts';
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
export const holidayImport: Command = command({
  ...ofSheet,
  params: {
    ...ofSheet.params,
    notice: flag('--notice', {
      zh: '文件是国务院办公厅的通知原文（文字），读出的日期先核对再导入',
      en: 'the file is the text of the State Council’s notice; the days that are read are shown and confirmed first',
    }),
  },
  confirm: ({ input, source }) => (input.notice ? confirmation(noticeIn(source(fileOf(input)))) : undefined),
  run: async (context, input) => {
    const { db } = context;
    const before = listedDays(db);
    const source = context.source(fileOf(input));
    const from = input.notice ? { ...context, source: () => noticeAsSheet(source, noticeIn(source)) } : context;
    const outcome = await ofSheet.run(from, input);
    const incomplete = incompleteYears(source.name, listedDays(db), changedDays(before, listedDays(db)));
    if (incomplete) throw incomplete;
    const stamp = context.stamp(undefined, `holiday import ${source.name}`);
    const importId = outcome.records?.[0];
    const recounted = recountTouched(
      db,
      before,
      importId === undefined ? stamp : { ...stamp, importId: Number(importId) },
    );
    return recounted.length === 0 ? outcome : withTable(outcome, recountedTable(recounted));
  },
});

/** The file is a parameter of the command that this one is made of. */
const fileOf = (input: object) => String((input as { readonly file: unknown }).file);

function confirmation(notice: Notice): Confirmation {
  return {
    about: noticeLines(notice),
    question: { zh: '与通知一致，导入吗？', en: 'Do they agree with the notice? Import them?' },
  };
}

function withTable(outcome: Outcome, table: View): Outcome {
  return { ...outcome, view: { shape: 'pages', pages: [outcome.view as View & { shape: 'table' }, table] } };
}
