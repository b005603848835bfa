import { addDays } from '../../kernel/day.ts';
import type { StepRow } from '../../village-rules/step.ts';
import type { VillageRuleRow } from '../../village-rules/village-rule.ts';
import { workdayFrom } from '../calendar.ts';
import { between, randomFrom } from '../random.ts';

/** How each edition of the year came about: drafted, discussed, carried by a vote, published after its filing. */
export function ruleStepsOf(rules: readonly VillageRuleRow[]): StepRow[] {
  return rules.filter(({ adopted_on }) => adopted_on >= '2023').flatMap(stepsOf);
}

function stepsOf({ code, unit_code, version, adopted_on, filed_on }: VillageRuleRow): StepRow[] {
  const random = randomFrom(`steps ${code}`);
  const voters = between(random, 60, 320);
  const present = Math.ceil(voters * (0.66 + random() * 0.3));
  const votes_against = between(random, 0, 6);
  const abstained = between(random, 0, 5);
  const drafted = workdayFrom(addDays(adopted_on, -between(random, 24, 40)), -1);
  const discussed = workdayFrom(addDays(adopted_on, -between(random, 7, 14)), -1);
  const published = workdayFrom(addDays(filed_on ?? adopted_on, between(random, 1, 5)), 1);
  const step = (serial: number, name: StepRow['step'], done_on: string) =>
    ({ code: `${code}-${serial}`, unit_code, version, step: name, done_on }) as const;
  return [
    { ...step(1, 'draft', drafted), note: '村（社区）两委起草' },
    { ...step(2, 'discussion', discussed), note: '代表会议讨论修改' },
    {
      ...step(3, 'vote', adopted_on),
      voters,
      present,
      votes_for: present - votes_against - abstained,
      votes_against,
      abstained,
    },
    { ...step(4, 'publication', published), note: '村（居）务公开栏张贴' },
  ];
}
