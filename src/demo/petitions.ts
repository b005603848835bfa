import type { AgentRow } from '../agents/agent.ts';
import { addDays } from '../kernel/day.ts';
import type { OldPetition } from '../petitions/old-ledger.ts';
import { workdayFrom } from './calendar.ts';
import { differentPeople, written } from './dispute-parties.ts';
import { divisionsIn, unitsText } from './divisions.ts';
import { STORIES, type Story } from './petition-stories.ts';
import { pick, randomFrom } from './random.ts';
import type { Team } from './team.ts';
import { villagesAmong } from './villages.ts';

const AUTHORITY_SHARE = 0.8;

/** The petitions that were lodged with these units, carried by the units' agents, for people of these teams' households. */
export function petitionsOf(agents: ReadonlyMap<string, readonly AgentRow[]>, teams: readonly Team[]): OldPetition[] {
  const villages = villagesAmong(divisionsIn(unitsText('banner')));
  const teamAt = new Map(teams.map(team => [team.village.code, team]));
  return STORIES.filter(({ unit }) => agents.has(unit)).map(story => {
    const random = randomFrom(`petition ${numberOf(story.repeats ?? story)}`);
    const below = villages.filter(({ code }) => code.startsWith(story.unit));
    const people = differentPeople(random, story.representatives ?? 1, pick(random, below), teamAt.get(story.unit));
    const names = people.map(({ name }) => name);
    const own = (agents.get(story.unit) ?? []).filter(({ name }) => !names.includes(name));
    const turn = STORIES.filter(({ unit }) => unit === story.unit).indexOf(story) % own.length;
    return {
      old_number: numberOf(story),
      unit_code: story.unit,
      registered_on: story.on,
      channel: story.channel,
      kind: story.kind ?? 'claim',
      category: story.category,
      demand: story.demand,
      petitioner: people.map(written).join(';'),
      people: story.people ?? 1,
      repeat_of: story.repeats ? numberOf(story.repeats) : '',
      ...fateOf(story, own[turn]?.code ?? '', random() < AUTHORITY_SHARE),
    };
  });
}

function numberOf(story: Story): string {
  return `XF-2023-${String(STORIES.indexOf(story) + 1).padStart(3, '0')}`;
}

type Fate = Pick<
  OldPetition,
  ...
>;
