import { addDays, type Day } from '../../kernel/day.ts';
import type { VisitRow } from '../../visits/visit.ts';
import { CAMPAIGN } from '../calendar.ts';
import type { KnownVisit } from '../disputes.ts';
import { between, pick, randomFrom } from '../random.ts';
import type { Team } from '../team.ts';
import type { Entry } from './entry.ts';

/** A need that a household raised in a visit. */
export interface VisitedNeed {
  readonly code: string;
  readonly found: KnownVisit;
  readonly category: string;
  readonly content: string;
  readonly owner: string;
  readonly due_on: Day;
  /** The day on which the household was informed of the result. */
  readonly feedback_on: Day | undefined;
}

const WISHES = [
  ['住房', '房屋漏雨，申请修缮'],
  ['医疗', '异地就医报销，请帮助办理'],
  ['就业', '想在镇区务工，请帮助联系'],
  ['生产', '秋粮卖难，请帮助联系收购'],
  ['出行', '入户桥涵损坏，请求修复'],
] as const;
/** Every 16th village, beginning with the first. */
const EVERY = 16;
const DONE_SHARE = 0.6;

export function visitedNeedsOf(
  teams: readonly Team[],
  visits: ReadonlyMap<string, readonly VisitRow[]>,
): VisitedNeed[] {
  return teams
    .filter((_, index) => index % EVERY === 0)
    .map(({ village, cadres }) => {
      const random = randomFrom(`visited needs ${village.code}`);
      const home = (visits.get(village.code) ?? []).filter(visit => visit.mode === 'home');
      const { household_code: household, visited_on: day, diary_by } = pick(random, home);
      const [category, content] = pick(random, WISHES);
      const feedback = addDays(day, between(random, 10, 40));
      return {
        code: `${village.code}-X2`,
        found: { household, day },
        category,
        content,
        owner: cadres.find(cadre => cadre.code === diary_by)?.name ?? cadres[0]?.name ?? '',
        due_on: addDays(day, 60),
        feedback_on: random() < DONE_SHARE && feedback <= CAMPAIGN.to ? feedback : undefined,
      };
    });
}

/** The entries that add a need and, once it is met, close it. */
export function needEntries({ code, found, category, content, owner, due_on, feedback_on }: VisitedNeed): Entry[] {
  const what = ['--category', category, '--content', content, '--owner', owner];
  const days = ['--raised-on', found.day, '--due-on', due_on];
  return [
    ['need', 'add', '--code', code, '--household-code', found.household, '--visit', found, ...what, ...days],
    ...(feedback_on ? [['need', 'close', code, '--result', '已办结并告知', '--feedback', feedback_on]] : []),
  ];
}
