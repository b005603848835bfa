import { refuse } from '../kernel/failure.ts';
import { TIER } from '../units/level.ts';
import { isOpen, onTier, type UnitTerm, type UnitTree } from '../units/tree.ts';
import type { Case } from './case.ts';

/** The moves by which the unit that a case is offered to answers. */
const ANSWERS: ReadonlySet<string> = new Set(['accept', 'return', 'object']);

/** The unit that may make a move: the holder, but for the answer to an open offer (only the holder writes a case). */
export function actorOf(caseFile: Pick<Case, 'holder' | 'offer'>, move: string): number {
  return caseFile.offer && ANSWERS.has(move) ? caseFile.offer.to : caseFile.holder;
}

/** A unit that makes a move although it neither holds the case nor answers an offer; outside: for an organ above the ledger. */
export interface Apart {
  readonly unit: number;
  readonly isOutside: boolean;
}

/** Refuses a unit that says it acts (`--at`) but is not the unit that may act now. */
export function checkActor(caseFile: Case, move: string, at: UnitTerm | undefined, tree: UnitTree): number {
  const actor = actorOf(caseFile, move);
  if (!at || at.unit_id === actor) return actor;
  const name = tree.units.get(actor)?.name ?? String(actor);
  const isAnswer = actor !== caseFile.holder;
  refuse(
    isAnswer
      ? {
          zh: `${caseFile.number} 正移交给${name}，要由它接收或${caseFile.kind === 'petition' ? '提出异议' : '退回'}，${at.name}不能代办`,
          en: `${caseFile.number} is offered to ${name}: that unit answers, not ${at.name}`,
        }
      : {
          zh: `${caseFile.number} 由${name}持有，只有持有单位能办理，${at.name}不能`,
          en: `${caseFile.number} is held by ${name}: only the holder acts on it, not ${at.name}`,
        },
    isAnswer
      ? { zh: `${name} 用 --at 或不写 --at 办理`, en: `Omit --at, or name ${name}` }
      : caseFile.kind === 'petition'
        ? {
            zh: '需要它办理时，由持有单位上报或交办（escalate、hand-down）',
            en: 'The holder can escalate it or hand it down (escalate, hand-down)',
          }
        : {
            zh: '需要它办理时，由持有单位上报、交办或联调（escalate、hand-down、joint）',
            en: 'The holder can escalate it, hand it down or ask for joint mediation (escalate, hand-down, joint)',
          },
  );
}

/** Refuses a unit that is closed, or not open yet, on the day of an act. */
export function checkOpen(unit: UnitTerm, tree: UnitTree): void {
  if (isOpen(tree, unit)) return;
  refuse(
    { zh: `${unit.name} 在 ${tree.day} 不在册`, en: `${unit.name} is not open on ${tree.day}` },
    { zh: '在册的机构用 tiaochu unit tree 查看', en: 'tiaochu unit tree shows the units that are open' },
  );
}

/** The unit one tier up, to which alone a case goes up (S-39 自下而上逐级过筛). */
export function unitAbove(caseFile: Case, tree: UnitTree): UnitTerm {
  const holder = tree.units.get(caseFile.holder);
  const above = holder?.parent_id === null || !holder ? undefined : tree.units.get(holder.parent_id);
  return (
    above ??
    refuse(
      {
        zh: `${caseFile.number} 已在旗级，没有上一级`,
        en: `${caseFile.number} is already at the banner, the highest tier`,
      },
      caseFile.kind === 'petition'
        ? { zh: '请就地办结，或交办给下级', en: 'Conclude it here, or hand it down' }
        : {
            zh: '请就地化解，或终止并告知其他途径',
            en: 'Settle it here, or terminate it and inform the parties of their other remedies',
          },
    )
  );
}

/** Refuses to hand down to a unit that does not lie below the holder. */
export function checkBelow(holderId: number, to: UnitTerm, tree: UnitTree): void {
  const holder = tree.units.get(holderId);
  const isBelow =
    holder !== undefined &&
    TIER[to.level] > TIER[holder.level] &&
    onTier(tree, to, TIER[holder.level])?.unit_id === holder.unit_id;
  if (isBelow) return;
  refuse(
    {
      zh: `${to.name} 不在 ${holder?.name ?? ''} 之下，只能交办给自己的下级`,
      en: `${to.name} is not below ${holder?.name ?? ''}: a holder can hand a case down only to its own units`,
    },
    { zh: '下级机构用 tiaochu unit tree 查看', en: 'tiaochu unit tree shows what is below' },
  );
}
