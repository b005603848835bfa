import type { Text } from '../kernel/text.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import { scratchOf } from '../ledger/scratch.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Check } from '../register/check.ts';
import type { AnyCaseArea } from './area.ts';
import { livingAgain } from './living-again.ts';
import { isSaidAlike, rowsSaid, type TableName } from './relived-rows.ts';

/** Tables that are large, and that no move of a case reads. */
const UNREAD: readonly TableName[] = [
  ...(['visit', 'withdrawn_visit', 'diary', 'reading', 'visited_tally', 'made_tally', 'need', 'assignment'] as const),
  ...([
    'household',
    'household_term',
    'household_kind',
    'seal',
    'seal_block',
    'journal',
    'event',
    'undone_event',
  ] as const),
];

/** What moves of every kind of case write. Parties stay: they are entered, too. */
const WRITTEN: readonly TableName[] = ['offer', 'deadline', 'pause', 'stay'];

/**
 * Lives every case of a kind again, from its registration through its moves, and compares what they wrote: offers, deadlines
 * with their days, pauses, stays, agreements and signatures, referrals, supervisions, appointments, tasks, notices.
 */
export function relivedCheck(area: AnyCaseArea, title: Text): Check {
  return {
    name: `${area.kind}-relived`,
    title,
    find: db => {
      const tables = [...area.written.map(({ table }) => table), ...WRITTEN, 'signature' as const];
      const scratch = scratchOf(db, new Set([...UNREAD, ...tables, 'move', 'voided_move']));
      try {
        return [...differing(area, db, scratch, tables)];
      } finally {
        scratch.close();
      }
    },
  };
}

function* differing(area: AnyCaseArea, db: Db, scratch: Db, tables: readonly TableName[]): Generator<string> {
  const live = livingAgain(area, db, scratch);
  const cases = rows(db, selectFrom('cases').selectAll().where('kind', '=', area.kind).orderBy('id'));
  const impossible = new Map(cases.map(row => [row.id, live(row)]));
  const said = tables.map(table => ({ table, is: rowsSaid(db, table), should: rowsSaid(scratch, table) }));
  for (const { id, number } of cases) {
    const move = impossible.get(id);
    if (move !== undefined) yield `${number} move ${move}`;
    else
      for (const { table, is, should } of said)
        if (!isSaidAlike(is.get(id), should.get(id))) yield `${number} ${table}`;
  }
}
