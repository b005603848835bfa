/** A change that no test can notice, because the program does the same with it. */
interface Ignored {
  readonly file: string;
  /** A part of the file, with the operator as it is there; what else stands on the line still counts. */
  readonly part: string;
  /** The only operator that is meant, where the part has several. */
  readonly operator?: string;
  readonly reason: string;
}

export const IGNORED: readonly Ignored[] = [
  {
    file: 'kernel/day.ts',
    part: 'days > LAST_NUMBER',
    reason: 'the last day is the open end itself',
  },
  {
    file: 'kernel/day.ts',
    part: 'a.from_on > b.from_on ?',
    reason: 'the later of two equal days is either of them',
  },
  {
    file: 'kernel/day.ts',
    part: 'a.to_on < b.to_on ?',
    reason: 'the earlier of two equal days is either of them',
  },
  {
    file: 'kernel/period.ts',
    part: 'to: to < today',
    reason: 'the earlier of two equal days is either of them',
  },
  {
    file: 'register/dated-changes.ts',
    part: 'from_on < day',
    reason: 'the first day is among the cuts already',
  },
  {
    file: 'disputes/old-ledger-rules.ts',
    part: 'TIER[unit.level] > GRADE_TIER',
    reason: 'a unit of that tier is the unit of that tier',
  },
  {
    file: 'cases/offer.ts',
    part: 'holder?.parent_id === null || !holder',
    operator: '||',
    reason: 'only for the types: a holder is in the tree, and no unit is under null',
  },
  {
    file: 'desk/todo/rules.ts',
    part: 'day(a) < day(b)',
    reason: 'the days are different here',
  },
  {
    file: 'petitions/suggest.ts',
    part: 'a.code < b.code',
    reason: 'no two agents have the same code',
  },
  {
    file: 'reports/coverage/explain.ts',
    part: 'v.visited_on <= @to',
    reason: 'a household that was visited on the last day of the period is not missed',
  },
  {
    file: 'reports/coverage/facts.ts',
    part: 'from < `',
    reason: 'the later of two equal days is either of them',
  },
  {
    file: 'reports/coverage/facts.ts',
    part: 'to > `',
    reason: 'the earlier of two equal days is either of them',
  },
  {
    file: 'reports/coverage/by-assignee.ts',
    part: 'String(a.labels.cadre_code) < String(b.labels.cadre_code)',
    reason: 'no two cadres have the same code',
  },
  {
    file: 'reports/one-stop.ts',
    part: 'a.number < b.number',
    reason: 'no two disputes have the same number',
  },
  {
    file: 'meetings/periods.ts',
    part: 'const last = to < today',
    reason: 'the earlier of two equal days is either of them',
  },
  {
    file: 'reports/resolution/balance.ts',
    part: 'first && last',
    reason: 'a list that has a first month has a last',
  },
  {
    file: 'reports/resolution/facts.ts',
    part: "'regrade').where('on_day', '>'",
    reason: 'a dispute that was regraded on that day has the grade of that day',
  },
  {
    file: 'assessment/scoring/subject-text.ts',
    part: '[...subject.townships].some(',
    reason: 'a township’s own row has exactly one township',
  },
  {
    file: 'units/rules.ts',
    part: 'on < from_on',
    reason: 'the first day of a term is within it',
  },
  {
    file: 'visits/judge.ts',
    part: '!day || !household || !pair || substitute === undefined || diaryBy === undefined || typeof',
    operator: '||',
    reason: 'only for the types: where no rule objects, nothing of a visit is missing',
  },
  {
    file: 'visits/judge.ts',
    part: 'a === undefined || b === undefined',
    operator: '||',
    reason: 'only for the types: an unknown cadre is in no pair',
  },
];
