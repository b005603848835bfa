import { gathered } from '../kernel/gathered.ts';
import { counted, type Text } from '../kernel/text.ts';

/** What tells a household from its neighbours, besides its code. */
export interface Recognised {
  readonly code: string;
  readonly unit_code: string;
  readonly head_name: string;
  readonly address?: string | undefined;
}

/**
 * New households that are possibly in the ledger already under another code, with that code: the same head at the same
 * address of one village. Two codes for one family make the households too many and their coverage too low.
 */
export function possiblySame(
  added: readonly Recognised[],
  known: readonly Recognised[],
): { readonly code: string; readonly other: string }[] {
  const codes = new Map(known.map(household => [homeOf(household), household.code]));
  return added.flatMap(household => {
    const { code } = household;
    const home = homeOf(household);
    const other = home === undefined ? undefined : codes.get(home);
    codes.set(home, code);
    return other === undefined || other === code ? [] : [{ code, other }];
  });
}

/** Households that possibly are one, together; those that look like no other are left out. */
export function possiblyOne<H extends Recognised>(households: readonly H[]): H[][] {
  const homes = gathered(households, homeOf);
  homes.delete(undefined);
  return [...homes.values()].filter(same => same.length > 1);
}

/**
 * What one family has in common with itself: the same head at the same address of one village. Addresses are compared
 * without spaces and in one width, as `一组 1 号` and `一组１号` are one place; without an address nothing is known.
 */
function homeOf({ unit_code, head_name, address = '' }: Recognised): string | undefined {
  const place = address.normalize('NFKC').replace(/\s/g, '');
  return place === '' ? undefined : [unit_code, head_name, place].join('\n');
}

const MOST_NAMED = 5;

/** The remark on households that are possibly entered twice; it names codes, not people. */
export function samenessText(same: ReturnType<typeof possiblySame>): Text[] {
  if (same.length === 0) return [];
  const named = same.slice(0, MOST_NAMED);
  const more = same.length > named.length ? ' …' : '';
  return [
    {
      zh: `提醒：${same.length} 户像是已在册的同一户（同村、同户主、同地址）：${named.map(({ code, other }) => `${code} 与 ${other}`).join('，')}${more}`,
      en: `note: ${counted(same.length, 'household looks', 'households look')} like another of the same village (same head, same address): ${named.map(({ code, other }) => `${code} like ${other}`).join(', ')}${more}`,
    },
  ];
}
