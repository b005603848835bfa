import type { AgentRow } from '../agents/agent-record.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { OldPetition } from '../petitions/old-ledger.ts';
import { isInterested } from '../petitions/suggest.ts';
import { workdayFrom } from './calendar.ts';
import { differentPeople, type Person, written } from './dispute-parties.ts';
import { divisionsIn, unitsText } from './divisions.ts';
import { STORIES, type Story, type Way } from './petition-stories.ts';
import { pick, randomFrom } from './random.ts';
import type { Team } from './team.ts';
import { villagesAmong } from './villages.ts';

const AUTHORITY_SHARE = 0.8;

/** A petition with the way it proceeds by single commands. */
export interface PetitionOnItsWay {
  readonly row: OldPetition;
  readonly way: Way;
}

/** The petitions of the old ledger, those entered by hand, and those of the old ledger that continue by hand. */
interface Petitions {
  readonly petitions: readonly OldPetition[];
  readonly handPetitions: readonly PetitionOnItsWay[];
  readonly openPetitions: readonly PetitionOnItsWay[];
}

/** The petitions that were lodged with these units, carried by the units' agents, for people of these teams' households. */
export function petitionsOf(agents: ReadonlyMap<string, readonly AgentRow[]>, teams: readonly Team[]): Petitions {
  const all = petitionRows(agents, teams);
  const onTheirWay = all.flatMap(({ row, way }) => (way ? [{ row, way }] : []));
  const isOpen = ({ row }: { readonly row: OldPetition }) => row.status === 'accepted';
  return {
    petitions: all.filter(petition => !petition.way || isOpen(petition)).map(({ row }) => row),
    handPetitions: onTheirWay.filter(petition => !isOpen(petition)),
    openPetitions: onTheirWay.filter(isOpen),
  };
}

function petitionRows(
  agents: ReadonlyMap<string, readonly AgentRow[]>,
  teams: readonly Team[],
): { row: OldPetition; way: Way | undefined }[] {
  const villages = villagesAmong(divisionsIn(unitsText('banner')));
  const teamAt = new Map(teams.map(team => [team.village.code, team]));
  return STORIES.filter(({ unit }) => agents.has(unit)).map(story => {
    const random = randomFrom(`petition ${numberOf(story.repeats ?? story)}`);
    const below = villages.filter(({ code }) => code.startsWith(story.unit));
    const people = differentPeople(random, story.representatives ?? 1, pick(random, below), teamAt.get(story.unit));
    const authorised = random() < AUTHORITY_SHARE;
    const row = {
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
      ...fateOf(story, agentFor(story, people, agents.get(story.unit) ?? []), authorised),
    };
    return { row, way: story.way };
  });
}

/** The unit's agents take turns; an agent who is the petitioner is left out. */
function agentFor(story: Story, people: readonly Person[], agents: readonly AgentRow[]): string {
  const able = agents.filter(({ name, phone = '' }) => !isInterested({ name, phone }, people));
  return able[serialOf(story) % able.length]?.code ?? '';
}

function serialOf(story: Story): number {
  return STORIES.indexOf(story) + 1;
}

function numberOf(story: Story): string {
  return `XF-2023-${String(serialOf(story)).padStart(3, '0')}`;
}

type Fate = Pick<
  OldPetition,
  'status' | 'agent_code' | 'authority_on' | 'accepted_on' | 'concluded_on' | 'outcome' | 'rating' | 'closed_on'
>;

function fateOf(story: Story, agent: string, authorised: boolean): Fate {
  const [accepted = story.on, concluded, closed] = daysOf(story);
  if (story.declined) return { status: 'declined', accepted_on: accepted };
  const open: Fate = {
    status: 'accepted',
    agent_code: agent,
    authority_on: authorised ? accepted : null,
    accepted_on: accepted,
  };
  if (!concluded) return open;
  const { outcome = 'support', rating = 'satisfied' } = story;
  const status = closed ? 'closed' : 'concluded';
  return { ...open, status, concluded_on: concluded, outcome, rating, closed_on: closed ?? null };
}

/** The days of acceptance, reply and closing, on which offices are open. */
function daysOf({ on, days }: Story): Day[] {
  const found: Day[] = [];
  for (const gap of days) found.push(workdayFrom(addDays(found.at(-1) ?? on, gap), 1));
  return found;
}
