import { ROLES, SEXES } from '../cases/party.ts';
import type { PartyRow } from '../cases/party-store.ts';
import type { Day } from '../kernel/day.ts';
import { day, type FieldsOf, text, word } from './glossary.ts';
import { paperDay } from './wording.ts';

/** What papers ask of a party. */
export const PARTY_FIELDS = {
  role: text('身份', 'role'),
  name: text('姓名', 'name'),
  sex: word('性别', 'sex'),
  ethnicity: word('民族', 'ethnicity'),
  age: word('年龄', 'age'),
  occupation: text('职业', 'occupation'),
  phone: text('联系方式', 'phone'),
  address: text('住址', 'address'),
  id_number: text('身份证号', 'identity number'),
  representative: text('代理人', 'representative'),
  authority_on: day('委托日期', 'day of the letter of authority'),
  language: text('使用语言', 'language'),
  signed_on: day('签署日期', 'day of signing'),
} as const;

export type PartyFields = FieldsOf<typeof PARTY_FIELDS>;

/** A party with the household that it belongs to, where it does. */
export interface PaperParty {
  readonly party: PartyRow;
  readonly household: { readonly head_name: string; readonly phone: string; readonly address: string } | undefined;
}

/** What an organisation has none of. */
const NOT_ASKED = '／';

/**
 * A party as papers have it. The sex and the age are those of the identity number where nothing else is said; the address of
 * its household is its own, the household's phone only that of the head.
 */
export function partyFields({ party, household }: PaperParty, today: Day, signedOn?: Day): PartyFields {
  const { role, name, id_number, occupation, representative, language } = party;
  const isHead = household !== undefined && household.head_name === name;
  const own = party.kind === 'organisation' ? ORGANISATION : personFields(party, today);
  return {
    ...{ role: ROLES[role].zh, name, id_number, representative, language, ...own },
    occupation: own.occupation ?? occupation,
    phone: party.phone || (isHead ? household.phone : ''),
    address: party.address || (household?.address ?? ''),
    authority_on: paperDay(party.authority),
    signed_on: paperDay(signedOn),
  };
}

interface OwnFields extends Pick<PartyFields, 'sex' | 'ethnicity' | 'age'> {
  readonly occupation?: string;
}

const ORGANISATION: OwnFields = { sex: NOT_ASKED, ethnicity: NOT_ASKED, age: NOT_ASKED, occupation: NOT_ASKED };

function personFields({ sex, ethnicity, birth, id_number }: PartyRow, today: Day): OwnFields {
  const said = sex === '' ? sexIn(id_number) : sex;
  return {
    sex: said === undefined ? '' : SEXES[said].zh,
    ethnicity: ethnicity === '' ? '' : `${ethnicity.replace(/族$/, '')}族`,
    age: ageText(id_number, birth, today),
  };
}

/** The sex that an identity number has in it: odd is male (GB 11643). */
function sexIn(id: string): 'male' | 'female' | undefined {
  if (id.length !== 18) return undefined;
  return Number(id[16]) % 2 === 1 ? 'male' : 'female';
}

/** The age on a day; of whom only the year of birth is known, that. */
function ageText(id: string, birth: string, today: Day): string {
  if (id.length !== 18) return birth === '' ? '' : `${birth}年生`;
  const had = today.slice(5).replace('-', '') >= id.slice(10, 14);
  return `${Number(today.slice(0, 4)) - Number(id.slice(6, 10)) - (had ? 0 : 1)}岁`;
}
