import { addDays } from '../../kernel/day.ts';
import type { VisitRow } from '../../visits/visit.ts';
import { CAMPAIGN } from '../calendar.ts';
import { between, pick, randomFrom } from '../random.ts';
import type { Team } from '../team.ts';
import { type Entry, entry } from './entry.ts';

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

/** The needs that households raised in visits: each is added and, once it is met, closed. */
export function needEntriesOf(teams: readonly Team[], visits: ReadonlyMap<string, readonly VisitRow[]>): Entry[] {
  return teams
    .filter((_, index) => index % EVERY === 0)
    .flatMap(team => entriesIn(team, visits.get(team.village.code) ?? []));
}

function entriesIn({ village, cadres }: Team, visits: readonly VisitRow[]): Entry[] {
  const random = randomFrom(`visited needs ${village.code}`);
  const home = visits.filter(visit => visit.mode === 'home');
  const { household_code: household, visited_on: day, diary_by } = pick(random, home);
  const [category, content] = pick(random, WISHES);
  const feedback = addDays(day, between(random, 10, 40));
  const isMet = random() < DONE_SHARE && feedback <= CAMPAIGN.to;
  const code = `${village.code}-X2`;
  const added = entry(['need', 'add'], {
    code,
    'household-code': household,
    visit: { household, day },
    category,
    content,
    owner: diary_by ?? cadres[0]?.code,
    'raised-on': day,
    'due-on': addDays(day, 60),
  });
  return [
    added,
    ...(isMet ? [entry(['need', 'close', code], { result: '已办结并告知', feedback, satisfaction: 'satisfied' })] : []),
  ];
}
