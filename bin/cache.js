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
const { headOf, opened } = require('./load.js');

const HOUSEHOLD = '150722100200010001';
const DAY_MS = 24 * 60 * 60_000;

/** What the kept code is compiled for, in an office of one village: together these run most of what every command runs. */
const COMMANDS = [
  ['init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗'],
  ['unit', 'add', '--code', '150722100', '--name', '尼尔基镇', '--level', 'township'],
  ['unit', 'add', '--code', '150722100200', '--name', '西博荣村', '--level', 'village', '--parent-code', '150722100'],
  ['household', 'add', '--code', HOUSEHOLD, '--unit-code', '150722100200', '--head-name', '鄂晓光'],
  [
    ...['dispute', 'register', '--unit', '150722100200', '--grade', 'simple', '--category', '02'],
    ...['--title', '院墙', '--applicant', 'name=敖玉兰'],
  ],
  ['unit', 'list', '--lang', 'zh'],
  ['report', 'coverage'],
  ['report', 'resolution', '--month', '2023-06'],
  ['household', 'show', HOUSEHOLD],
  ['dispute', 'show', '1', '--format', 'json'],
  ['dispute', 'list'],
  ['petition', 'list'],
  ['todo'],
  ['--help'],
];

/**
 * Has another process keep V8's code in the file `cache`, unless one is doing so, one failed today, or the program's folder
 * is read-only. Returns whether the code is there afterwards.
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
  const { cache, moduleOf, names, packOf, scripts } = opened(folder, true);
  const program = moduleOf('start/entry');
  const scratch = mkdtempSync(join(tmpdir(), 'tiaochu-cache-'));
  try {
    for (const argv of COMMANDS) await program.start([...argv, '--ledger', join(scratch, 'ledger.db'), '--quiet']);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  for (const pack of names) if (!scripts.has(pack)) packOf(pack);
  const parts = [...scripts].map(([pack, script]) => [pack, script.createCachedData()]);
  // Renamed into place, so that no other process reads half a file.
  const fresh = `${cache}.${process.pid}`;
  writeFileSync(fresh, Buffer.concat([Buffer.from(headOf('', parts)), ...parts.map(([, code]) => code)]));
  renameSync(fresh, cache);
}

if (require.main === module) compileAndKeep(process.argv[2]);

module.exports = { keepCompiled };
