import { type Problem, problem } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { STEPS, type Step } from './step.ts';

/** The numbers of a vote: who was to come, who came, how they voted. */
export interface Votes {
  readonly voters: number | null;
  readonly present: number | null;
  readonly votes_for: number | null;
  readonly votes_against: number | null;
  readonly abstained: number | null;
}

const NUMBERS = ['voters', 'present', 'votes_for', 'votes_against', 'abstained'] as const;

/** Only a vote has numbers, and it has at least those in favour; no more vote than are present, no more come than may. */
export function voteProblems(step: Step, votes: Votes): Problem[] {
  const wrong = (column: keyof Votes, zh: string, en: string) => [problem(column, votes[column], { zh, en })];
  if (step !== 'vote') {
    const given = NUMBERS.find(column => votes[column] !== null);
    return given ? wrong(given, '只有表决才写人数', 'belongs to a vote only') : [];
  }
  const { voters, present, votes_for, votes_against, abstained } = votes;
  if (votes_for === null) return wrong('votes_for', '表决要写赞成人数', 'must be given for a vote');
  const cast = votes_for + (votes_against ?? 0) + (abstained ?? 0);
  if (present !== null && cast > present)
    return wrong('present', `少于投票的 ${cast} 人`, `is less than the ${cast} who voted`);
  if (voters !== null && (present ?? cast) > voters)
    return wrong('voters', `少于到会的 ${present ?? cast} 人`, `is less than the ${present ?? cast} who came`);
  return [];
}

/** Rules are adopted by more votes than there are against them (村民委员会组织法 Art. 27: the villagers' meeting makes them). */
export function isCarried({ votes_for, votes_against }: Pick<Votes, 'votes_for' | 'votes_against'>): boolean {
  return (votes_for ?? 0) > (votes_against ?? 0);
}

/** A step of an edition, with its day. */
export interface Taken {
  readonly step: Step;
  readonly done_on: Day;
}

/** The rule that an edition became, where it is entered. */
export interface Adopted {
  readonly code: string;
  readonly adopted_on: Day;
}

const ORDER = Object.keys(STEPS) as Step[];

/** The steps of an edition follow one another, each but the vote is taken once, and the vote that carries it adopts it. */
export function orderProblems(
  { step, done_on, ...votes }: Taken & Pick<Votes, 'votes_for' | 'votes_against'>,
  others: readonly Taken[],
  rule: Adopted | undefined,
): Problem[] {
  const wrong = (column: string, zh: string, en: string) => [
    problem(column, column === 'step' ? step : done_on, { zh, en }),
  ];
  if (step !== 'vote' && others.some(other => other.step === step))
    return wrong('step', `这一版已经登记过${STEPS[step].zh}`, `is entered already for this version`);
  const place = ORDER.indexOf(step);
  const late = others.find(other => ORDER.indexOf(other.step) < place && other.done_on > done_on);
  if (late)
    return wrong(
      'done_on',
      `早于 ${late.done_on} 的${STEPS[late.step].zh}`,
      `is before the ${STEPS[late.step].en} on ${late.done_on}`,
    );
  const early = others.find(other => ORDER.indexOf(other.step) > place && other.done_on < done_on);
  if (early)
    return wrong(
      'done_on',
      `晚于 ${early.done_on} 的${STEPS[early.step].zh}`,
      `is after the ${STEPS[early.step].en} on ${early.done_on}`,
    );
  const fault = ruleFault({ step, done_on }, isCarried(votes), rule);
  return fault ? wrong('done_on', fault.zh, fault.en) : [];
}

/** An edition is adopted on the day of its vote: it is drafted and discussed before, published after. */
function ruleFault({ step, done_on }: Taken, carried: boolean, rule: Adopted | undefined): Text | undefined {
  if (!rule)
    return step === 'publication'
      ? { zh: '这一版尚未通过', en: 'is the publication of what is not adopted' }
      : undefined;
  const { code, adopted_on } = rule;
  if (step === 'publication')
    return done_on < adopted_on
      ? { zh: `早于 ${code} 的通过日期 ${adopted_on}`, en: `is before ${code} was adopted on ${adopted_on}` }
      : undefined;
  if (done_on > adopted_on)
    return { zh: `晚于 ${code} 的通过日期 ${adopted_on}`, en: `is after ${code} was adopted on ${adopted_on}` };
  if (step !== 'vote' || carried) return undefined;
  return done_on === adopted_on
    ? {
        zh: `${code} 这一天已通过，而赞成不多于反对`,
        en: `is the day on which ${code} was adopted, but there are no more votes for than against`,
      }
    : undefined;
}

/** The step that an edition still lacks: before it is adopted, draft, discussion and vote; afterwards its publication. */
export function missingStep(taken: readonly Pick<Taken, 'step'>[], adopted: boolean): Step | undefined {
  const wanted: readonly Step[] = adopted ? ['publication'] : ['draft', 'discussion', 'vote'];
  return wanted.find(step => !taken.some(other => other.step === step));
}
