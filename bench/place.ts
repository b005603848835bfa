import { disputed } from './disputes.ts';
import { type Fixture, makeFixture, multiplied, withEarlierVisits } from './fixture.ts';

/** What the measures work on, each made when it is first asked for, and how often they run. */
export interface Place {
  readonly folder: string;
  /** Rounds of a short run, and of one that takes many seconds. */
  readonly rounds: number;
  readonly longRounds: number;
  readonly isQuick: boolean;
  /** The demo banner: 271,229 visits. */
  readonly banner: () => Fixture;
  /** The banner with so many visits. */
  readonly withVisits: (visits: number) => string;
  /** The banner with so many visits of earlier years only. */
  readonly withEarlierVisits: (visits: number) => string;
  /** The banner with 50,000 disputes. */
  readonly withDisputes: () => string;
}

export function placeIn(folder: string, isQuick: boolean): Place {
  const made = new Map<string, unknown>();
  const once = <V>(what: string, make: () => V): V => {
    if (!made.has(what)) {
      process.stderr.write(`making ${what} …\n`);
      made.set(what, make());
    }
    return made.get(what) as V;
  };
  const banner = () => once('the demo banner', () => makeFixture(folder));
  return {
    folder,
    rounds: isQuick ? 3 : 9,
    longRounds: isQuick ? 1 : 7,
    isQuick,
    banner,
    withVisits: visits => once(`${visits} visits`, () => multiplied(banner(), visits)),
    withEarlierVisits: visits => once(`${visits} earlier visits`, () => withEarlierVisits(banner(), visits)),
    withDisputes: () => once('50,000 disputes', () => disputed(banner(), 50_000)),
  };
}
