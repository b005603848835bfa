import type { World } from './world.ts';

/** Whether both input and output are a terminal. */
export function atTerminal(world: Pick<World, 'stdin' | 'stderr'>): boolean {
  // In this order: opening standard input takes 3 ms.
  return world.stderr.isTTY && world.stdin.isTTY === true;
}
