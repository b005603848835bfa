/** A change that no test can notice, because the program does the same with it. */
interface Ignored {
  readonly file: string;
  /** A part of the line, with the operator as it is in the file. */
  readonly line: string;
  readonly reason: string;
}

export const IGNORED: readonly Ignored[] = [
  {
    file: 'kernel/day.ts',
    line: 'days > LAST_NUMBER',
    reason: 'the last day is the open end itself',
  },
  {
    file: 'meetings/periods.ts',
    line: 'const last = to < today',
    reason: 'the earlier of two equal days is either of them',
  },
  {
    file: 'assessment/scoring/subject-text.ts',
    line: '[...subject.townships].some(',
    reason: 'a township’s own row has exactly one township',
  },
];
