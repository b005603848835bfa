import type { SimpleRecord } from '../register/simple-record.ts';
import { diaryNumbers } from './diary-store.ts';
import { READING_TITLE, type ReadingRow, readingSheet } from './reading.ts';
import { readingProblems } from './reading-rules.ts';
import { ANY_VISIT } from './reading-store.ts';

export const readingRecord: SimpleRecord<ReadingRow> = {
  noun: 'reading',
  table: 'reading',
  title: READING_TITLE,
  sheet: readingSheet,
  numbering: { start: ({ visit }) => `${visit}-Y`, digits: 1, by: ['read_by', 'entry', 'read_on'] },
  immutable: ['visit', 'entry', 'read_on'],
  eventDay: 'read_on',
  references: { visit: { column: 'visit_id', referent: ANY_VISIT } },
  rules: ({ row, references, db }) => {
    const { visit } = references;
    return visit ? readingProblems(row, visit.from_on, diaryNumbers(db, visit.id)) : [];
  },
};
