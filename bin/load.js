import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const built = new URL('../dist/', import.meta.url);

/**
 * Loads the built program, one function expression in `dist/program.cjs`, with the code that V8 compiled when it was
 * built: that halves the start-up. Another V8 refuses the cache and compiles anew. Throws ENOENT where nothing is built.
 */
export function load(folder = built) {
  const filename = fileURLToPath(new URL('program.cjs', folder));
  const cachedData = readIfThere(new URL('program.cache', folder));
  // The bundle is pure ASCII, which is read faster than UTF-8; what V8 kept names the script as it was called then.
  const script = new Script(readFileSync(filename, 'latin1'), { filename: 'dist/program.cjs', cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(filename), module, filename);
  return { program: module.exports, script };
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
