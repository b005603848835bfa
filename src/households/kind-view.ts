import type { Day } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import type { Noun, Word } from '../kernel/text.ts';
import { column, spanColumns, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { ORDINARY } from '../standards/standard.ts';
import { householdKinds } from '../standards/store.ts';
import { kindCode, kindOn } from './kind-rules.ts';
import { kindSpans } from './kind-store.ts';

type Kind = ReturnType<typeof householdKinds>[number];

const KIND: Noun = { zh: '户类型', en: 'kinds of households', one: 'kind of household', list: 'standard list' };

export const kindText = ({ code, name_zh, name_en }: Kind): Word => ({ zh: name_zh, en: name_en, code });

/** The kind of each household on a day, and the kind that a word names. */
export function kindsOn(db: Db, day: Day, asked?: string) {
  const kinds = new Map(householdKinds(db).map(kind => [kind.code, kind]));
  const kindCalled = (code: string) => kinds.get(code) ?? notFound(KIND, code);
  const codes = new Map<number, string>();
  for (const span of kindSpans(db))
    if (span.from_on <= day && day < span.to_on) codes.set(span.household_id, span.kind);
  return {
    of: (household: number) => kindCalled(codes.get(household) ?? ORDINARY),
    wanted: asked === undefined ? undefined : kindCalled(kindCode(asked, [...kinds.values()])).code,
  };
}

/** The kind of one household on a day. */
export function kindCell(db: Db, household: number, day: Day): Word | undefined {
  const code = kindOn(kindSpans(db, household), day);
  const kind = householdKinds(db).find(known => known.code === code);
  return kind && kindText(kind);
}

/** The times in which a household was of another kind than the ordinary, where there are any. */
export function kindTable(db: Db, household: number): Table[] {
  const kinds = new Map(householdKinds(db).map(kind => [kind.code, kind]));
  const rows = kindSpans(db, household).map(({ kind, from_on, to_on }) => {
    const known = kinds.get(kind);
    return { kind: known ? kindText(known) : kind, from_on, to_on };
  });
  if (rows.length === 0) return [];
  const columns = [column('kind', '户类型', 'Kind', 'word'), ...spanColumns];
  return [{ shape: 'table', key: 'kinds', title: { zh: '户类型', en: 'Kind of household' }, columns, rows }];
}
