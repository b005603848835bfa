import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { load } from './load.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const root = new URL('..', import.meta.url);
const target = process.argv[2] ?? 'dist';
const common = {
  absWorkingDir: fileURLToPath(root),
  outdir: target,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  define: { TIAOCHU_VERSION: JSON.stringify(version) },
};

/** Bundles a program into one CommonJS file, which V8 can keep compiled; what it imports when called is run when called. */
const script = (entryPoints, banner, footer) =>
  build({
    ...common,
    entryPoints,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    // A script that V8 keeps has no loader of its own for import().
    supported: { 'dynamic-import': false },
    define: { ...common.define, 'import.meta.url': 'ownAddress' },
    banner: { js: `${banner}const ownAddress = require('node:url').pathToFileURL(__filename).href;` },
    footer: { js: footer },
  });

await script({ program: 'src/entry.ts' }, '(function (exports, require, module, __filename) {', '})');
await script({ 'visit-reader': 'src/visits/reader-thread.ts' }, '', '');
await build({
  ...common,
  entryPoints: { bench: 'bench/bench.ts' },
  format: 'esm',
  // Bundled CommonJS packages call require for Node's own modules.
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
  },
});

// The demo reads its data files beside the code, built or not.
const data = new URL('src/demo/', root);
for (const name of readdirSync(data).filter(file => file.endsWith('.csv')))
  copyFileSync(new URL(name, data), new URL(`${target}/${name}`, root));

inAscii(new URL(`${target}/program.cjs`, root));
await keepCompiled(fileURLToPath(new URL(`${target}/`, root)));

/** Writes what esbuild leaves in Chinese (regular expressions) as escapes: V8 keeps plain ASCII in half the room. */
function inAscii(file) {
  const escaped = unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escaped));
}

/** Runs a few commands, unseen, and keeps what V8 compiled for them. */
async function keepCompiled(folder) {
  const { program, script: compiled } = load(folder);
  const scratch = mkdtempSync(join(tmpdir(), 'tiaochu-build-'));
  const ledger = join(scratch, 'ledger.db');
  const write = process.stdout.write;
  try {
    process.stdout.write = () => true;
    for (const argv of [
      ['init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗'],
      ['unit', 'list', '--lang', 'zh'],
      ['report', 'coverage'],
    ])
      await program.start([...argv, '--ledger', ledger, '--quiet']);
  } finally {
    process.stdout.write = write;
    rmSync(scratch, { recursive: true, force: true });
  }
  writeFileSync(join(folder, 'program.cache'), compiled.createCachedData());
}
