import { addDays, type Day } from '../../kernel/day.ts';
import { workdayFrom } from '../calendar.ts';
import type { Dataset } from '../dataset.ts';
import type { Petition, Way } from '../petitions.ts';
import { numbering } from './case-numbers.ts';
import { type Entry, entry, type Options } from './entry.ts';
import { headOf } from './officials.ts';

type Data = Pick<Dataset, 'petitions' | 'handPetitions' | 'posts' | 'agents'>;

/** The petitions that no file holds, and the further moves of open petitions. */
export function petitionEntries({ petitions, handPetitions, ...people }: Data): Entry[] {
  const numberOf = numbering(petitions, ({ repeat_of }) => Boolean(repeat_of), handPetitions, 'P');
  const handled = (row: Petition) => handledAs(numberOf(row), row, people);
  return [
    ...handPetitions.flatMap(row => {
      const petition = handled(row);
      return [
        lodged(row),
        petition.move('accept', row.accepted_on ?? row.registered_on),
        ...onItsWay(petition),
        ...answered(petition),
      ];
    }),
    ...petitions.flatMap(row => onItsWay(handled(row))),
  ];
}

/** The department that a category of petitions belongs to; some have none among the ten. */
const DEPARTMENT_OF: Readonly<Record<string, string>> = {
  '01': 'NMJ',
  '02': 'ZRJ',
  '03': 'ZJJ',
  '04': 'RSJ',
  '07': 'MZJ',
};

/** A petition under its number, with what is entered about it. */
function handledAs(number: string, row: Petition, { posts, agents }: Pick<Data, 'posts' | 'agents'>) {
  const move = (verb: string, on: Day, options: Options = {}) => entry(['petition', verb, number], { ...options, on });
  /** The first working day that many days after acceptance. */
  const later = (days: number) => workdayFrom(addDays(row.accepted_on ?? row.registered_on, days), 1);
  const department = DEPARTMENT_OF[row.category];
  // An open petition of the file has its agent already, and no report yet.
  const isOpen = row.status === 'accepted';
  const agent = agents.find(({ code }) => code === row.agent_code)?.name ?? '';
  return {
    row,
    move,
    later,
    department,
    /** A conference assigns the petition to an agent and may route a task to a department. */
    confer: (decision: string, task: Options = {}) =>
      move('confer', later(1), {
        attendees: [...new Set([headOf(posts, row.unit_code), agent])],
        analysis: '诉求基本属实，按职责分级办理',
        decision,
        agent: isOpen ? null : row.agent_code,
        ...task,
      }),
    /** The department accepts its task, tells the petitioners, and reports once it is done. */
    handledThere: () =>
      department
        ? [
            move('accept', later(5), { department }),
            move('notice', later(6), { kind: 'acceptance', how: 'message', department }),
            ...(isOpen ? [] : [move('report', later(9), { department, answer: '已核实并落实到位' })]),
          ]
        : [],
  };
}

type Handled = ReturnType<typeof handledAs>;

function lodged(row: Petition): Entry {
  return entry(['petition', 'lodge'], {
    unit: row.unit_code,
    channel: row.channel,
    kind: row.kind,
    category: row.category,
    demand: row.demand,
    people: row.people,
    petitioner: row.petitioner.split(';'),
    authority: row.authority_on && row.registered_on,
    on: row.registered_on,
  });
}

function onItsWay(petition: Handled): Entry[] {
  const { way } = petition.row;
  return way ? WAYS[way](petition) : [];
}

const WAYS: Readonly<Record<Way, (petition: Handled) => Entry[]>> = {
  routed: ({ later, department, confer, handledThere }) => [
    confer('分流到责任部门办理，由代办员跟进', { department, due: later(30) }),
    ...handledThere(),
  ],
  raised: ({ row, move, later, department, confer, handledThere }) => [
    confer('超出村级职权，上报乡镇'),
    move('escalate', later(2), { reason: '超出村级职权' }),
    move('accept', later(3), { at: row.unit_code.slice(0, 9) }),
    move('notice', later(3), { kind: 'acceptance', how: 'in-person' }),
    move('route', later(4), { department, due: later(40) }),
    ...handledThere(),
  ],
  returned: ({ move, later, confer }) => [
    confer('先请乡镇研究'),
    move('escalate', later(2), { reason: '请乡镇研究是否统一办理' }),
    move('return', later(6), { reason: '属村（社区）可以办理的事项，乡镇给予指导，不宜上收' }),
  ],
};

function answered({ row, move }: Handled): Entry[] {
  const { concluded_on: on, outcome, rating, closed_on } = row;
  if (!on) return [];
  return [
    move('conclude', on, { outcome, reply: '已按诉求办理，结果当面告知' }),
    move('notice', on, { kind: 'opinion', how: 'in-person' }),
    ...(rating ? [move('rate', on, { satisfaction: rating })] : []),
    ...(closed_on ? [move('close', closed_on, { waived: true })] : []),
  ];
}
