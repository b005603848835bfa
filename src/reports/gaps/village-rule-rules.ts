import type { Day } from '../../kernel/day.ts';
import type { UnitTerm } from '../../units/tree.ts';
import { STEPS } from '../../village-rules/step.ts';
import { missingStep } from '../../village-rules/step-rules.ts';
import { RULE_KINDS } from '../../village-rules/village-rule.ts';
import type { RuleFact, StepFact } from './facts.ts';
import { type Gap, gap } from './gap.ts';
import { addRules, type Fresh, fileRules, stepRules } from './next-step.ts';

/** What a village or community has adopted, and the steps of all its editions. */
interface Rules {
  readonly adopted: readonly RuleFact[];
  readonly steps: readonly StepFact[];
  readonly day: Day;
}

/**
 * Each of the 220 villages has rules (S-35), a community has a compact and may do without; both are filed with the
 * township or the sub-district (Organic Law of the Villagers' Committees, 2018, Art. 27; of the Urban Residents'
 * Committees, 2018, Art. 15) and published. An edition that is on its way lacks its next step.
 */
export function ruleGaps(unit: UnitTerm, rules: Rules, fresh: (prefix: string) => Fresh): Gap[] {
  const { adopted, steps } = rules;
  const begun = Math.max(0, ...steps.map(({ version }) => version));
  const latest = Math.max(0, ...adopted.map(({ version }) => version));
  const others = [...unfiled(unit, rules), ...unpublished(unit, rules)];
  const next = begun > latest ? onTheWay(unit, begun, steps) : [];
  if (next.length > 0) return [...next, ...others];
  if (unit.level === 'community' || adopted.some(rule => rule.kind === 'rule')) return others;
  const add = addRules(unit, fresh(`${unit.code}-G`));
  return [gap('rules', unit, '没有村规民约', 'no village rules', add), ...others];
}

/** The next step of an edition that is not adopted yet; once it is carried, it is to be entered. */
function onTheWay(unit: UnitTerm, version: number, steps: readonly StepFact[]): Gap[] {
  const step = missingStep(
    steps.filter(taken => taken.version === version),
    false,
  );
  if (!step) return [];
  const { zh, en } = STEPS[step];
  const missing = [`村规第 ${version} 版尚未${zh}`, `edition ${version} of the village rules has no ${en}`] as const;
  return [gap('rules', unit, ...missing, stepRules(unit, version, step))];
}

function unfiled(unit: UnitTerm, { adopted, day }: Rules): Gap[] {
  return adopted
    .filter(rule => rule.filed_on === null || rule.filed_on > day)
    .map(({ code, kind }) => {
      const zh = `${RULE_KINDS[kind].zh} ${code} 没有报乡镇备案`;
      return gap('rules', unit, zh, `${code} is not filed with the township`, fileRules(code));
    });
}

function unpublished(unit: UnitTerm, { adopted, steps }: Rules): Gap[] {
  return adopted
    .filter(
      rule =>
        missingStep(
          steps.filter(({ version }) => version === rule.version),
          true,
        ) !== undefined,
    )
    .map(({ code, kind, version }) => {
      const zh = `${RULE_KINDS[kind].zh} ${code} 没有公布`;
      return gap('rules', unit, zh, `${code} is not published`, stepRules(unit, version, 'publication'));
    });
}
