/** Where the header of a file says the first page of the list of free pages is, and its version. */
const FREE_LIST_AT = 32;
const VERSION_AT = 60;

/** What a header says that is corrected before the file is read, and what depends on it. */
export interface Said {
  readonly saidVersion: number;
  readonly freePages: readonly number[];
}

/** The version of a file, and the pages that are not in use any more: each page of their list names the next and others. */
export function saidBy(header: Buffer, page: (number: number) => Buffer, pages: number): Said {
  const free = new Set<number>();
  let trunk = header.readUInt32BE(FREE_LIST_AT);
  while (trunk > 1 && trunk <= pages && !free.has(trunk)) {
    free.add(trunk);
    const list = page(trunk);
    const count = Math.min(list.readUInt32BE(4), list.length / 4 - 2);
    for (let i = 0; i < count; i++) free.add(list.readUInt32BE(8 + 4 * i));
    trunk = list.readUInt32BE(0);
  }
  return { saidVersion: header.readUInt32BE(VERSION_AT), freePages: [...free] };
}
