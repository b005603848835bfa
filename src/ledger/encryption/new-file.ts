import { writeNew } from '../../disk/file.ts';
import { connect, type Db } from '../sqlite.ts';
import { rememberKey } from './keys.ts';
import type { FileKey } from './page-rules.ts';

/** A database in a file that was not there, which is encrypted from its first byte. */
export function newEncrypted(path: string, key: FileKey): Db {
  writeNew(path, []);
  rememberKey(key);
  return connect(path, key);
}
