'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { createRequire, enableCompileCache } = require('node:module');
const { Script } = require('node:vm');

const BUILT = join(__dirname, '..', 'dist');

/**
 * Loads the built program with the code that V8 compiled for it earlier, which halves the start-up. Without such code,
 * Node's own compile cache helps where there is one, and `uncached` names the file to keep the code in next time
 * (see cache.js). Throws ENOENT if nothing is built.
 */
function load(folder = BUILT) {
  const filename = join(folder, 'program.cjs');
  const source = sourceOf(folder);
  const cache = cacheFile(folder, source);
  const cachedData = readIfThere(cache);
  const script = cachedData && compile(source, cachedData);
  if (script && !script.cachedDataRejected) return { program: run(script.runInThisContext(), filename) };
  enableCompileCache?.();
  // A file that V8 refuses was kept under other flags (`node --jitless`): it serves the usual ones and stays.
  return { program: run(require(filename), filename), uncached: cachedData ? undefined : cache };
}

/** The bundle is pure ASCII, which is read faster as Latin-1 than as UTF-8. */
function sourceOf(folder) {
  return readFileSync(join(folder, 'program.cjs'), 'latin1');
}

/** Each build and each V8 has a file of its own: V8 checks its version, but of the source only the length. */
function cacheFile(folder, source) {
  const build = source.slice(2, source.indexOf('\n'));
  return join(folder, `program-${build}-${process.versions.v8}-${process.arch}.cache`);
}

/** Loaded as a script, since V8 keeps code of scripts only. The name must be the same wherever the program is installed. */
function compile(source, cachedData) {
  return new Script(source, { filename: 'dist/program.cjs', cachedData });
}

/** The bundle is one function, with the parameters of a CommonJS module. */
function run(bundle, filename) {
  const module = { exports: {} };
  bundle(module.exports, createRequire(filename), module, filename);
  return module.exports;
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

module.exports = { load, sourceOf, cacheFile, compile, run };
