import { createHash } from 'node:crypto';
import { keyMark } from '../../exchange/office-key.ts';
import { refuseIf } from '../../kernel/failure.ts';
import type { Connection } from '../database/connection.ts';
import { FACTS } from '../database/fact-columns.ts';
import { dropOthers, exchangePartitions, fillTable, tablesOf } from '../database/partitions.ts';
import type { CountyRow } from '../database/schema.ts';
import type { FactTable } from '../facts/tables.ts';
import { type FactLines, linesOf } from './copy-text.ts';
import { holding } from './county-lock.ts';
import type { CountySource } from './county-state.ts';
import type { Holders } from './holders.ts';
import { isSameState, loadProblem, trustProblem } from './load-rules.ts';
import {
  beginLoad,
  completeTables,
  endLoad,
  keepCounty,
  keepState,
  loadedCounty,
  loadsOfCounty,
  noteTable,
} from './load-store.ts';

/** What became of a county: loaded, gone on with, or found to be loaded already. */
export interface Loaded {
  readonly result: 'loaded' | 'resumed' | 'unchanged';
  readonly rows: number;
}

/** How a load is done: on which servers, and whether an older state may take the place of what is there. */
export interface Loading {
  readonly region: Connection;
  readonly holders: Holders;
  readonly isOlderMeant: boolean;
  /** The marks of keys that were compared with those who sign with them. */
  readonly trusted: readonly string[];
  readonly at: string;
  step(done: number, total: number): void;
}

/**
 * Loads the facts of a county in place of those that are there. Until the last moment they lie in tables that nobody
 * counts: whatever stops a load changes nothing, and the next one goes on with the tables that are complete.
 */
export async function loadCounty(source: CountySource, loading: Loading): Promise<Loaded> {
  const { region, isOlderMeant, trusted } = loading;
  return holding(region, source.county, async () => {
    const before = await loadedCounty(region, source.county);
    refuseIf(trustProblem(before, source, keyMark(source.signer), trusted));
    await source.open();
    refuseIf(loadProblem(before, source, isOlderMeant));
    if (before && isSameState(before, source)) return { result: 'unchanged', rows: before.rows };
    const lines = new Map(FACTS.map(fact => [fact, linesOf(fact, source.county, source.rows(fact))] as const));
    const digest = digestOf([...lines.values()]);
    if (before?.digest === digest) {
      await keepState(region, source.county, stateOf(source));
      return { result: 'unchanged', rows: before.rows };
    }
    return replaced(source, loading, { before, lines, digest });
  });
}

interface Facts {
  readonly before: CountyRow | undefined;
  readonly lines: ReadonlyMap<FactTable, FactLines>;
  readonly digest: string;
}

async function replaced(source: CountySource, loading: Loading, facts: Facts): Promise<Loaded> {
  const { region, holders, at } = loading;
  const { before, lines, digest } = facts;
  const { county } = source;
  const { edition, holder, isResumed } = await editionFor(county, loading, facts);
  const server = await holders.at(holder);
  const kept = before?.holder === holder ? [before.edition] : [];
  await dropOthers(server, county, [edition, ...kept]);
  const rows = await fill(server, { county, edition }, loading, lines);
  await region.atomically(async () => {
    await exchangePartitions(region, { county, edition }, before, holder);
    const known = { code: county, league: county.slice(0, 4), holder, edition, digest, rows, loaded_at: at };
    await keepCounty(region, { ...known, ...stateOf(source) });
    await endLoad(region, edition);
  });
  // Nobody counts them any more; where this fails, the next load does it.
  await dropOthers(server, county, [edition]).catch(() => {});
  return { result: isResumed ? 'resumed' : 'loaded', rows };
}

/** The edition that an interrupted load of the same facts began, or a new one; others of the county are given up. */
async function editionFor(county: string, { region, holders }: Loading, { before, digest }: Facts) {
  const loads = await loadsOfCounty(region, county);
  const begun = loads.find(({ state }) => state === digest);
  for (const { edition } of loads) if (edition !== begun?.edition) await endLoad(region, edition);
  if (begun) return { edition: begun.edition, holder: begun.holder, isResumed: true };
  const holder = before ? before.holder : await holders.leastUsed();
  return { edition: await beginLoad(region, { county, holder, state: digest }), holder, isResumed: false };
}

async function fill(
  server: Connection,
  edition: { readonly county: string; readonly edition: number },
  { region, step }: Loading,
  lines: Facts['lines'],
): Promise<number> {
  const noted = await completeTables(region, edition.edition);
  const complete = new Set((await tablesOf(server, edition)).filter(fact => noted.has(fact)));
  const total = [...lines.values()].reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const [fact, { rows, pieces }] of lines) {
    if (!complete.has(fact)) {
      await fillTable(server, fact, edition, pieces);
      await noteTable(region, edition.edition, fact, rows);
    }
    done += rows;
    step(done, total);
  }
  return total;
}

const digestOf = (lines: readonly FactLines[]) =>
  createHash('sha256')
    .update(lines.map(({ digest }) => digest).join('\n'))
    .digest('hex');

function stateOf({ name, origin, signer, entry, hash, at, on }: CountySource) {
  return { name, origin, signer, entry, entry_hash: hash, entry_at: at, facts_on: on };
}
