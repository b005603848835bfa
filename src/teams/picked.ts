import type { Narrowing } from '../cli/param.ts';
import { covers } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { isUnit, unitNamed } from '../units/tree.ts';
import { membershipRows } from './cadre-store.ts';
import { pairRows } from './pair-store.ts';

/** The cadres of the team of the unit that one answer names, without those whom others name; all where it names none yet. */
export function inTeamOf(unit: string, others: readonly string[] = []): Narrowing {
  return ({ db, day }, given) => {
    const except = others.flatMap(name => [given[name] ?? []].flat().map(String));
    const tree = loadTree(db, day);
    const text = String(given[unit] ?? '');
    if (!isUnit(tree, text)) return { except };
    const { unit_id } = unitNamed(tree, text);
    const team = membershipRows(db).filter(member => member.unit_id === unit_id && covers(member, day));
    return { within: team.map(({ code }) => code), except };
  };
}

/** The cadres who are in a pair with the one whom another answer names; where it names none yet, all. */
export function pairedWith(other: string): Narrowing {
  return ({ db, day }, given) => {
    const code = given[other];
    if (code === undefined) return {};
    const pairs = pairRows(db).filter(pair => covers(pair, day));
    const partners = pairs.flatMap(({ code_a, code_b }) =>
      code_a === code ? [code_b] : code_b === code ? [code_a] : [],
    );
    return { within: partners };
  };
}

/** The cadres of the pair that another answer names. */
export function inPair(pair: string): Narrowing {
  return ({ db }, given) => {
    const members = membersOf(db, given[pair]);
    return members ? { within: members } : {};
  };
}

/** All other cadres. */
export function outsidePair(pair: string): Narrowing {
  return ({ db }, given) => ({ except: membersOf(db, given[pair]) });
}

function membersOf(db: Db, pair: unknown): string[] | undefined {
  const found = pairRows(db).find(({ code }) => code === pair);
  return found && [found.code_a, found.code_b];
}
