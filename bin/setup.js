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
  const { dependencies, devDependencies, overrides, allowScripts } = JSON.parse(
    readFileSync(at('package.json'), 'utf8'),
  );
  return JSON.stringify({ dependencies, devDependencies, overrides, allowScripts });
};
const wantedInstall = () =>
  fingerprint(['package-lock.json'], [wishes(), process.versions.modules, process.platform, process.arch].join());
const wantedBuild = () =>
  fingerprint(
    ['bin/build.mjs', 'bin/load.js', 'package.json', ...filesBelow('src'), ...filesBelow('bench')],
    process.version,
  );
const isStamped = (stamp, wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
const addon = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';

function run(command, args, shell = false) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
  if (done.status === 0) return;
  console.error(`setup: ${[command, ...args].join(' ')} failed${done.error ? `: ${done.error.message}` : ''}`);
  process.exit(done.status ?? 1);
}

function install() {
  console.error('安装依赖…… / installing packages (the SQLite addon may take a minute to compile) …');
  // npm sets npm_execpath for its own scripts; without it, npm is looked up on the PATH.
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) run(process.execPath, [npm, 'ci', '--no-audit', '--no-fund']);
  else run('npm', ['ci', '--no-audit', '--no-fund'], process.platform === 'win32');
  if (!existsSync(at(addon))) {
    console.error('setup: the SQLite addon was not built: Python 3, make and a C++ compiler are needed (see README)');
    process.exit(1);
  }
  writeFileSync(INSTALL_STAMP, wantedInstall());
}

function build() {
  console.error('构建…… / building …');
  // The old program stays in place until the new one is complete.
  const fresh = '.dist-new';
  rmSync(at(fresh), { recursive: true, force: true });
  run(process.execPath, [at('bin', 'build.mjs'), fresh]);
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
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`setup: Node 20.19 or newer is needed, this is ${process.versions.node}`);
  process.exit(1);
}
const installed = () => existsSync(at(addon)) && isStamped(INSTALL_STAMP, wantedInstall());
const current = () => isStamped(BUILD_STAMP, wantedBuild());
if (!installed() || !current())
  whileLocked(() => {
    if (!installed()) install();
    if (!current()) build();
  });
