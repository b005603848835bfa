'use strict';
const { fstatSync, openSync, readSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const BUILT = join(__dirname, '..', 'dist');

/** What few commands use of Node itself is loaded at its first use: together these take as long as the rest of a start. */
const LOADED_LATE = new Set([
  'async_hooks',
  'child_process',
  'crypto',
  'os',
  'readline',
  'stream',
  'tty',
  'worker_threads',
  'zlib',
]);

/**
 * Loads the built program, pack by pack as its modules are asked for (see packs.mjs), with the code that V8 compiled for it
 * earlier, which halves the start-up. Without such code, `uncached` names the file to keep it in next time (see cache.js).
 * Throws ENOENT if nothing is built.
 */
function load(folder = BUILT) {
  const { cache, kept, moduleOf } = opened(folder);
  return { program: moduleOf('start/entry'), uncached: kept ? undefined : cache };
}

/** The program's modules by their names (PACK/MODULE), and the scripts of the packs that were loaded for them. */
function opened(folder, isFresh = false) {
  const filename = join(folder, 'program.cjs');
  const sources = container(filename);
  const cache = cacheFile(folder, sources.build);
  const kept = isFresh ? undefined : containerIfThere(cache);
  const packs = new Map();
  const scripts = new Map();
  const own = {
    /** `import.meta.url` of every module. */
    get address() {
      return pathToFileURL(filename).href;
    },
  };
  const ofNode = () => createRequire(filename);

  function packOf(name) {
    // Pure ASCII, which is read faster as Latin-1 than as UTF-8.
    const script = compile(sources.part(name).latin1Slice(), name, kept?.part(name));
    scripts.set(name, script);
    return script.runInThisContext();
  }

  function moduleOf(name) {
    const [pack, inPack] = name.split('/');
    const known = packs.get(pack);
    if (known) return known.exports[inPack];
    const module = { exports: {} };
    packs.set(pack, module);
    packOf(pack)(module.exports, required, module, own);
    return module.exports[inPack];
  }

  function required(name) {
    if (name[0] === '#') return moduleOf(name.slice(1));
    const plain = name.startsWith('node:') ? name.slice(5) : name;
    if (LOADED_LATE.has(plain)) return late(plain);
    return process.getBuiltinModule(plain) ?? ofNode()(name);
  }

  return { cache, kept, moduleOf, packOf, scripts, names: sources.names };
}

/** A module of Node that is loaded when something of it is used. */
function late(name) {
  let loaded;
  const own = () => {
    loaded ??= process.getBuiltinModule(name);
    return loaded;
  };
  // The module of streams is a class, which others extend.
  return new Proxy(name === 'stream' ? function Stream() {} : {}, {
    construct: (_, values, type) => Reflect.construct(own(), values, type),
    get: (_, key) => own()[key],
    has: (_, key) => key in own(),
    ownKeys: () => Reflect.ownKeys(own()),
    getOwnPropertyDescriptor: (_, key) => ({ ...Reflect.getOwnPropertyDescriptor(own(), key), configurable: true }),
  });
}

const FIRST_READ = 32 * 1024;

/**
 * A file of many parts, of which only those are read that are asked for. Its first line is `//BUILD`, its second a JSON object
 * after `//` with the place of each part below and its length.
 */
function container(filename) {
  const file = openSync(filename);
  const first = Buffer.allocUnsafe(FIRST_READ);
  const end = readSync(file, first, 0, FIRST_READ, 0);
  const buildEnd = first.indexOf(10);
  const indexEnd = first.indexOf(10, buildEnd + 1);
  const { size, parts } = JSON.parse(first.latin1Slice(buildEnd + 3, indexEnd));
  const below = indexEnd + 1;
  if (fstatSync(file).size !== below + size) throw new Error(`${filename} is cut`);
  return {
    build: first.latin1Slice(2, buildEnd),
    names: Object.keys(parts),
    part(name) {
      const [place, length] = parts[name];
      const start = below + place;
      if (start + length <= end) return first.subarray(start, start + length);
      const part = Buffer.allocUnsafeSlow(length);
      readSync(file, part, 0, length, start);
      return part;
    },
  };
}

/** Undefined where there is none, or half of one. */
function containerIfThere(filename) {
  try {
    return container(filename);
  } catch {
    return undefined;
  }
}

/** The text above the parts of a container. */
function headOf(build, parts) {
  let size = 0;
  const places = {};
  for (const [name, { length }] of parts) {
    places[name] = [size, length];
    size += length;
  }
  return `//${build}\n//${JSON.stringify({ size, parts: places })}\n`;
}

/** Each build and each V8 has a file of its own: V8 checks its version, but of the source only the length. */
function cacheFile(folder, build = container(join(folder, 'program.cjs')).build) {
  return join(folder, `program-${build}-${process.versions.v8}-${process.arch}.cache`);
}

/** Loaded as a script, since V8 keeps code of scripts only. The name must be the same wherever the program is installed. */
function compile(source, pack, cachedData) {
  const { Script } = require('node:vm');
  return new Script(source, { filename: `dist/program/${pack}.cjs`, cachedData });
}

module.exports = { load, opened, cacheFile, headOf };
