import { type Problem, problem } from '../intake/sheet.ts';
import type { Domain } from './domain.ts';

/** A visit's domains are a mask of 30 bits, and a domain's id is its bit. */
const MOST = 30;

/** There are at most 30 domains; closed ones keep their bit, since past visits have it. */
export function countProblems({ code }: Pick<Domain, 'code'>, others: readonly unknown[]): Problem[] {
  if (others.length < MOST) return [];
  return [
    problem('code', code, {
      zh: `不能新增：工作领域最多 ${MOST} 个`,
      en: `cannot be added: there can be at most ${MOST} task domains`,
    }),
  ];
}
