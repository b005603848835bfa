import type { Day } from '../../kernel/day.ts';
import { maskName } from '../../kernel/mask.ts';
import type { Text } from '../../kernel/text.ts';
import type { Row } from '../../kernel/view.ts';
import { type Holder, inOffice, type Office } from '../../meetings/leading-rules.ts';
import type { UnitTerm } from '../../units/tree.ts';

/** Who leads the meetings of a unit on a day: its heads, and the leaders who are linked with it (S-42, S-43). */
export interface Leaders {
  readonly heads: readonly Holder[];
  readonly linked: readonly Holder[];
}

export function leadersOn({ unit_id, level }: UnitTerm, day: Day, holders: readonly Holder[]): Leaders {
  const of = (office: Office) => inOffice({ unit_id, held_on: day }, [office], holders);
  return { heads: of(level === 'banner' ? 'banner' : 'head'), linked: of('linked') };
}

/** The leaders' codes, for JSON. */
export function leadersData({ heads, linked }: Leaders): Row {
  const codes = (people: readonly Holder[]) => people.map(({ code }) => code).join(' ');
  return { heads: codes(heads), linked_leaders: codes(linked) };
}

/** A line that says who leads the meeting; names are masked unless they are revealed. */
export function leadersText({ heads, linked }: Leaders, reveal: boolean): Text {
  const named = (people: readonly Holder[]) =>
    people.map(({ name, duty }) => (duty === '' ? '' : `${duty} `) + (reveal ? name : maskName(name))).join('、');
  const zh = [`主持：${named(heads) || '没有登记'}`, ...(linked.length > 0 ? [`包联领导：${named(linked)}`] : [])];
  const en = [
    `Chair: ${named(heads) || 'nobody registered'}`,
    ...(linked.length > 0 ? [`linked leader: ${named(linked)}`] : []),
  ];
  return { zh: zh.join('；'), en: en.join('; ') };
}
