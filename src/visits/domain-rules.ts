import { type Problem, problem } from '../intake/sheet.ts';
import type { Domain } from './domain.ts';

/** A visit's domains are a mask of 30 bits, and a domain's id is its bit. */
const MOST = 30;

type Named = Pick<Domain, 'code' | 'name_zh' | 'name_en'>;

/** There are at most 30 domains; closed ones keep their bit, since past visits have it. */
export function countProblems({ code }: Named, others: readonly Named[]): Problem[] {
  if (others.length < MOST) return [];
  return [
    problem('code', code, {
      zh: `不能新增：工作领域最多 ${MOST} 个`,
      en: `cannot be added: there can be at most ${MOST} task domains`,
    }),
  ];
}

/** A word in a file must name one domain: codes and names in both languages are all different. */
export function sameNameProblems(row: Named, others: readonly Named[]): Problem[] {
  const wordsOf = ({ code, name_zh, name_en }: Named) => [code, name_zh, name_en];
  return (['code', 'name_zh', 'name_en'] as const).flatMap(column => {
    const other = others.find(one => wordsOf(one).includes(row[column]));
    if (!other) return [];
    const reason = {
      zh: `与工作领域 ${other.code}（${other.name_zh}）重名`,
      en: `is the name of ${other.code} (${other.name_en})`,
    };
    return [problem(column, row[column], reason)];
  });
}
