import type { AgentRow } from '../agents/records.ts';
import type { OldPetition } from '../petitions/old-ledger.ts';
import { isInterested } from '../petitions/suggest.ts';
import { dataFile, rowsIn } from './data-file.ts';
import { differentPeople, type Person, written } from './dispute-parties.ts';
import { divisionsIn, unitsText } from './divisions.ts';
import { windowOfPetition } from './office/centre.ts';
import { pick, randomFrom } from './random.ts';
import type { Team } from './team.ts';
import { villagesAmong } from './villages.ts';

/** How a petition proceeds that a clerk enters move by move: to a department, up to the next unit, or up and back again. */
export type Way = 'routed' | 'raised' | 'returned';

export type Petition = OldPetition & { readonly way?: Way };

/** A petition before its people are drawn: where and when it was lodged, what it demands, and how it ended. */
type Story = Omit<Petition, 'petitioner' | 'people'> & {
  readonly people: string;
  /** How many represent all of them. */
  readonly representatives: string;
};

/** Every petition of the banner, in the order of lodging: 29 agency cases concluded, 4 open, 4 declined. */
const STORIES = rowsIn<Story>(dataFile('petition-stories.csv'));

/**
 * The petitions that were lodged with these units, carried by the units' agents, for people of these teams' households. A
 * clerk enters by hand those that went some way; one of the file that is still open continues by hand.
 */
export function petitionsOf(agents: ReadonlyMap<string, readonly AgentRow[]>, teams: readonly Team[]) {
  const villages = villagesAmong(divisionsIn(unitsText('banner')));
  const teamAt = new Map(teams.map(team => [team.village.code, team]));
  const all = STORIES.filter(({ unit_code }) => agents.has(unit_code)).map((story): Petition => {
    const { representatives, ...row } = story;
    const random = randomFrom(`petition ${story.repeat_of ?? story.old_number}`);
    const below = villages.filter(({ code }) => code.startsWith(story.unit_code));
    const people = differentPeople(random, Number(representatives), pick(random, below), teamAt.get(story.unit_code));
    return {
      ...row,
      window: windowOfPetition(row),
      petitioner: people.map(written).join(';'),
      people: Number(story.people),
      ...(story.status === 'declined'
        ? {}
        : {
            agent_code: agentFor(story, people, agents.get(story.unit_code) ?? []),
            // With a letter of authority and an agent it is an agency case.
            authority_on: story.accepted_on,
          }),
    };
  });
  const isByHand = ({ way, status }: Petition) => way !== undefined && status !== 'accepted';
  return { petitions: all.filter(row => !isByHand(row)), handPetitions: all.filter(isByHand) };
}

/** The unit's agents take turns; an agent who is the petitioner is left out. */
function agentFor(story: Story, people: readonly Person[], agents: readonly AgentRow[]): string {
  const able = agents.filter(({ name, phone = '' }) => !isInterested({ name, phone }, people));
  return able[(STORIES.indexOf(story) + 1) % able.length]?.code ?? '';
}
