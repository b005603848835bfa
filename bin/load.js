'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { createRequire } = require('node:module');
const { Script } = require('node:vm');

const built = join(__dirname, '..', 'dist');

/**
 * Loads the built program, one function expression in `dist/program.cjs`, with the code that V8 compiled when it was
 * built: that halves the start-up. Another V8 refuses the cache and compiles anew. Throws ENOENT where nothing is built.
 */
function load(folder = built) {
  const filename = join(folder, 'program.cjs');
  const cachedData = readIfThere(join(folder, 'program.cache'));
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

module.exports = { load };
