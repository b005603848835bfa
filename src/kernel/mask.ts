/** 张三丰 becomes 张**: the first character stays, the length shows (PIPL Art. 51). */
export function maskName(name: string): string {
  const characters = [...name];
  return characters.length < 2 ? name && '*' : characters[0] + '*'.repeat(characters.length - 1);
}

/** The names that an act gives, one or a list, each masked. */
export function maskNames(value: unknown): unknown {
  return Array.isArray(value) ? value.map(name => maskName(String(name))) : maskName(String(value));
}

/** An identity number keeps its last four characters only. */
export function maskId(id: string): string {
  return '*'.repeat(Math.max(0, id.length - 4)) + id.slice(-4);
}

/** An address keeps its first two characters, which say no more than the place. */
export function maskAddress(address: string): string {
  return address && `${[...address].slice(0, 2).join('')}****`;
}
