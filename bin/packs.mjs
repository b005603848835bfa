import { build } from 'esbuild';

/** The packs of a start, in their order: what answers `--version`, what reads a command line, what carries a command out. */
const STARTING = { start: 'src/entry.ts', main: 'src/main.ts', command: 'src/cli/calling.ts' };

/**
 * Bundles the program into packs, so that a command reads and runs no more than it needs. What is always loaded together is a
 * module; what every start loads is in three packs, and any other module is a pack of its own. Modules ask for those of other
 * packs as #PACK/MODULE. Returns the text of each pack, and what esbuild says of its inputs.
 */
export async function packed(options) {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: [STARTING.start],
    format: 'esm',
    splitting: true,
    write: false,
    define: { ...options.define, 'import.meta.url': 'own.address' },
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [nameOf(path), text]));
  const packs = packsOf(metafile.outputs);
  const wanted = wantedElsewhere(metafile.outputs, packs);
  const names = [...new Set(packs.values())];
  const bundled = await Promise.all(
    names.map(async pack => {
      const own = [...packs.keys()].filter(name => packs.get(name) === pack && wanted.has(name));
      return [pack, `(function (exports, require, module, own) {${await packOf(pack, own, { texts, packs })}\n})`];
    }),
  );
  return { packs: new Map(bundled), metafile };
}

const nameOf = path => path.replaceAll('\\', '/').split('/').at(-1).replace(/\.js$/, '');

/** The pack of each module. */
function packsOf(outputs) {
  const packs = new Map();
  for (const [pack, source] of Object.entries(STARTING)) {
    const first = Object.keys(outputs).find(path => outputs[path].entryPoint === source);
    if (!first) throw new Error(`${source} is no module of its own: import it when it is needed`);
    for (const path of loadedWith(first, outputs)) if (!packs.has(nameOf(path))) packs.set(nameOf(path), pack);
  }
  for (const path of Object.keys(outputs)) if (!packs.has(nameOf(path))) packs.set(nameOf(path), nameOf(path));
  return packs;
}

/** A module and all that it imports at once. */
function loadedWith(first, outputs, found = new Set()) {
  if (found.has(first)) return found;
  found.add(first);
  for (const { path, kind } of outputs[first].imports)
    if (kind === 'import-statement' && path in outputs) loadedWith(path, outputs, found);
  return found;
}

/** The modules that other packs ask for, or that are asked for when they are needed. */
function wantedElsewhere(outputs, packs) {
  const wanted = new Set([nameOf(STARTING.start.replace(/\.ts$/, '.js'))]);
  for (const [asking, { imports }] of Object.entries(outputs))
    for (const { path, kind } of imports)
      if (path in outputs && (kind === 'dynamic-import' || packs.get(nameOf(path)) !== packs.get(nameOf(asking))))
        wanted.add(nameOf(path));
  return wanted;
}

/** A pack as one script, whose exports are its modules by name. */
async function packOf(pack, wanted, { texts, packs }) {
  const { outputFiles } = await build({
    stdin: { contents: wanted.map(name => `export * as ${JSON.stringify(name)} from './${name}.js';`).join('\n') },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    logLevel: 'error',
    // A script that V8 keeps has no loader of its own for import().
    supported: { 'dynamic-import': false },
    plugins: [modulesOf(pack, { texts, packs })],
  });
  return outputFiles[0].text;
}

/** Resolves modules of the pack to their texts, and those of others to names that load.js knows. */
const modulesOf = (pack, { texts, packs }) => ({
  name: 'modules of packs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path, kind }) => {
      const name = nameOf(path);
      if (!path.startsWith('./') || !packs.has(name)) return { path, external: true };
      const isOwn = packs.get(name) === pack && kind !== 'dynamic-import';
      return isOwn ? { path: name, namespace: 'modules' } : { path: `#${packs.get(name)}/${name}`, external: true };
    });
    onLoad({ filter: /.*/, namespace: 'modules' }, ({ path }) => ({ contents: texts.get(path) }));
  },
});
