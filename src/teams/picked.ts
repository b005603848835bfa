import type { MeaningPlace, Narrowing } from '../cli/param.ts';
import { covers, type Day } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { isUnit, unitNamed } from '../units/tree.ts';
import { membershipRows } from './cadre-store.ts';
import { pairRows } from './pair-store.ts';

/** The cadres of the team of the unit that one answer names, without another and those who are a pair with them; all where it names none yet. */
export function inTeamOf(unit: string, other?: string): Narrowing {
  return (at, given) => {
    const { db, day } = at;
    const except = other === undefined ? [] : pairlessThan(other)(at, given).except;
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
  return ({ db, day }, given) => (given[other] === undefined ? {} : { within: partnersOf(db, day, given[other]) });
}

/** Other cadres than the one whom another answer names, and those who are not in a pair with them yet. */
export function pairlessThan(other: string) {
  return ({ db, day }: MeaningPlace, given: Readonly<Record<string, unknown>>) => ({
    except: given[other] === undefined ? [] : [String(given[other]), ...partnersOf(db, day, given[other])],
  });
}

function partnersOf(db: Db, day: Day, code: unknown): string[] {
  const pairs = pairRows(db).filter(pair => covers(pair, day));
  return pairs.flatMap(({ code_a, code_b }) => (code_a === code ? [code_b] : code_b === code ? [code_a] : []));
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
