import type { Grade } from '../../disputes/dispute.ts';
import type { OldDispute } from '../../disputes/old-ledger.ts';
import { addDays, type Day, dayNumber } from '../../kernel/day.ts';
import { CAMPAIGN, workdayFrom } from '../calendar.ts';
import type { Dataset } from '../dataset.ts';
import { BANNER } from '../divisions.ts';
import { phrases } from '../phrases.ts';
import { pick, randomFrom } from '../random.ts';
import { numbering } from './case-numbers.ts';
import { mediationRoom, windowFor } from './centre.ts';
import { type Entry, entry, type KnownVisit, type Options } from './entry.ts';
import { mediatorAt } from './officials.ts';

type Data = Pick<Dataset, 'disputes' | 'handDisputes' | 'posts' | 'experts'>;

/** The disputes that no file holds, and the sessions of hard disputes that are still open. */
export function disputeEntries({ disputes, handDisputes, posts, experts }: Data): Entry[] {
  const byHand = handDisputes.map(({ row }) => row);
  const numberOf = numbering(disputes, ({ merged_into }) => Boolean(merged_into), byHand);
  const handled = (row: OldDispute) => handledAs(numberOf(row), row, posts, experts);
  const open = disputes.filter(({ status, grade }) => status === 'mediating' && grade !== 'simple');
  return [
    ...handDisputes.flatMap(({ row, found }) => {
      const dispute = handled(row);
      return [registered(row, found), ...COURSES[row.grade](dispute), ...ending(dispute)];
    }),
    ...open.flatMap(row => openCourse(handled(row))),
  ];
}

/** Where a session is held: in the village's own place, or in the room of the station or the centre. */
function placeOf(unit: string): Options {
  return unit.length > 9 ? { place: '村级党群服务中心' } : { room: mediationRoom(unit) };
}

/** A dispute under its number, with what is entered about it. */
function handledAs(number: string, row: OldDispute, posts: Data['posts'], experts: Data['experts']) {
  const random = randomFrom(`acts ${row.old_number}`);
  const move = (verb: string, on: Day, options: Options = {}) => entry(['dispute', verb, number], { ...options, on });
  return {
    row,
    random,
    unit: row.unit_code,
    township: row.unit_code.slice(0, 9),
    /** Decides between variants of a course, the same at every scale. */
    serial: Number(row.old_number.slice(-4)),
    /** The experts of its category. */
    able: experts.filter(expert => expert.specialties.split(';').includes(row.category)),
    move,
    mediate: (on: Day, unit: string, outcome: 'failed' | 'agreed' | 'unfinished', place: Options = placeOf(unit)) =>
      move('mediate', on, {
        mediator: mediatorAt(posts, unit),
        outcome,
        record: pick(random, phrases('session', outcome)),
        ...place,
        'rights-notified': outcome === 'failed' ? null : on,
      }),
  };
}

type Handled = ReturnType<typeof handledAs>;

/** Registering a dispute that was found in a visit; the household that was visited is the first applicant. */
function registered(row: OldDispute, visit: KnownVisit): Entry {
  const [first = '', ...others] = (row.applicant ?? '').split(';');
  const visited = `${first.includes('=') ? first : `name=${first}`},household=${visit.household}`;
  return entry(['dispute', 'register'], {
    unit: row.unit_code,
    // The village does not know yet what is major.
    grade: row.grade === 'major' ? 'simple' : row.grade,
    category: row.category,
    title: row.title,
    facts: row.facts,
    place: row.place,
    people: row.people,
    applicant: [visited, ...others],
    respondent: row.respondent,
    source: row.source,
    amount: row.amount,
    risk: row.risk,
    visit,
    on: row.registered_on,
  });
}

const COURSES: Readonly<Record<Grade, (dispute: Handled) => Entry[]>> = {
  simple: inVillage,
  complex: inTownship,
  major: inBanner,
};

/** A simple dispute is settled in the village, every fourth after a session at a party's home: not each took a single trip. */
function inVillage({ row, serial, unit, mediate }: Handled): Entry[] {
  return [
    ...(serial % 4 === 3 ? [mediate(row.registered_on, unit, 'failed', { place: '当事人家中' })] : []),
    mediate(row.settled_on ?? row.registered_on, unit, 'agreed'),
  ];
}

/** A complex dispute is offered to the township at once; every second one the village has tried to mediate first. */
function inTownship(dispute: Handled): Entry[] {
  const { row, serial, unit, township, move, mediate } = dispute;
  const tried = mediate(row.registered_on, unit, 'failed');
  return [
    ...(serial % 2 === 0 ? [tried] : []),
    move('accept', dayAt(row, 0.2)),
    ...invited(dispute, dayAt(row, 0.3), dayAt(row, 0.5)),
    mediate(row.settled_on ?? '', township, 'agreed'),
  ];
}

/** A major dispute goes from the village to the township and on to the banner after failed sessions; its number stays the same. */
function inBanner(dispute: Handled): Entry[] {
  const { row, unit, township, move, mediate } = dispute;
  const [first, second] = [dayAt(row, 0.2), dayAt(row, 0.4)];
  return [
    mediate(row.registered_on, unit, 'failed'),
    move('regrade', first, { grade: 'complex', reason: '案情复杂，村里调解没有谈拢' }),
    move('escalate', first, { reason: '超出村级调解能力' }),
    move('accept', first, { at: township }),
    mediate(second, township, 'failed'),
    move('regrade', second, { grade: 'major', reason: '需要旗里的部门和专家到场' }),
    move('escalate', second, { reason: '涉及旗直部门职权' }),
    move('accept', dayAt(row, 0.5), { at: BANNER.code }),
    ...invited(dispute, dayAt(row, 0.6), dayAt(row, 0.8)),
    mediate(row.settled_on ?? '', BANNER.code, 'agreed'),
  ];
}

/** The working day that lies a given share of the way from registration to settlement. */
function dayAt({ registered_on, settled_on }: OldDispute, share: number): Day {
  const span = dayNumber(settled_on ?? registered_on) - dayNumber(registered_on);
  return workdayFrom(addDays(registered_on, Math.floor(span * share)), -1);
}

/** An expert of the dispute's category attends, in every second dispute after another expert has declined. */
function invited({ able: [first, second], serial, move }: Handled, on: Day, answered: Day): Entry[] {
  if (!first) return [];
  const invite = (expert: string) => move('invite', on, { expert, consented: true, note: '请到场说明政策、提出意见' });
  const accepts = (expert: string) => move('answer', answered, { expert, answer: 'accepted', note: '按时到场' });
  if (!second || serial % 2 === 0) return [invite(first.code), accepts(first.code)];
  const declined = move('answer', on, { expert: first.code, answer: 'declined', note: '当天有会' });
  return [invite(first.code), declined, invite(second.code), accepts(second.code)];
}

/** The agreement and what followed; only simple disputes are settled orally. */
function ending({ row, random, move }: Handled): Entry[] {
  const { settled_on, closed_on, grade, status, agreement: content } = row;
  const on = settled_on ?? '';
  const isWritten = grade !== 'simple';
  const done = workdayFrom(addDays(on, 7), -1);
  const heard = closed_on ?? (done > CAMPAIGN.to ? CAMPAIGN.to : done);
  const agreement = {
    form: isWritten ? 'written' : 'oral',
    content,
    amount: row.amount,
    'prevented-crime': row.prevented_crime === 'yes' || null,
  };
  return [
    move('settle', on, agreement),
    ...(isWritten ? [move('sign', on, { parties: on, mediator: on, committee: on })] : []),
    ...(status === 'settled'
      ? []
      : [
          move('perform', heard, { extent: 'full' }),
          move('follow-up', heard, { satisfaction: pick(random, SATISFIED) }),
        ]),
    ...(closed_on ? [move('close', closed_on)] : []),
  ];
}

const SATISFIED = ['satisfied', 'satisfied', 'satisfied', 'basically'];

/** A hard dispute of the old ledger that is still being mediated has a session, and an expert is invited; every second answers. */
function openCourse({ row, serial, township, able, move, mediate }: Handled): Entry[] {
  const first = workdayFrom(addDays(row.registered_on, 8), 1);
  const asked = workdayFrom(addDays(first, 3), 1);
  const answered = workdayFrom(addDays(asked, 2), 1);
  return [
    // A major dispute of the old ledger begins at the window for its category.
    row.grade === 'major'
      ? mediate(first, BANNER.code, 'unfinished', { window: windowFor(row.category) })
      : mediate(first, township, 'unfinished'),
    ...able
      .slice(0, 1)
      .map(({ code: expert }) => move('invite', asked, { expert, consented: true, note: '请实地查看并提出意见' })),
    ...able
      .slice(0, serial % 2)
      .map(({ code: expert }) => move('answer', answered, { expert, answer: 'declined', note: '近期在外培训' })),
  ];
}
