import { hasTeam } from '../../units/level.ts';
import type { UnitTerm } from '../../units/tree.ts';
import { MAIN_TASKS } from '../../visits/domain.ts';
import type { MainTask, SiteFact, Vacancy } from './facts.ts';
import { type Gap, gap } from './gap.ts';
import { addMainTask, addPost, type Fresh, nameLeader, nameMainTask, tellAgency } from './next-step.ts';

type FreshCode = (prefix: string) => Fresh;

/** An establishment is filled by posts of its own (专编专岗, S-05): each that has room is named with what is free. */
export function vacancyGaps(
  unit: UnitTerm,
  { sites, vacancies }: { readonly sites: readonly SiteFact[]; readonly vacancies: readonly Vacancy[] },
  fresh: FreshCode,
): Gap[] {
  const own = sites.filter(site => site.unit_id === unit.unit_id).map(({ code }) => code);
  return vacancies
    .filter(({ site_code, vacant }) => vacant > 0 && own.includes(site_code))
    .map(({ code, site_code, seats, filled, vacant }) => {
      const zh = `编制 ${code} 空缺 ${vacant}（编制 ${seats}、已用 ${filled}）`;
      const en = `the establishment ${code} has ${vacant} vacant of ${seats}, ${filled} filled`;
      return gap('vacancy', unit, zh, en, addPost(site_code, code, fresh(`${site_code}-P`)));
    });
}

/** A main task that the office still has to name: its name says so. */
const UNNAMED = /待录入|to be entered/;

/** The campaign has three main tasks, which the published article does not name (S-20): the office enters them. */
export function mainTaskGaps(banner: UnitTerm, tasks: readonly MainTask[]): Gap[] {
  const unnamed = tasks
    .filter(({ name_zh }) => UNNAMED.test(name_zh))
    .map(({ code }) =>
      gap('tasks', banner, `主要任务 ${code} 没有名称`, `the main task ${code} has no name`, nameMainTask(code)),
    );
  if (tasks.length >= MAIN_TASKS) return unnamed;
  const zh = `三项主要任务只录入 ${tasks.length} 项`;
  return [
    ...unnamed,
    gap('tasks', banner, zh, `${tasks.length} of three main tasks entered`, addMainTask(tasks.length + 1)),
  ];
}

/** Each service team has a leader (S-25). */
export function leaderGaps(unit: UnitTerm, leaderless: ReadonlySet<number>): Gap[] {
  if (!leaderless.has(unit.unit_id)) return [];
  return [gap('leader', unit, '服务队没有队长', 'the service team has no leader', nameLeader(unit))];
}

/** Everybody is told that petitions can be carried by an agent, free of charge (S-36): in each village and community. */
export function agencyGaps(unit: UnitTerm, told: ReadonlySet<number>, fresh: FreshCode): Gap[] {
  if (!hasTeam(unit.level) || told.has(unit.unit_id)) return [];
  const command = tellAgency(unit, fresh(`${unit.code}-P`));
  return [gap('agency', unit, '没有宣传过信访代办', 'never told about the petition agency', command)];
}
