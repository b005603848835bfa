import type { Day } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';

/** What was withdrawn stays to be read and does not change any more. */
export function withdrawnVisitProblem(id: number, on: Day): Refusal {
  return {
    zh: `走访 ${id} 已于 ${on} 撤销`,
    en: `Visit ${id} was withdrawn on ${on}`,
    hint: {
      zh: `确有其事的请重新登记（tiaochu visit add）；原记录用 tiaochu visit show ${id} 查看`,
      en: `If it took place after all, enter it again (tiaochu visit add); tiaochu visit show ${id} shows it`,
    },
  };
}

/** A record that came from a visit: a dispute that was found in it, a need that was raised in it. */
export interface FromVisit {
  readonly noun: 'dispute' | 'need';
  readonly key: string;
}

/** A visit from which a dispute or a need came took place: what came from it is corrected first. */
export function fromVisitProblem(id: number, [first, ...others]: readonly FromVisit[]): Refusal | undefined {
  if (!first) return undefined;
  const { noun, key } = first;
  const keys = [key, ...others.map(other => other.key)].join('、');
  const back =
    noun === 'dispute' ? `tiaochu dispute void ${key} --reason …` : `tiaochu need withdraw ${key} --reason …`;
  return {
    zh: `走访 ${id} 中发现或提出了 ${keys}，不能撤销`,
    en: `Visit ${id} cannot be withdrawn: ${keys} came from it`,
    hint: { zh: `那也登记有误的，请先更正：${back}`, en: `If that was a mistake too, correct it first: ${back}` },
  };
}

/** The first diary stands in the row of its visit: it is emptied, or the visit is withdrawn with it. */
export function firstDiaryProblem(id: number): Refusal {
  return {
    zh: `走访 ${id} 的第 1 篇日记不能单独撤销`,
    en: `The first diary of visit ${id} cannot be withdrawn alone`,
    hint: {
      zh: `清空用 tiaochu visit correct ${id} --diary "" --reason …；整次走访有误用 tiaochu visit withdraw ${id} --reason …`,
      en: `Empty it with tiaochu visit correct ${id} --diary "" --reason …, or withdraw the visit with tiaochu visit withdraw ${id} --reason …`,
    },
  };
}
