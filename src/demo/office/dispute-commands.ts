import type { OldDispute } from '../../disputes/old-ledger.ts';
import type { Day } from '../../kernel/day.ts';
import type { HandDispute } from '../disputes.ts';
import { type Entry, given } from './entry.ts';
import { type Place, placeText } from './sessions.ts';

type Words = readonly string[];

/** The commands on a dispute, each with its number and day. */
export function commandsOf(number: string) {
  const move =
    (name: string) =>
    (on: Day, ...words: Words): Entry => ['dispute', name, number, ...words, '--on', on];
  const mediate = (
    on: Day,
    mediator: string,
    outcome: string,
    record: string,
    place: Place,
    rightsNotified?: boolean,
  ): Entry =>
    move('mediate')(
      on,
      ...['--mediator', mediator, '--outcome', outcome, '--record', record, '--place', placeText(place)],
      ...given('--rights-notified', rightsNotified ? on : undefined),
    );
  return {
    mediate,
    accept: move('accept'),
    regrade: (on: Day, grade: string, reason: string) => move('regrade')(on, '--grade', grade, '--reason', reason),
    escalate: (on: Day, reason: string) => move('escalate')(on, '--reason', reason),
    invite: (on: Day, expert: string, note: string) => move('invite')(on, '--expert', expert, '--note', note),
    answer: (on: Day, expert: string, answer: string, note: string) =>
      move('answer')(on, '--expert', expert, '--answer', answer, '--note', note),
    settle: move('settle'),
    sign: (on: Day) => move('sign')(on, '--parties', on, '--mediator', on, '--committee', on),
    perform: (on: Day) => move('perform')(on, '--extent', 'full'),
    followUp: (on: Day, satisfaction: string) => move('follow-up')(on, '--satisfaction', satisfaction),
    close: move('close'),
  };
}

/** Registering a dispute that was found in a visit; the household that was visited is the first applicant. */
export function registering({ row, found }: HandDispute, grade: OldDispute['grade']): Entry {
  const [first = '', ...others] = (row.applicant ?? '').split(';');
  const visited = `${first.includes('=') ? first : `name=${first}`},household=${found.household}`;
  return [
    ...['dispute', 'register', '--unit', row.unit_code, '--grade', grade, '--category', row.category],
    ...['--title', row.title, '--facts', row.facts ?? '', '--place', row.place ?? '', '--people', String(row.people)],
    ...['--applicant', visited, ...others, '--respondent', row.respondent ?? '', '--source', row.source ?? ''],
    ...given('--amount', row.amount),
    ...given('--risk', row.risk),
    ...['--visit', found, '--on', row.registered_on],
  ];
}
