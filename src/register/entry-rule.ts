import type { Refusal } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Decision, Register } from './register.ts';

/** Why a record that was entered by itself is refused by its rule for that. */
export function brokenEntryRule(
  { entryRule }: Pick<Register, 'entryRule'>,
  db: Db,
  decision: Decision,
): Refusal | undefined {
  return entryRule && concerns(entryRule.columns, decision) ? entryRule.load(db).problem(decision.row) : undefined;
}

/** What to say of the rows of a file that break the rule: they are kept as they happened, and `check` finds them. */
export function entryRuleRemarks(
  { entryRule, title }: Pick<Register, 'entryRule' | 'title'>,
  db: Db,
  decisions: readonly Decision[],
): Text[] {
  if (!entryRule) return [];
  const judge = entryRule.load(db);
  const broken = decisions.flatMap(decision => {
    const wrong = concerns(entryRule.columns, decision) && judge.problem(decision.row);
    return wrong ? [wrong] : [];
  });
  const [first] = broken;
  if (!first) return [];
  return [
    {
      zh: `${broken.length} 条${title.zh}不合规定，已照原样导入，tiaochu check 逐条列出；第一条：${first.zh}`,
      en: `${counted(broken.length, title.one, title.en)} imported as they were against a rule: tiaochu check lists them. The first: ${first.en}`,
    },
  ];
}

type Judged = Extract<Decision, { readonly verdict: 'add' | 'change' }>;

/** Whether a decision brings the rule something to judge: a new record, or another value in one of its columns. */
function concerns(columns: readonly string[], decision: Decision): decision is Judged {
  if (decision.verdict === 'change') return decision.changes.some(({ field }) => columns.includes(field));
  return decision.verdict === 'add';
}
