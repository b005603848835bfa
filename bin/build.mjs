import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { keepCompiled } from './cache.js';
import { cacheFile, headOf } from './load.js';
import { packed } from './packs.mjs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const root = new URL('..', import.meta.url);
const target = process.argv[2] ?? 'dist';
const dist = new URL(`${target}/`, root);
const common = {
  absWorkingDir: fileURLToPath(root),
  outdir: target,
  bundle: true,
  alias: { '@inquirer/external-editor': './bin/no-editor.mjs' },
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  metafile: true,
  // A faster client in C that nobody has to have.
  external: ['pg-native', '@duckdb/node-api'],
  define: { TIAOCHU_VERSION: JSON.stringify(version), SQLITE_ADDON: '"../bin/sqlite-addon.js"' },
};

/** Libraries that few commands need: bundles of their own, which the others require where one is used. */
const LIBRARIES = {
  'progress-library': 'src/cli/progress-library.ts',
  'workbook-library': 'src/kernel/workbook-library.ts',
  'pinyin-library': 'src/picking/pinyin-library.ts',
  'shell-library': 'src/completion/shell-library.ts',
  'word-library': 'src/output/word/word-library.ts',
  'age-library': 'src/exchange/age-library.ts',
  'pg-library': 'src/region/database/pg-library.ts',
  'duckdb-library': 'src/datasets/duckdb-library.ts',
};
const librariesApart = {
  name: 'libraries apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/[\w-]+-library\.ts$/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: `./${basename(path, '.ts')}.cjs`, external: true },
    ),
};

/** Bundles a script into one CommonJS file; what it imports when called is run when called. */
const script = entryPoints =>
  build({
    ...common,
    entryPoints,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    define: { ...common.define, 'import.meta.url': 'ownAddress' },
    banner: { js: "const ownAddress = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [librariesApart],
  });

const program = await packed({ ...common, plugins: [librariesApart] });
const bundles = [program, await script({ 'visit-reader': 'src/visits/reader-thread.ts' }), await script(LIBRARIES)];
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
  copyFileSync(new URL(name, data), new URL(name, dist));
writeFileSync(new URL('LICENSES.txt', dist), licencesOf(bundles));
write(program.packs);

const folder = fileURLToPath(dist);
if (!keepCompiled(cacheFile(folder))) throw new Error('V8 kept no compiled code');

/**
 * Writes the packs of the program into one file. What esbuild leaves in Chinese (regular expressions) becomes escapes: V8 keeps
 * plain ASCII in half the room. Above them stands a hash, which load.js tells builds apart by.
 */
function write(packs) {
  const escaped = unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const texts = [...packs].map(([pack, text]) => [pack, text.replace(/[^\0-\x7f]/g, escaped)]);
  const build = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12);
  writeFileSync(new URL('program.cjs', dist), headOf(build, texts) + texts.map(([, text]) => text).join(''));
}

/** The licences of the packages whose code is in the bundles: they are not installed along with the program. */
function licencesOf(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const packages = inputs.flatMap(path => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(packages)].sort().map(licenceOf).join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceOf(path) {
  const folder = new URL(`${path}/`, root);
  const { name, version, license } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(new URL(file, folder), 'utf8') : ''}`;
}
