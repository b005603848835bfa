import type { Refusal } from '../../kernel/failure.ts';
import type { UnitTerm } from '../../units/tree.ts';

/** Secretaries of townships, villages and communities are reviewed (S-51); the banner's committee is not its own reviewer. */
export function unitProblem({ level, name }: Pick<UnitTerm, 'level' | 'name'>): Refusal | undefined {
  if (level !== 'banner') return undefined;
  return {
    zh: `${name} 不是乡镇或村（社区），没有述职评议材料`,
    en: `${name} is neither a township nor a village or community: it has no sheet for the annual review`,
    hint: {
      zh: '用 --unit 写乡镇或村（社区）；全旗的见 tiaochu report headline',
      en: 'Name a township or a village with --unit; report headline has the whole banner',
    },
  };
}
