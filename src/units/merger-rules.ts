import { covers, type Day, endingProblem, OPEN_END } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { hasTeam } from './level.ts';
import type { UnitTerm } from './tree.ts';

/**
 * Villages and communities of one township merge (撤并村): the one that ends was there before that day, the other one goes on
 * from it. Nothing is merged ahead of time, since what happens until then would have to wait.
 */
export function mergerProblem(from: UnitTerm, into: UnitTerm, on: Day, today: Day): Refusal | undefined {
  if (on > today)
    return {
      zh: `合并日期 ${on} 在今天（${today}）之后`,
      en: `The day ${on} is after today (${today})`,
      hint: { zh: '请在合并之日或其后办理', en: 'Merge on that day or later' },
    };
  if (from.unit_id === into.unit_id)
    return {
      zh: `${from.name} 不能并入自己`,
      en: `${from.name} cannot be merged into itself`,
      hint: { zh: '请用 --into 写另一个村或社区', en: 'Name another village or community with --into' },
    };
  return levelProblem(from) ?? levelProblem(into) ?? townshipProblem(from, into) ?? openProblem(from, into, on);
}

function levelProblem({ name, level }: UnitTerm): Refusal | undefined {
  if (hasTeam(level)) return undefined;
  return {
    zh: `${name} 不是村或社区，不能合并`,
    en: `${name} is not a village or community; only these are merged`,
    hint: { zh: '机构用 tiaochu unit tree 查看', en: 'tiaochu unit tree shows the units' },
  };
}

function townshipProblem(from: UnitTerm, into: UnitTerm): Refusal | undefined {
  if (from.parent_id === into.parent_id) return undefined;
  return {
    zh: `${from.name} 与 ${into.name} 不属同一乡镇`,
    en: `${from.name} and ${into.name} are not in one township`,
    hint: {
      zh: '先用 tiaochu unit change --parent-code 调整隶属',
      en: 'Move it to that township first: tiaochu unit change --parent-code',
    },
  };
}

function openProblem(from: UnitTerm, into: UnitTerm, on: Day): Refusal | undefined {
  const ended = endingProblem(from.name, from, on);
  if (ended) return ended;
  if (covers(into, on) && into.to_on === OPEN_END) return undefined;
  return {
    zh: `${into.name} 在 ${on} 并非在册且继续存在，不能并入`,
    en: `${into.name} is not open from ${on} on; nothing can be merged into it`,
    hint: {
      zh: '在册的机构用 tiaochu unit tree --on 查看',
      en: 'tiaochu unit tree --on shows the units that are open',
    },
  };
}

/** A merger leaves nothing behind: what neither moves nor ends with it is done first. */
export function leftProblem(
  { name }: UnitTerm,
  work: readonly { readonly what: Text; readonly one: string; readonly count: number }[],
  on: Day,
): Refusal | undefined {
  const left = work.filter(({ count }) => count > 0);
  if (left.length === 0) return undefined;
  const zh = left.map(({ what, count }) => `${what.zh} ${count}`).join('、');
  const en = left.map(({ what, one, count }) => counted(count, one, what.en)).join(', ');
  return {
    zh: `${name} 还有不随合并转移的工作，不能自 ${on} 起合并：${zh}`,
    en: `${name} has work that a merger on ${on} would leave behind: ${en}`,
    hint: {
      zh: '请先办结或移交这些，或把合并日期定在其后',
      en: 'Finish or hand over these first, or merge after them',
    },
  };
}
