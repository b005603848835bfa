/** 张三丰 becomes 张**: the first character stays, the length shows (PIPL Art. 51). */
export function maskName(name: string): string {
  const characters = [...name];
  return characters.length < 2 ? name && '*' : characters[0] + '*'.repeat(characters.length - 1);
}

/** The names that an act gives, one or a list, each masked. */
export function maskNames(value: unknown): unknown {
  return Array.isArray(value) ? value.map(name => maskName(String(name))) : maskName(String(value));
}

/** 13812345678 becomes 138****5678. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return '*'.repeat(phone.length);
  return phone.slice(0, 3) + '*'.repeat(phone.length - 7) + phone.slice(-4);
}

/** An identity number keeps its last four characters only. */
export function maskId(id: string): string {
  return '*'.repeat(Math.max(0, id.length - 4)) + id.slice(-4);
}

/** An address keeps its first two characters, which say no more than the place. */
export function maskAddress(address: string): string {
  return address && `${[...address].slice(0, 2).join('')}****`;
}

/** Numbers that are shaped like an identity number or like a telephone, with or without the area code. */
const ID_SHAPED = /(?<!\d)\d{17}[\dXx](?!\d)/g;
const PHONE_SHAPED = /(?<!\d)(?:1\d{10}|0\d{2,3}-?\d{7,8})(?!\d)/g;

/** A free text without the names and numbers of the people whom it may concern, and without anything shaped like such a number. */
export function hiddenIn(
  text: string,
  people: readonly { readonly name: string; readonly phone: string; readonly id_number: string }[],
): string {
  const known = people.flatMap(({ name, phone, id_number }) => [
    [name, maskName(name)] as const,
    [phone, maskPhone(phone)] as const,
    [id_number, maskId(id_number)] as const,
  ]);
  const longestFirst = known.filter(([word]) => word.length > 1).sort(([a], [b]) => b.length - a.length);
  const hidden = longestFirst.reduce((shown, [word, mask]) => shown.replaceAll(word, mask), text);
  return hidden.replaceAll(ID_SHAPED, maskId).replaceAll(PHONE_SHAPED, maskPhone);
}

/** The mask of each kind of personal column. */
export const MASKS = { name: maskName, phone: maskPhone, id: maskId, address: maskAddress } as const;

/** Whether columns of a kind hold personal data. */
export function isPersonal(kind: string | undefined): kind is keyof typeof MASKS {
  return kind !== undefined && kind in MASKS;
}
