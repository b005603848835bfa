import { addDays } from '../../kernel/day.ts';
import type { PostRow } from '../../sites/post.ts';
import type { VisitRow } from '../../visits/visit.ts';
import { CAMPAIGN } from '../calendar.ts';
import { dataFile, rowsIn } from '../data-file.ts';
import { between, pick, randomFrom } from '../random.ts';
import type { Team } from '../team.ts';
import { type Entry, entry } from './entry.ts';
import { headOf } from './officials.ts';

/** A second diary of a visit as the paper form has it, and what the township's leader remarked on it. */
type Second = Readonly<
  Record<'diary' | 'family' | 'difficulties' | 'requests' | 'thoughts' | 'follow-up' | 'remark', string>
>;

const SECONDS = rowsIn<Second>(dataFile('diaries.csv'));
/** One village in sixteen, beginning with the third. */
const EVERY = 16;
const FIRST = 2;
const READ_SHARE = 0.6;

/** In some visits the second cadre wrote a diary, too; most of these the head of the township read. `found` are left alone. */
export function diaryEntriesOf(
  teams: readonly Team[],
  visits: ReadonlyMap<string, readonly VisitRow[]>,
  found: ReadonlyMap<VisitRow, unknown>,
  posts: readonly PostRow[],
): Entry[] {
  return teams
    .filter((_, index) => index % EVERY === FIRST)
    .flatMap(({ village }, index) => {
      const random = randomFrom(`second diary ${village.code}`);
      const possible = (visits.get(village.code) ?? []).filter(visit => visit.mode === 'home' && !found.has(visit));
      const second = SECONDS[index % SECONDS.length];
      if (!second || possible.length === 0) return [];
      const visit = pick(random, possible);
      const reader = headOf(posts, village.code.slice(0, 9));
      const on = addDays(visit.visited_on, between(random, 2, 9));
      const isRead = random() < READ_SHARE && reader !== '' && on <= CAMPAIGN.to;
      return [added(visit, second), ...(isRead ? [read(visit, second, reader, on)] : [])];
    });
}

function added(visit: VisitRow, { remark: _, ...second }: Second): Entry {
  const { cadre_a, cadre_b, domains, substitute, diary_by, visited_on, household_code } = visit;
  return entry(['visit', 'add'], {
    ...{ 'visited-on': visited_on, 'household-code': household_code, 'cadre-a': cadre_a, 'cadre-b': cadre_b },
    ...{ domains, substitute, 'diary-by': diary_by === cadre_a ? cadre_b : cadre_a },
    ...second,
  });
}

/** A visit of the demo has one diary from its file, so that the second one has the number 2. */
function read(
  { household_code: household, visited_on: day }: VisitRow,
  { remark }: Second,
  by: string,
  on: string,
): Entry {
  return ['visit', 'read', { household, day }, ...entry([], { entry: 2, by, post: '乡镇党委书记', on, remark })];
}
