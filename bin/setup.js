#!/usr/bin/env node
// Installs and builds what is missing, and nothing else: a second run takes a moment. Uses only Node itself.
'use strict';
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { basename, dirname, join } = require('node:path');
const { ensureAddon, FAILED, npm } = require('./addon.js');
const { keepCompiled } = require('./cache.js');
const { cacheFile } = require('./load.js');
const { COMPILED, PREBUILT } = require('./sqlite-addon.js');

const root = dirname(__dirname);
const at = (...parts) => join(root, ...parts);
const INSTALL_STAMP = at('node_modules', '.tiaochu-setup');
const BUILD_STAMP = at('dist', '.tiaochu-setup');
const LOCK = at('.setup-lock');
const STALE_MS = 15 * 60_000;

function fingerprint(files, extra) {
  const hash = createHash('sha256').update(extra);
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(at(file)));
  return hash.digest('hex');
}

function filesBelow(folder) {
  return readdirSync(at(folder), { withFileTypes: true })
    .flatMap(entry => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

/** What of package.json decides about the installed packages: a new script or setting alone is no reason to install. */
const wishes = () => {
  const { dependencies, optionalDependencies, devDependencies, overrides } = JSON.parse(
    readFileSync(at('package.json'), 'utf8'),
  );
  return JSON.stringify({ dependencies, optionalDependencies, devDependencies, overrides });
};
const wantedInstall = () => fingerprint(['package-lock.json'], [wishes(), process.platform, process.arch].join());
// The bundle is the same on every Node; only V8's compiled code beside it is not.
const wantedBuild = () =>
  fingerprint(
    [
      'bin/build.mjs',
      'bin/no-editor.mjs',
      'bin/cache.js',
      'bin/load.js',
      'bin/packs.mjs',
      'package.json',
      ...filesBelow('src'),
      ...filesBelow('bench'),
    ],
    wantedInstall(),
  );
const isStamped = (stamp, wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

function fail(message) {
  console.error(`setup: ${message}`);
  process.exit(1);
}

function install() {
  console.error('安装依赖…… / installing packages …');
  // No package needs its install script: the one addon that may have to be compiled is addon.js's business.
  const flags = ['--ignore-scripts', '--include=dev', '--include=optional', '--engine-strict=false'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  if (!npm(['ci', ...flags, ...quiet], root)) fail('npm ci failed');
}

function build() {
  console.error('构建…… / building …');
  // The old program stays in place until the new one is complete.
  const fresh = '.dist-new';
  rmSync(at(fresh), { recursive: true, force: true });
  const done = spawnSync(process.execPath, [at('bin', 'build.mjs'), fresh], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) fail('the build failed');
  writeFileSync(at(fresh, basename(BUILD_STAMP)), wantedBuild());
  rmSync(at('dist'), { recursive: true, force: true });
  renameSync(at(fresh), at('dist'));
}

/** Two set-ups at once (a demo and a test run) take turns; a lock left by a killed one is stale after a while. */
function whileLocked(work) {
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = existsSync(LOCK) ? Date.now() - statSync(LOCK).mtimeMs : 0;
      if (age > STALE_MS) rmSync(LOCK, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
  const release = () => rmSync(LOCK, { recursive: true, force: true });
  process.once('exit', release);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  work();
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`Node 20.19 or newer is needed, this is ${process.versions.node}`);

const installed = () =>
  isStamped(INSTALL_STAMP, wantedInstall()) && (!PREBUILT || existsSync(at('node_modules', 'better-sqlite3-addon')));
/** Whether it loads is found out once after each installation; from then on its file is enough. */
const addonIsThere = () => PREBUILT || existsSync(COMPILED);
const current = () => isStamped(BUILD_STAMP, wantedBuild());
const cache = () => cacheFile(at('dist'));

if (!installed() || !addonIsThere() || !current() || !existsSync(cache()))
  whileLocked(() => {
    const fresh = !installed();
    if (fresh) install();
    if ((fresh || !addonIsThere()) && !ensureAddon()) fail(FAILED);
    if (fresh) writeFileSync(INSTALL_STAMP, wantedInstall());
    if (!current()) build();
    if (!existsSync(cache())) keepCompiled(cache());
  });
