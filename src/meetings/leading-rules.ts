import { covers, type Day, type Span } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import { maskName } from '../kernel/mask.ts';
import { type Text, wordList } from '../kernel/text.ts';
import { KINDS, type MeetingKind } from './meeting.ts';

/** What somebody may be to a unit that holds meetings. */
const OFFICES = wordList({
  head: { zh: '乡镇主要领导（党委书记、乡镇长）', en: 'the township’s head (its party secretary or its mayor)' },
  linked: { zh: '包联处级领导', en: 'the leader who is linked with the township' },
  banner: { zh: '领导小组组长、副组长', en: 'the head or a deputy of the banner’s leading group' },
});

export type Office = keyof typeof OFFICES;

/**
 * Who chairs each kind: the township's head every half month, the linked leader every month (in whose presence the
 * township's head may chair), and for the banner committee its leading group (S-21, S-42 to S-44).
 */
const CHAIRED_BY: Readonly<Record<MeetingKind, readonly Office[]>> = {
  half_month: ['head'],
  month: ['linked', 'head'],
  quarter: ['banner'],
  leading_group: ['banner'],
};

/** The kind that a linked leader holds (包联处级领导每月调度, S-43). */
const LINKED_KIND: MeetingKind = 'month';

/** Somebody who holds an office for a time, by the code of the post or of the link. */
export interface Holder extends Span {
  readonly office: Office;
  readonly unit_id: number;
  readonly code: string;
  readonly name: string;
  readonly duty: string;
}

/** A meeting, as far as who leads it is concerned. */
export interface Led {
  readonly code: string;
  readonly kind: MeetingKind;
  readonly unit_id: number;
  readonly unit_code: string;
  readonly held_on: Day;
  readonly chair: string;
  readonly linked_leader: string;
}

/** Whether a post makes its holder a head of the township: the head of its station, the party secretary or the mayor (S-12). */
export function headsTownship({ role, duty_title }: { readonly role: string; readonly duty_title: string }): boolean {
  const duties = duty_title.replace(/[（(][^）)]*[）)]/g, '').split(/[、，,；;/兼\s]+/);
  return role === 'head' || duties.some(isHeadDuty);
}

/** A sumu's head is a 苏木达, that of a sub-district (街道) the director of its office. */
function isHeadDuty(duty: string): boolean {
  return /(党工?委书记|[乡镇]长|苏木达|办事处主任)$/.test(duty) && !duty.includes('副');
}

/** Names as minutes write them: 王　强 is 王强. */
function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.replace(/\s/g, '');
  return plain(one) === plain(other);
}

/** The people that a cell names: a township may be linked with several leaders, all of whom came. */
function peopleIn(cell: string): string[] {
  return cell.split(/[、，,；;]/).filter(name => name.trim() !== '');
}

/** Those who hold one of some offices at the unit of a meeting on its day. */
export function inOffice(
  { unit_id, held_on }: Pick<Led, 'unit_id' | 'held_on'>,
  offices: readonly Office[],
  holders: readonly Holder[],
): Holder[] {
  return holders.filter(
    holder => holder.unit_id === unit_id && offices.includes(holder.office) && covers(holder, held_on),
  );
}

/** What is wrong with who led a meeting: with its linked leader, or with its chair. */
export function leadingProblem(meeting: Led, holders: readonly Holder[]): Refusal | undefined {
  return linkedLeaderProblem(meeting, holders) ?? chairProblem(meeting, holders);
}

/** A monthly meeting has its linked leader (S-43); whoever a meeting names as such is linked with its township on that day. */
function linkedLeaderProblem(meeting: Led, holders: readonly Holder[]): Refusal | undefined {
  const { code, kind, held_on, unit_code, linked_leader } = meeting;
  if (linked_leader === '' && kind !== LINKED_KIND) return undefined;
  const linked = inOffice(meeting, ['linked'], holders);
  const named = peopleIn(linked_leader);
  if (named.length > 0 && named.every(one => linked.some(({ name }) => isSameName(name, one)))) return undefined;
  const fault =
    linked_leader === ''
      ? {
          zh: `${code} 没有写明包联领导：每月调度由包联处级领导召开`,
          en: `${code} names no linked leader: the monthly meeting is held by ${OFFICES.linked.en}`,
        }
      : {
          zh: `${code} 所写的包联领导当天并不包联这个乡镇`,
          en: `${code} names a linked leader who is not linked with the township on that day`,
        };
  return { ...explained(fault, held_on, linked), hint: linked.length > 0 ? NAME_LEADER : linking(unit_code, held_on) };
}

/** Whoever chairs a meeting holds on that day a post that goes with its kind (S-21, S-42 to S-44). */
function chairProblem(meeting: Led, holders: readonly Holder[]): Refusal | undefined {
  const { code, kind, held_on, unit_code, chair } = meeting;
  const offices = CHAIRED_BY[kind];
  const heads = inOffice(meeting, offices, holders);
  if (heads.some(({ name }) => isSameName(name, chair))) return undefined;
  const fault = {
    zh: `${code} 的主持人不符：${KINDS[kind].zh}由${offices.map(office => OFFICES[office].zh).join('或')}主持`,
    en: `${code} has the wrong chair: ${KINDS[kind].en} meetings are chaired by ${offices.map(office => OFFICES[office].en).join(' or ')}`,
  };
  return { ...explained(fault, held_on, heads), hint: heads.length > 0 ? NAME_CHAIR : posting(unit_code) };
}

/** The columns of a meeting that name people, and the offices that they have. */
const OFFICES_OF = {
  chair: ({ kind }: Led) => CHAIRED_BY[kind],
  linked_leader: (): readonly Office[] => ['linked'],
} as const;

export type NamingColumn = keyof typeof OFFICES_OF;
export const NAMING_COLUMNS = Object.keys(OFFICES_OF) as NamingColumn[];

/** The name behind the code of somebody in office at a meeting, which may be entered in its place. */
export function nameBehind(meeting: Led, column: NamingColumn, holders: readonly Holder[]): string | undefined {
  return inOffice(meeting, OFFICES_OF[column](meeting), holders).find(({ code }) => code === meeting[column])?.name;
}

/** Codes have letters or digits of a keyboard, names do not. */
export function looksLikeCode(text: string): boolean {
  return /[\x21-\x7e]/.test(text);
}

/** A code in the place of a name is that of somebody in office at the meeting: what cannot be read as a name is not kept as one. */
export function unknownCodeProblem(meeting: Led, column: NamingColumn, holders: readonly Holder[]): Text | undefined {
  if (!/\d/.test(meeting[column])) return undefined;
  const people = inOffice(meeting, OFFICES_OF[column](meeting), holders);
  const fault = { zh: '不是当天任职的人的编号', en: 'is not the code of somebody in that office' };
  return explained(fault, meeting.held_on, people);
}

/** What is wrong, and who it should have been: their names are masked, their codes are not. */
function explained(fault: Text, day: Day, people: readonly Holder[]): Text {
  const named = people.map(({ code, name, duty }) => ({
    zh: `${maskName(name)}（${[duty, code].filter(Boolean).join('，')}）`,
    en: `${maskName(name)} (${[duty, code].filter(Boolean).join(', ')})`,
  }));
  if (named.length === 0)
    return { zh: `${fault.zh}；${day} 没有登记这样的人`, en: `${fault.en}; nobody is registered as such on ${day}` };
  return {
    zh: `${fault.zh}；${day} 是${named.map(({ zh }) => zh).join('、')}`,
    en: `${fault.en}; on ${day} that is ${named.map(({ en }) => en).join(' or ')}`,
  };
}

const NAME_LEADER: Text = {
  zh: '--linked-leader 写姓名或包联编号；包联有变动的，先用 tiaochu linked-leader close、add 登记',
  en: 'Name the leader with --linked-leader (name or code); enter another link first with tiaochu linked-leader close and add',
};
const NAME_CHAIR: Text = {
  zh: '--chair 写姓名或职务编号；任职有变动的，先用 tiaochu post change 登记',
  en: 'Name the chair with --chair (name or code of the post); enter a change of the post first with tiaochu post change',
};
const linking = (unit: string, day: Day): Text => ({
  zh: `先登记包联领导：tiaochu linked-leader add --unit-code ${unit} --on ${day} --code … --name …`,
  en: `Register the leader first: tiaochu linked-leader add --unit-code ${unit} --on ${day} --code … --name …`,
});
const posting = (unit: string): Text => ({
  zh: `先登记职务：tiaochu post add；场所编号见 tiaochu site list --unit ${unit}`,
  en: `Register the post first with tiaochu post add; tiaochu site list --unit ${unit} shows the site`,
});
