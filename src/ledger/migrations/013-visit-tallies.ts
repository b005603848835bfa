import type { Db } from '../sqlite.ts';

/**
 * The visits counted by month and by year, in place of three totals on each pair, which served only a period without a
 * first day. The index by day is for the days that do not make up a whole month.
 */
const TABLES = `
create table visited_tally (
  calendar text not null check (calendar glob '[0-9][0-9][0-9][0-9]-[01][0-9]' or calendar glob '[0-9][0-9][0-9][0-9]'),
  block integer not null check (block >= 0),
  households blob not null check (length(households) = 512),
  primary key (calendar, block)
) strict;
create table made_tally (
  calendar text not null check (calendar glob '[0-9][0-9][0-9][0-9]-[01][0-9]' or calendar glob '[0-9][0-9][0-9][0-9]'),
  block integer not null check (block >= 0),
  visits blob not null check (length(visits) = 12288),
  primary key (calendar, block)
) strict;
alter table pair drop column home;
alter table pair drop column phone;
alter table pair drop column absent;
create index visit_day on visit (visited_on, mode, household_id, pair_id);
`;

/** The sizes of the blocks as this migration writes them: the program's own may change later, a migration may not. */
const HOUSEHOLDS = { perBlock: 4096, bytes: 512 } as const;
const PAIRS = { perBlock: 1024, bytes: 12_288 } as const;
const COUNT_BYTES = 4;
const MODES = 3;

export function visitTallies(db: Db): void {
  db.exec(TABLES);
  const visited = blocksOf(HOUSEHOLDS);
  const made = blocksOf(PAIRS);
  for (const [month, household, pair, mode] of everyVisit(db))
    for (const calendar of [month, month.slice(0, 4)]) {
      if (mode === 0) {
        const { bytes, place } = visited.blockOf(calendar, household);
        bytes.writeUInt8(bytes.readUInt8(place >> 3) | (1 << (place & 7)), place >> 3);
      }
      const { bytes, place } = made.blockOf(calendar, pair);
      const at = (place * MODES + mode) * COUNT_BYTES;
      bytes.writeUInt32LE(bytes.readUInt32LE(at) + 1, at);
    }
  visited.save(db.prepare('insert into visited_tally (calendar, block, households) values (?, ?, ?)'));
  made.save(db.prepare('insert into made_tally (calendar, block, visits) values (?, ?, ?)'));
}

/** Month, household, pair and mode (0 at home, 1 by phone, 2 nobody at home) of each visit. */
function everyVisit(db: Db) {
  return db
    .prepare(
      `select substr(visited_on, 1, 7), household_id, pair_id, case mode when 'home' then 0 when 'phone' then 1 else 2 end
       from visit`,
    )
    .raw()
    .iterate() as IterableIterator<[string, number, number, number]>;
}

/** Blocks of bytes by calendar and number, made when first written to. */
function blocksOf({ perBlock, bytes: size }: { readonly perBlock: number; readonly bytes: number }) {
  const blocks = new Map<string, { readonly calendar: string; readonly block: number; readonly bytes: Buffer }>();
  return {
    blockOf(calendar: string, id: number) {
      const block = Math.floor(id / perBlock);
      const known = blocks.get(`${calendar} ${block}`) ?? { calendar, block, bytes: Buffer.alloc(size) };
      blocks.set(`${calendar} ${block}`, known);
      return { bytes: known.bytes, place: id % perBlock };
    },
    save(insert: { run(...row: readonly unknown[]): unknown }) {
      for (const { calendar, block, bytes } of blocks.values()) insert.run(calendar, block, bytes);
    },
  };
}
