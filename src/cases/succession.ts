import { refuse } from '../kernel/failure.ts';
import { successorOf, type UnitTree } from '../units/tree.ts';
import { type Case, SUCCEED } from './case.ts';
import { commandHint } from './case-hint.ts';
import type { Condition } from './life.ts';
import type { Apart } from './offer.ts';
import type { Passing } from './passing.ts';

/** A case is passed on in this way only where its holder was merged into another unit, and by that unit. */
export const holderMerged: Condition<Case, unknown> = (caseFile, _, { tree, actor }) => {
  const successor = successorOf(tree, caseFile.holder);
  if (successor === actor.unit_id) return;
  if (successor !== undefined) onlySuccessor(caseFile, tree.units.get(successor)?.name ?? '', actor.name);
  const name = tree.units.get(caseFile.holder)?.name ?? '';
  refuse(
    {
      zh: `${caseFile.number} 的持有单位${name}没有并入别的机构，不能承接`,
      en: `${caseFile.number} is held by ${name}, which was not merged into another unit`,
    },
    commandHint(caseFile, 'show #', '$ 列出能做的', '$ lists what can be done'),
  );
};

function onlySuccessor(caseFile: Case, successor: string, actor: string): never {
  refuse(
    {
      zh: `${caseFile.number} 的持有单位已并入${successor}，要由它承接，${actor}不能`,
      en: `The holder of ${caseFile.number} was merged into ${successor}: that unit holds it, not ${actor}`,
    },
    commandHint(caseFile, 'succeed #', '不写 --at：$', 'Omit --at: $'),
  );
}

/** The successor makes the move: the unit that was merged is closed. */
export function successorActs({ holder }: Case, move: string, tree: UnitTree): Apart | undefined {
  return move === SUCCEED ? { unit: successorOf(tree, holder) ?? holder, isOutside: false } : undefined;
}

/** The successor holds the case now, with all that was running for the former holder; what binds an organ stays with that. */
export function succeedHolder({ holder }: Case, tree: UnitTree): Passing & { readonly carried: true } {
  return { holder: successorOf(tree, holder) ?? holder, carried: true };
}

/** What a unit held that was merged is acted on once its successor holds it. */
export function checkSucceeded(caseFile: Case, move: string, tree: UnitTree): void {
  const successor = successorOf(tree, caseFile.holder);
  if (successor === undefined || move === SUCCEED) return;
  const [from, into] = [caseFile.holder, successor].map(unit => tree.units.get(unit)?.name ?? '');
  refuse(
    {
      zh: `${caseFile.number} 由${from}持有，该机构已并入${into}`,
      en: `${caseFile.number} is held by ${from}, which was merged into ${into}`,
    },
    commandHint(caseFile, 'succeed #', '请先由并入的机构承接：$', 'Have the successor hold it first: $'),
  );
}
