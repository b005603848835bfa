import { type Problem, problem } from '../intake/sheet.ts';
import type { Text } from '../kernel/text.ts';

interface Named {
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
}

/** A word in a file must name one record: codes and names in both languages are all different. */
export function sameNameProblems(title: Text, row: Named, others: readonly Named[]): Problem[] {
  return (['code', 'name_zh', 'name_en'] as const).flatMap(column => {
    const other = others.find(({ code, name_zh, name_en }) => [code, name_zh, name_en].includes(row[column]));
    if (!other) return [];
    const reason = {
      zh: `与${title.zh} ${other.code}（${other.name_zh}）重名`,
      en: `is the name of ${other.code} (${other.name_en})`,
    };
    return [problem(column, row[column], reason)];
  });
}
