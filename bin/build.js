import { copyFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const target = process.argv[2] ?? 'dist';

/** Bundles the program into dist/: what every command needs in one file; the demo, prompts and queries by Kysely load when called. */
await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: {
    entry: 'src/entry.ts',
    'visit-reader': 'src/visits/reader-thread.ts',
    bench: 'bench/bench.ts',
  },
  outdir: target,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  define: { TIAOCHU_VERSION: JSON.stringify(version) },
  // Bundled CommonJS packages call require for Node's own modules.
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
  },
});

// The demo reads its list of units beside the code, built or not.
copyFileSync(
  new URL('../src/demo/divisions.csv', import.meta.url),
  new URL(`../${target}/divisions.csv`, import.meta.url),
);
