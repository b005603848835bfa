#!/usr/bin/env node
// Makes sure that this Node has a SQLite addon that loads; compiles one only where no prebuilt one fits. Uses only Node and npm.
'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync, renameSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { PREBUILT, COMPILED, addonPackage } = require('./sqlite-addon.js');

const FOLDER = join(__dirname, 'node20');
const PACKAGES = join(FOLDER, 'node_modules');
const BUILT = join(PACKAGES, 'better-sqlite3-multiple-ciphers', 'build', 'Release', 'better_sqlite3.node');

/** Tried in a process of its own, since an addon that does not fit can crash. */
function addonLoads() {
  const script = `require(${JSON.stringify(join(__dirname, 'sqlite-addon.js'))}).loadAddon()`;
  return spawnSync(process.execPath, ['-e', script], { stdio: 'ignore' }).status === 0;
}

/** Runs npm and returns whether it succeeded. npm's output goes to stderr. */
function npm(args, cwd, env = process.env) {
  // npm sets npm_execpath for its scripts; without it, npm is on the PATH.
  const cli = env.npm_execpath;
  const options = { cwd, env, stdio: ['ignore', 2, 2] };
  const done = /npm-cli\.js$/.test(cli ?? '')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.error) console.error(`npm ${args.join(' ')}: ${done.error.message}`);
  return done.status === 0;
}

/** The settings of a global install, which this runs in, are not meant for the folder of the addon. */
function ownEnvironment() {
  const env = { ...process.env };
  for (const key of ['global', 'prefix', 'location', 'ignore_scripts', 'omit', 'include'])
    delete env[`npm_config_${key}`];
  return env;
}

/** Builds version 12 and keeps the addon alone: the packages around it are only needed to build it. */
function compile12() {
  console.error('编译 SQLite 组件，约一分钟…… / compiling the SQLite addon, which takes about a minute …');
  try {
    npm(['ci', '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error'], FOLDER, ownEnvironment());
    if (!existsSync(BUILT)) return false;
    renameSync(BUILT, COMPILED);
    return true;
  } finally {
    rmSync(PACKAGES, { recursive: true, force: true });
  }
}

/** For a system on which the prebuilt addon does not load, such as Linux with an older glibc. */
function compile13() {
  console.error('编译 SQLite 组件，约一分钟…… / compiling the SQLite addon, which takes about a minute …');
  return npm(['run', 'build-release'], addonPackage(), ownEnvironment());
}

/** Returns whether there is an addon that loads, compiling one if need be. */
function ensureAddon() {
  if (addonLoads()) return true;
  const compiled = PREBUILT ? isInstalled() && compile13() : compile12();
  return compiled && addonLoads();
}

function isInstalled() {
  try {
    addonPackage();
    return true;
  } catch {
    return false;
  }
}

const FAILED =
  'SQLite 组件未能安装：编译需要 Python 3、make、C++20 编译器，并能从网上下载 Node 的头文件；Node 22.14 以上版本通常无须编译（见 README.zh.md）\n' +
  'The SQLite addon could not be installed: compiling it needs Python 3, make, a C++20 compiler and the headers of Node from the network; ' +
  'Node 22.14 or newer usually needs none (see README.md)';

if (require.main === module && !ensureAddon()) {
  console.error(FAILED);
  // As an install script this must not undo the whole install: the program says the same when it runs.
  process.exitCode = process.env.npm_lifecycle_event === 'install' ? 0 : 1;
}

module.exports = { ensureAddon, addonLoads, npm, FAILED };
