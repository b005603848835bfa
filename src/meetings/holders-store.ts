import { type Problem, problemsOf } from '../intake/sheet.ts';
import type { Db } from '../ledger/sqlite.ts';
import { linkedLeaders } from '../linked-leaders/store.ts';
import type { EntryJudge } from '../register/register.ts';
import type { Spelling } from '../register/simple-record.ts';
import { placedPosts } from '../sites/placed-posts-store.ts';
import { loadUnits } from '../units/store.ts';
import {
  type Holder,
  headsTownship,
  type Led,
  leadingProblem,
  looksLikeCode,
  NAMING_COLUMNS,
  nameBehind,
  type Office,
  unknownCodeProblem,
} from './leading-rules.ts';

/** Everybody who may lead a meeting, past holders too: by posts at stations and in the leading group, and by links. */
export function holdersOf(db: Db): Holder[] {
  const linked = linkedLeaders(db).map((leader): Holder => ({ ...leader, office: 'linked' }));
  const posted = placedPosts(db).flatMap((post): Holder[] => {
    const office = officeOf(post);
    const { code, unit_id, from_on, to_on, holder: name, duty_title: duty } = post;
    return office ? [{ office, code, unit_id, from_on, to_on, name, duty }] : [];
  });
  return [...posted, ...linked];
}

type Post = Pick<ReturnType<typeof placedPosts>[number], 'kind' | 'role' | 'duty_title'>;

function officeOf(post: Post): Office | undefined {
  if (post.kind === 'work_station') return headsTownship(post) ? 'head' : undefined;
  return post.kind === 'leading_group' && post.role !== 'member' ? 'banner' : undefined;
}

/** A meeting as a file or a command line gives it. */
type Row = Omit<Led, 'unit_id' | 'linked_leader'> & { readonly linked_leader?: string | undefined };

/** Reads who is in office once, and the units by their codes. */
function offices(db: Db) {
  const { byCode } = loadUnits(db);
  const led = (row: Row): Led => ({
    ...row,
    linked_leader: row.linked_leader ?? '',
    unit_id: byCode.get(row.unit_code)?.unit_id ?? 0,
  });
  return { holders: holdersOf(db), led };
}

/** Who leads a meeting that is entered, judged by its rule (S-42, S-43). */
export function ledAsRuled(db: Db): EntryJudge<Row> {
  const { holders, led } = offices(db);
  return { problem: row => leadingProblem(led(row), holders) };
}

/** Writes the names of chairs and linked leaders who are named by the codes of their posts or links. */
export function namedInOffice<R extends Row>(db: Db): Spelling<R> {
  let known: ReturnType<typeof offices> | undefined;
  return {
    speltOut: row => {
      const coded = NAMING_COLUMNS.filter(column => looksLikeCode(row[column] ?? ''));
      if (coded.length === 0) return row;
      known ??= offices(db);
      const { holders, led } = known;
      const names = coded.map(column => [column, nameBehind(led(row), column, holders) ?? row[column]] as const);
      return { ...row, ...Object.fromEntries(names) };
    },
  };
}

/** The codes of a meeting's row that name nobody who is in office at it. */
export function unknownCodes(db: Db, row: Row): Problem[] {
  if (!NAMING_COLUMNS.some(column => looksLikeCode(row[column] ?? ''))) return [];
  const { holders, led } = offices(db);
  return NAMING_COLUMNS.flatMap(column =>
    problemsOf(column, row[column], unknownCodeProblem(led(row), column, holders)),
  );
}
