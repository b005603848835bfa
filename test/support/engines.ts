import { startLittleServer } from './pglite-server.ts';
import { postgresPrograms, startServer } from './postgres.ts';

const PROGRAMS = postgresPrograms();

/** A kind of PostgreSQL on which a region is tried. */
export interface Engine {
  readonly name: string;
  start(): Promise<{ readonly url: string; remove(): unknown }>;
}

/** PGlite always, and a real PostgreSQL where there is one. */
export const ENGINES: readonly Engine[] = [
  { name: 'PGlite', start: startLittleServer },
  ...(PROGRAMS === undefined ? [] : [{ name: 'PostgreSQL', start: () => startServer(PROGRAMS) }]),
];
