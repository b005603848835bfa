import { Forbidden } from '../cli/admission.ts';
import { connect, type Db } from '../ledger/sqlite.ts';
import type { Kind } from './catalog.ts';
import { editionReader } from './edition-store.ts';
import { fingerprint } from './fingerprint.ts';
import { type Id, keysIn } from './key-store.ts';
import type { Office } from './office-store.ts';
import { demandOwn, type Offices, officesOf, placeOfOffice } from './own.ts';
import { type Owners, ownersIn } from './owners.ts';
import { mergerRefusal, othersRefusal, sentRefusal, seriesRefusal } from './ownership-refusals.ts';
import { recordReader } from './record-store.ts';
import { baseOffice } from './territory-rules.ts';
import { numbersDepartments, writtenRecords } from './written-store.ts';

/** Commands that rewrite what others may have by now, so that their ledgers could not follow. */
const REWRITING: readonly string[] = ['import undo'];

/** Commands that write the records of several units at once. */
const SPANNING: readonly string[] = ['unit merge'];

/**
 * Refuses a command that wrote what another office writes, or that rewrote what was given out (exit 4). What a record was
 * like before is read beside the transaction: who writes it is decided by that, and a new one by where it is made.
 */
export function demandOwnRecords(db: Db, path: string, operator: string): void {
  const written = writtenRecords(db);
  const offices = officesOf(db);
  const own = demandOwn(offices);
  const banner = baseOffice(offices.all, offices.tree);
  if (banner && banner.id !== own.id && numbersDepartments(db))
    throw new Forbidden('office', operator, seriesRefusal(placeOfOffice(offices, banner).name));
  const before = connect(db.name);
  try {
    for (const [kind, ids] of written) {
      const judge = {
        named: officesOf(before),
        own,
        here: ownersIn(db, kind, offices),
        past: ownersIn(before, kind, offices),
      };
      for (const id of ids) {
        const refusal = refusalFor(before, kind, id, {
          ...judge,
          isRewriting: REWRITING.includes(path),
          isSpanning: SPANNING.includes(path),
        });
        if (refusal) throw new Forbidden('office', operator, refusal.text, [refusal.key]);
      }
    }
  } finally {
    before.close();
  }
}

interface Judge {
  readonly named: Offices;
  readonly own: Office;
  readonly here: Owners;
  readonly past: Owners;
  readonly isRewriting: boolean;
  readonly isSpanning: boolean;
}

function refusalFor(before: Db, kind: Kind, id: Id, { named, own, here, past, isRewriting, isSpanning }: Judge) {
  const [was, is] = [past(id), here(id)];
  // As they are called before the command, which may be the one that renames them.
  const nameOf = (office: Office | undefined) => (office ? placeOfOffice(named, office).name : '');
  const owns = (office: Office | undefined) => office?.id === own.id;
  if (!was) {
    if (!is || owns(is.origin)) return undefined;
    return { key: '', text: othersRefusal(kind.title, undefined, nameOf(is.origin), nameOf(own)) };
  }
  const rewrites = isRewriting || (is === undefined && kind.noun === 'case');
  if (owns(was.office) && !rewrites) return undefined;
  const key = keysIn(before).keyOf(kind.table, id);
  const edition = editionReader(before)(kind.noun, key);
  if (rewrites && edition) return { key, text: sentRefusal(kind.title, key) };
  if (owns(was.office) || !edition || isUnsent(before, kind, id, edition.hash)) return undefined;
  if (isSpanning) return { key, text: mergerRefusal(nameOf(was.office)) };
  return { key, text: othersRefusal(kind.title, key, nameOf(was.office), nameOf(own)) };
}

/** What was written here and was not given out since is still this office's, such as an offer that can be recalled. */
function isUnsent(before: Db, kind: Kind, id: Id, hash: string): boolean {
  return fingerprint(recordReader(before, kind, keysIn(before))(id).body) !== hash;
}
