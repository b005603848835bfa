import { addDays, type Day } from '../../kernel/day.ts';
import type { OldPetition } from '../../petitions/old-ledger.ts';
import { workdayFrom } from '../calendar.ts';
import type { Way } from '../petition-stories.ts';
import type { PetitionOnItsWay } from '../petitions.ts';
import { type Entry, given } from './entry.ts';

/** The department that a category of petitions belongs to; some have none among the ten. */
const DEPARTMENT_OF: Readonly<Record<string, string>> = {
  '01': 'NMJ',
  '02': 'ZRJ',
  '03': 'ZJJ',
  '04': 'RSJ',
  '07': 'MZJ',
};

/** All entries of a petition that no file holds, under the number that it will get. */
export function petitionLife({ row, way }: PetitionOnItsWay, number: string, attendees: readonly string[]): Entry[] {
  const { accepted_on, concluded_on } = row;
  return [
    lodging(row),
    entry('accept', number, accepted_on ?? row.registered_on),
    ...WAYS[way]({ row, number, agent: row.agent_code, attendees }),
    ...(concluded_on ? answering(row, number, concluded_on) : []),
  ];
}

/** The further entries of a petition of the file that is accepted and has its agent. */
export function openPetitionEntries(
  { row, way }: PetitionOnItsWay,
  number: string,
  attendees: readonly string[],
): Entry[] {
  return WAYS[way]({ row, number, agent: undefined, attendees });
}

function entry(name: string, number: string, on: Day, ...words: readonly string[]): Entry {
  return ['petition', name, number, ...words, '--on', on];
}

function lodging(row: OldPetition): Entry {
  return [
    ...['petition', 'lodge', '--unit', row.unit_code, '--channel', row.channel, '--kind', row.kind],
    ...['--category', row.category, '--demand', row.demand, '--people', String(row.people)],
    ...['--petitioner', ...(row.petitioner ?? '').split(';')],
    ...given('--authority', row.authority_on && row.registered_on),
    ...['--on', row.registered_on],
  ];
}

/** The first working day that many days after acceptance. */
const later = ({ accepted_on, registered_on }: OldPetition, days: number): Day =>
  workdayFrom(addDays(accepted_on ?? registered_on, days), 1);

/** A petition under its number, the agent whom the conference assigns, and the people who attend it. */
interface Handled {
  readonly row: OldPetition;
  readonly number: string;
  readonly agent: string | undefined;
  readonly attendees: readonly string[];
}

/** A conference assigns the petition to an agent and routes a task to a department. */
function confer({ row, number, agent, attendees }: Handled, decision: string, ...task: readonly string[]): Entry {
  const attended = ['--attendees', ...attendees, '--analysis', '诉求基本属实，按职责分级办理'];
  return entry(
    'confer',
    number,
    later(row, 1),
    ...attended,
    '--decision',
    decision,
    ...given('--agent', agent),
    ...task,
  );
}

const WAYS: Readonly<Record<Way, (handled: Handled) => Entry[]>> = {
  routed: handled => {
    const { row, number } = handled;
    const department = DEPARTMENT_OF[row.category];
    const due = later(row, 30);
    const task = [...given('--department', department), ...given('--due', due)];
    return [
      confer(handled, '分流到责任部门办理，由代办员跟进', ...task),
      ...reported(row, number, row.status === 'accepted' ? undefined : department, 9),
    ];
  },
  raised: ({ row, number, ...others }) => [
    confer({ row, number, ...others }, '超出村级职权，上报乡镇'),
    entry('escalate', number, later(row, 2), '--reason', '超出村级职权'),
    entry('accept', number, later(row, 3), '--at', row.unit_code.slice(0, 9)),
    entry('route', number, later(row, 4), '--department', DEPARTMENT_OF[row.category] ?? '', '--due', later(row, 40)),
    ...reported(row, number, DEPARTMENT_OF[row.category], 9),
  ],
  returned: ({ row, number, ...others }) => [
    confer({ row, number, ...others }, '先请乡镇研究'),
    entry('escalate', number, later(row, 2), '--reason', '请乡镇研究是否统一办理'),
    entry('return', number, later(row, 6), '--reason', '属村（社区）可以办理的事项，乡镇给予指导，不宜上收'),
  ],
};

function reported(row: OldPetition, number: string, department: string | undefined, days: number): Entry[] {
  if (!department) return [];
  return [entry('report', number, later(row, days), '--department', department, '--answer', '已核实并落实到位')];
}

function answering(row: OldPetition, number: string, on: Day): Entry[] {
  const { outcome, rating, closed_on } = row;
  return [
    entry('conclude', number, on, '--outcome', outcome ?? 'support', '--reply', '已按诉求办理，结果当面告知'),
    entry('notify', number, on, '--how', '当面送达'),
    ...(rating ? [entry('rate', number, on, '--satisfaction', rating)] : []),
    ...(closed_on ? [entry('close', number, closed_on, '--waived')] : []),
  ];
}
