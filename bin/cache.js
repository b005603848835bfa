'use strict';
const {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { spawnSync } = require('node:child_process');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { cacheFile, compile, run, sourceOf } = require('./load.js');

const DAY_MS = 24 * 60 * 60_000;

/** What the kept code is compiled for: together these run most of what every command runs. */
const COMMANDS = [
  ['init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗'],
  ['unit', 'list', '--lang', 'zh'],
  ['report', 'coverage'],
  ['report', 'resolution', '--month', '2023-06'],
  ['household', 'show', '150722100200010001'],
];

/**
 * Has another process keep V8's code in the file `cache`, unless one is doing so, one failed today, or the folder is
 * read-only. Returns whether the file is there afterwards.
 */
function keepCompiled(cache) {
  const claim = `${cache}.claim`;
  if (!claimed(claim)) return false;
  spawnSync(process.execPath, [__filename, dirname(cache)], {
    stdio: 'ignore',
    env: plainEnvironment(),
    timeout: 60_000,
  });
  const kept = existsSync(cache);
  // The claim of a failed attempt stays, so that not every start tries again.
  if (kept) rmSync(claim, { force: true });
  return kept;
}

function claimed(claim) {
  try {
    if (existsSync(claim) && Date.now() - statSync(claim).mtimeMs > DAY_MS) rmSync(claim, { force: true });
    closeSync(openSync(claim, 'wx'));
    return true;
  } catch {
    return false;
  }
}

/** Without settings that would change what V8 compiles or make a command fail. */
function plainEnvironment() {
  const changes = key => key === 'NODE_OPTIONS' || key.startsWith('TIAOCHU_');
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !changes(key)));
}

async function compileAndKeep(folder) {
  const source = sourceOf(folder);
  const script = compile(source);
  const program = run(script.runInThisContext(), join(folder, 'program.cjs'));
  const scratch = mkdtempSync(join(tmpdir(), 'tiaochu-cache-'));
  try {
    for (const argv of COMMANDS) await program.start([...argv, '--ledger', join(scratch, 'ledger.db'), '--quiet']);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const cache = cacheFile(folder, source);
  // Renamed into place, so that no other process reads half a file.
  const fresh = `${cache}.${process.pid}`;
  writeFileSync(fresh, script.createCachedData());
  renameSync(fresh, cache);
}

if (require.main === module) compileAndKeep(process.argv[2]);

module.exports = { keepCompiled };
