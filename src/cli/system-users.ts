import { spawnSync } from 'node:child_process';

/** Answers within this, or nobody knows: a directory of users may be far away. */
const WAIT_MS = 3_000;

/** Whether this computer knows a user; undefined where it cannot tell. */
export function isSystemUser(name: string): boolean | undefined {
  // Windows knows the users of a domain only while that answers.
  if (process.platform === 'win32') return undefined;
  const { status } = spawnSync('id', ['-u', '--', name], { stdio: 'ignore', timeout: WAIT_MS });
  return status === 0 ? true : status === 1 ? false : undefined;
}
