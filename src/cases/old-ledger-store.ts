import { randomBytes } from 'node:crypto';
import type { Day } from '../kernel/day.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import { readSetting, writeSetting } from '../ledger/settings.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import type { CaseKind } from './case.ts';
import type { Marks } from './marks.ts';

/** A case that came from an old ledger, with what its row in the file said. */
export interface ImportedCase {
  readonly id: number;
  readonly number: string;
  readonly unit_code: string;
  readonly registered_on: Day;
  /** The status that the file gave it; petitions of earlier versions have none. */
  readonly status: string | undefined;
  readonly marks: Marks;
  /** What its first move said. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** The cases of a kind that came from old ledgers, by their old number; the tree has the codes of their units. */
export function importedCases(db: Db, kind: CaseKind, tree: UnitTree): Map<string, ImportedCase> {
  const first = selectFrom('move')
    .select(({ fn }) => fn.min('id').as('id'))
    .groupBy('case_id');
  const found = rows(
    db,
    selectFrom('cases')
      .innerJoin('move', 'move.case_id', 'cases.id')
      .select(['cases.id', 'cases.number', 'cases.old_number', 'cases.registered_on', 'cases.unit_id', 'move.details'])
      .where('cases.kind', '=', kind)
      .where('cases.old_number', 'is not', null)
      .where('move.id', 'in', first),
  );
  return new Map(
    found.map(({ old_number, unit_id, details, ...row }) => {
      const said = JSON.parse(details);
      const { status, marks } = said.taken ?? said;
      const unit_code = tree.units.get(unit_id)?.code ?? '';
      return [old_number ?? '', { ...row, unit_code, status, marks, details: said }];
    }),
  );
}

const SECRET = 'mark_secret';

/** The secret with which marks are keyed; a ledger without any keyed mark has none yet. */
function markSecret(db: Db): string {
  return readSetting(db, SECRET) ?? '';
}

/** The same, made at its first use. */
export function ensureMarkSecret(db: Db): string {
  const known = markSecret(db);
  if (known !== '') return known;
  const secret = randomBytes(16).toString('base64url');
  writeSetting(db, SECRET, secret);
  return secret;
}
