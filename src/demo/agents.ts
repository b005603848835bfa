import type { AgentRow } from '../agents/records.ts';
import { numbered } from './codes.ts';
import type { Division } from './divisions.ts';
import { personName, phoneNumber } from './names.ts';
import { randomFrom } from './random.ts';
import type { Team } from './team.ts';

/** How many petition agents a unit has, by its level: 771 in the whole banner. */
const AGENTS: Readonly<Record<string, number>> = { banner: 3, township: 2, village: 3, community: 3 };
/** Cadres with these duties live in the village and carry its people's petitions too. */
const ALSO_AGENTS = ['网格员', '人民调解员'];

/** The petition agents of the units, by the code of their unit. */
export function agentsOf(divisions: readonly Division[], teams: readonly Team[]): Map<string, AgentRow[]> {
  const teamAt = new Map(teams.map(team => [team.village.code, team]));
  const townships = new Map(divisions.map(({ code, name }) => [code, name]));
  return new Map(
    divisions.map(division => {
      const township = townships.get(division.code.slice(0, 9)) ?? '';
      return [division.code, agentsAt(division, township, teamAt.get(division.code))];
    }),
  );
}

function agentsAt({ code: unit, level }: Division, township: string, team: Team | undefined): AgentRow[] {
  const random = randomFrom(`agents ${unit}`);
  const cadre = team?.cadres.find(({ duty = '' }) => ALSO_AGENTS.includes(duty));
  const names = new Set<string>();
  return Array.from({ length: AGENTS[level] ?? 0 }, (_, index) => {
    const code = numbered(`${unit}-D`, index);
    if (cadre && index === 0) {
      names.add(cadre.name);
      return { code, unit_code: unit, name: cadre.name, phone: cadre.phone, cadre_code: cadre.code };
    }
    let name = personName(random, township);
    while (names.has(name)) name = personName(random, township);
    names.add(name);
    return { code, unit_code: unit, name, phone: phoneNumber(random), cadre_code: '' };
  });
}
