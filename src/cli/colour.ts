import { type Paint, UNPAINTED } from '../output/style.ts';
import { OPTION_NAMES } from './words/option-names.ts';
import type { Sink, World } from './world.ts';

const WITHOUT = ['--no-color', `--${OPTION_NAMES['no-color']}`];

/**
 * Whether a stream gets colour. Who wants none is heard first: `--no-color`, and NO_COLOR with any value (no-color.org). Then
 * who forces it: FORCE_COLOR, where 0 and false mean none (as in Node), and CLICOLOR_FORCE; then CLICOLOR=0
 * (bixense.com/clicolors) and TERM=dumb. Else a terminal gets it.
 */
function isColoured({ env, argv }: World, { isTTY }: Sink): boolean {
  if (env.NO_COLOR || argv.some(word => WITHOUT.includes(word))) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.CLICOLOR_FORCE && env.CLICOLOR_FORCE !== '0') return true;
  return isTTY && env.CLICOLOR !== '0' && env.TERM !== 'dumb';
}

/** How a stream's text is painted; chalk would look at the environment by itself, so its level is given. */
export async function paintFor(world: World, sink: Sink): Promise<Paint> {
  return isColoured(world, sink) ? new (await import('chalk')).Chalk({ level: 1 }) : UNPAINTED;
}
