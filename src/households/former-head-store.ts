import { gathered } from '../kernel/gathered.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** The heads that households had before, by the household's number: loaded when one is first asked for. */
export function formerHeads(db: Db): (id: number) => readonly string[] {
  let known: ReadonlyMap<number, readonly { readonly old_value: unknown }[]> | undefined;
  return id => {
    known ??= gathered(rows(db, changedHeads()), ({ record_id }) => record_id);
    return known.get(id)?.map(({ old_value }) => String(old_value ?? '')) ?? [];
  };
}

function changedHeads() {
  const changed = selectFrom('event').select(['record_id', 'old_value']).where('noun', '=', 'household');
  return changed.where('field', '=', 'head_name');
}
