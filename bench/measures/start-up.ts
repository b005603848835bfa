import type { Measure } from '../measure.ts';
import type { Place } from '../place.ts';
import { difference, emptyNode, inTurns, medianOf, ratio, tiaochu } from '../run.ts';

const NODE = 'node -e 0';

/** A short command against an empty Node. */
const start = (name: string, bounds: Pick<Measure, 'must' | 'stretch'>, command: (place: Place) => readonly string[]) =>
  ({
    name: `start ${name}`,
    what: `tiaochu ${name}`,
    against: NODE,
    unit: 'ratio',
    ...bounds,
    command,
    measure(place) {
      const words = command(place);
      const times = inTurns(place.rounds * 3, { node: emptyNode, start: () => tiaochu(...words) });
      return medianOf(times.start, times.node, ratio);
    },
  }) satisfies Measure;

/** The ledger in which records are looked up: a gigabyte. */
const gigabyte = (place: Place) => (place.isQuick ? place.banner().full : place.withVisits(3_000_000));

export const START_UP: readonly Measure[] = [
  start('--version', { must: 1.15, stretch: 1.05 }, () => ['--version']),
  start('--help', { must: 1.15, stretch: 1.05 }, () => ['--help']),
  start('household show', { must: 1.4, stretch: 1.2 }, place => [
    ...['household', 'show', '150722100200010001', '--ledger', gigabyte(place)],
  ]),
  start('dispute show', { must: 1.4, stretch: 1.2 }, place => [
    ...['dispute', 'show', '150722100001-2023-1', '--format', 'json', '--ledger', gigabyte(place)],
  ]),
];

/** How long a command takes above an empty Node, in milliseconds. */
export function aboveNode(rounds: number, words: readonly string[]): number {
  const times = inTurns(rounds, { node: emptyNode, command: () => tiaochu(...words) });
  return medianOf(times.command, times.node, difference);
}
