import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { World } from '../../cli/world.ts';
import type { Address } from './address.ts';
import { passwordIn } from './password-rules.ts';

/** The password for a database: from its address, PGPASSWORD, or the file that all programs of PostgreSQL read. */
export function passwordFor(address: Address, env: World['env']): string | undefined {
  if (address.password !== undefined) return address.password;
  if (env.PGPASSWORD) return env.PGPASSWORD;
  const text = textIn(fileOf(env));
  return text && passwordIn(text, { ...address, user: address.user ?? (env.PGUSER || userInfo().username) });
}

function fileOf({ PGPASSFILE, APPDATA, HOME }: World['env']): string {
  if (PGPASSFILE) return PGPASSFILE;
  return process.platform === 'win32' ? join(APPDATA ?? '', 'postgresql', 'pgpass.conf') : join(HOME ?? '', '.pgpass');
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Without the file there is no password in it.
    return undefined;
  }
}
