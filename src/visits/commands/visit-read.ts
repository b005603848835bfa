import { command } from '../../cli/command.ts';
import { argument, option, required } from '../../cli/param.ts';
import { asActDay, asCount, asName } from '../../cli/values.ts';
import { sentenceOf } from '../../intake/sheet.ts';
import { refuse } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { insertRow } from '../../ledger/query.ts';
import { diaryNumbers } from '../diary-store.ts';
import { readingSheet } from '../reading.ts';
import { readingProblems } from '../reading-rules.ts';
import { nextReading } from '../reading-store.ts';
import { visitNumbered } from '../store.ts';
import { entryParam } from './visit-correct.ts';

export const read = command({
  name: 'read',
  zh: '阅示',
  summary: {
    zh: '登记领导对一篇日记的阅示：谁、哪天、批语',
    en: 'enter that a leader read a diary: who, on which day, with which remark',
  },
  example: 'visit read 1 --by 敖志强 --post 镇党委书记 --remark 请村里一周内回复',
  access: 'write',
  params: {
    id: argument('<visit>', { zh: '走访号', en: 'the visit’s number' }, asCount),
    by: required(option('--by <name>', { zh: '阅示人', en: 'who read it' }, asName)),
    post: option('--post <post>', { zh: '阅示人的职务', en: 'the reader’s post' }),
    on: option('--on <day>', { zh: '阅示日期（默认今天）', en: 'the day of reading (default today)' }, asActDay),
    remark: option('--remark <text>', { zh: '批语', en: 'the remark' }),
    entry: entryParam,
  },
  run: ({ db, today }, { id, by: read_by, post = '', on: read_on = today, remark = '', entry = 1 }) => {
    const { visited_on } = visitNumbered(db, id);
    const problems = readingProblems({ visit: String(id), entry, read_on }, visited_on, diaryNumbers(db, id));
    if (problems.length > 0) refuse(sentenceOf(readingSheet, problems));
    const code = `${id}-Y${nextReading(db, id)}`;
    insertRow(db, 'reading', { code, visit_id: id, entry, read_by, post, read_on, remark });
    return {
      view: lines(
        { reading: code, visit: id, read_on },
        { zh: `走访 ${id} 第 ${entry} 篇日记已阅示（${code}）`, en: `Diary ${entry} of visit ${id} is read (${code})` },
      ),
      records: [code],
      counts: { added: 1 },
    };
  },
});
