import type { OldDispute } from '../../disputes/old-ledger.ts';
import type { ExpertRow } from '../../experts/expert.ts';
import { addDays, type Day, dayNumber } from '../../kernel/day.ts';
import type { PostRow } from '../../sites/post.ts';
import { CAMPAIGN, workdayFrom } from '../calendar.ts';
import type { HandDispute } from '../disputes.ts';
import { BANNER } from '../divisions.ts';
import { pick, type Random, randomFrom } from '../random.ts';
import { commandsOf, registering } from './dispute-commands.ts';
import { type Entry, given } from './entry.ts';
import { agreed, contentOf, failed, mediatorAt } from './sessions.ts';

/** People whom the entries name. */
export interface People {
  readonly posts: readonly PostRow[];
  readonly experts: readonly ExpertRow[];
}

/** Every fourth village dispute is first mediated at a party's home, so that not every dispute took a single trip. */
const AT_HOME_EVERY = 4;
const SATISFIED = ['satisfied', 'satisfied', 'satisfied', 'basically'];

/** All entries of a dispute that no file holds, under the number that it will get. */
export function disputeLife(dispute: HandDispute, number: string, people: People): Entry[] {
  const { row } = dispute;
  const random = randomFrom(`acts ${row.old_number}`);
  const course = { simple: inVillage, complex: inTownship, major: inBanner }[row.grade];
  return [...course(dispute, number, people, random), ...endingOf(row, number, random)];
}

type Course = (dispute: HandDispute, number: string, people: People, random: Random) => Entry[];

/** Decides between variants of a course, the same at every scale. */
const serialOf = ({ old_number }: OldDispute) => Number(old_number.slice(-4));

/** The working day that lies a given share of the way from registration to settlement. */
function dayAt({ registered_on, settled_on }: OldDispute, share: number): Day {
  const span = dayNumber(settled_on ?? registered_on) - dayNumber(registered_on);
  return workdayFrom(addDays(registered_on, Math.floor(span * share)), -1);
}

/** A simple dispute is settled in the village. */
const inVillage: Course = (dispute, number, { posts }, random) => {
  const { row } = dispute;
  const { mediate } = commandsOf(number);
  const mediator = mediatorAt(posts, row.unit_code);
  const twice = serialOf(row) % AT_HOME_EVERY === AT_HOME_EVERY - 1;
  const last = row.settled_on ?? row.registered_on;
  return [
    registering(dispute, 'simple'),
    ...(twice ? [mediate(row.registered_on, mediator, 'failed', failed(random), 'home')] : []),
    mediate(last, mediator, 'agreed', agreed(random), 'village', true),
  ];
};

/** A complex dispute is offered to the township at once; every second one the village has tried to mediate first. */
const inTownship: Course = (dispute, number, people, random) => {
  const { row } = dispute;
  const { mediate, accept } = commandsOf(number);
  const station = mediatorAt(people.posts, row.unit_code.slice(0, 9));
  const tried = mediate(
    row.registered_on,
    mediatorAt(people.posts, row.unit_code),
    'failed',
    failed(random),
    'village',
  );
  return [
    registering(dispute, 'complex'),
    ...(serialOf(row) % 2 === 0 ? [tried] : []),
    accept(dayAt(row, 0.2)),
    ...invited(row, number, dayAt(row, 0.3), dayAt(row, 0.5), people),
    mediate(row.settled_on ?? '', station, 'agreed', agreed(random), 'station', true),
  ];
};

/** A major dispute goes from the village to the township and on to the banner after failed sessions; its number stays the same. */
const inBanner: Course = (dispute, number, people, random) => {
  const { row } = dispute;
  const { mediate, accept, regrade, escalate } = commandsOf(number);
  const [village, township] = [row.unit_code, row.unit_code.slice(0, 9)];
  const [first, second] = [dayAt(row, 0.2), dayAt(row, 0.4)];
  return [
    registering(dispute, 'simple'),
    mediate(row.registered_on, mediatorAt(people.posts, village), 'failed', failed(random), 'village'),
    regrade(first, 'complex', '案情复杂，村里调解没有谈拢'),
    escalate(first, '超出村级调解能力'),
    accept(first, '--at', township),
    mediate(second, mediatorAt(people.posts, township), 'failed', failed(random), 'station'),
    regrade(second, 'major', '需要旗里的部门和专家到场'),
    escalate(second, '涉及旗直部门职权'),
    accept(dayAt(row, 0.5), '--at', BANNER.code),
    ...invited(row, number, dayAt(row, 0.6), dayAt(row, 0.8), people),
    mediate(row.settled_on ?? '', mediatorAt(people.posts, BANNER.code), 'agreed', agreed(random), 'centre', true),
  ];
};

/** An expert of the dispute's category attends, in every second dispute after another expert has declined. */
function invited(row: OldDispute, number: string, on: Day, answered: Day, { experts }: People): Entry[] {
  const { invite, answer } = commandsOf(number);
  const [first, second] = experts.filter(expert => expert.specialties.split(';').includes(row.category));
  if (!first) return [];
  const note = '请到场说明政策、提出意见';
  if (!second || serialOf(row) % 2 === 0)
    return [invite(on, first.code, note), answer(answered, first.code, 'accepted', '按时到场')];
  return [
    invite(on, first.code, note),
    answer(on, first.code, 'declined', '当天有会'),
    invite(on, second.code, note),
    answer(answered, second.code, 'accepted', '按时到场'),
  ];
}

/** The agreement and what followed; only simple disputes are settled orally. */
function endingOf(row: OldDispute, number: string, random: Random): Entry[] {
  const { settle, sign, perform, followUp, close } = commandsOf(number);
  const { settled_on, closed_on, grade, status } = row;
  const on = settled_on ?? '';
  const written = grade !== 'simple';
  const done = workdayFrom(addDays(on, 7), -1);
  const heard = closed_on ?? (done > CAMPAIGN.to ? CAMPAIGN.to : done);
  return [
    settle(
      on,
      ...['--form', written ? 'written' : 'oral', '--content', contentOf(random, grade)],
      ...given('--amount', row.amount),
      ...(row.prevented_crime === 'yes' ? ['--prevented-crime'] : []),
    ),
    ...(written ? [sign(on)] : []),
    ...(status === 'settled' ? [] : [perform(heard), followUp(heard, pick(random, SATISFIED))]),
    ...(closed_on ? [close(closed_on)] : []),
  ];
}
