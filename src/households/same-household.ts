import { counted, type Text } from '../kernel/text.ts';

/** What tells a household from its neighbours, besides its code. */
export interface Recognised {
  readonly code: string;
  readonly unit_code: string;
  readonly head_name: string;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
}

/**
 * New households that are possibly in the ledger already under another code, with that code: the same head at the same
 * address, or with the same phone, in one village. Two codes for one family make the households too many and their
 * coverage too low.
 */
export function possiblySame(
  added: readonly Recognised[],
  known: readonly Recognised[],
): { readonly code: string; readonly other: string }[] {
  const codes = new Map<string, string>();
  for (const household of known) for (const mark of marksOf(household)) codes.set(mark, household.code);
  return added.flatMap(household => {
    const marks = marksOf(household);
    const other = marks.map(mark => codes.get(mark)).find(code => code !== undefined && code !== household.code);
    for (const mark of marks) codes.set(mark, household.code);
    return other === undefined ? [] : [{ code: household.code, other }];
  });
}

/** Addresses are compared without spaces and in one width, as `一组 1 号` and `一组１号` are one place. */
function marksOf({ unit_code, head_name, phone = '', address = '' }: Recognised): string[] {
  const places = [phone, address.normalize('NFKC').replace(/\s/g, '')];
  return places.filter(place => place !== '').map(place => [unit_code, head_name, place].join('\n'));
}

const MOST_NAMED = 5;

/** The remark on households that are possibly entered twice; it names codes, not people. */
export function samenessText(same: ReturnType<typeof possiblySame>): Text[] {
  if (same.length === 0) return [];
  const named = same.slice(0, MOST_NAMED);
  const more = same.length > named.length ? ' …' : '';
  return [
    {
      zh: `提醒：${same.length} 户像是已在册的同一户（同村、同户主，地址或电话相同）：${named.map(({ code, other }) => `${code} 与 ${other}`).join('，')}${more}`,
      en: `note: ${counted(same.length, 'household looks', 'households look')} like another of the same village (same head, same address or phone): ${named.map(({ code, other }) => `${code} like ${other}`).join(', ')}${more}`,
    },
  ];
}
