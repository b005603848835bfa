'use strict';
const { dirname, join } = require('node:path');

/** better-sqlite3 13 has prebuilt addons, but needs Node-API 10: with less it crashes. Version 12 aborts from Node 24.19 on. */
const PREBUILT = Number(process.versions.napi) >= 10;
/** Where bin/addon.js puts the addon of version 12. It depends on V8, so each Node major has its own. */
const COMPILED = join(__dirname, 'node20', `ciphers-${process.versions.modules}.node`);

/** Two packages with the same JavaScript and prebuilt addons: that of the second also opens encrypted files. */
const PLAIN = 'better-sqlite3-addon';
const CIPHERS = 'better-sqlite3-ciphers-addon';

const loaded = new Map();

/** Returns the addon for this Node, in the shape that version 13's JavaScript expects. Throws if it cannot be loaded. */
function loadAddon() {
  return loadOnce(PLAIN);
}

/** The same for encrypted files. The addon that is compiled can open both, so that one compilation is enough. */
function loadCiphers() {
  return loadOnce(CIPHERS);
}

function loadOnce(name) {
  const key = PREBUILT ? name : COMPILED;
  if (!loaded.has(key))
    loaded.set(
      key,
      PREBUILT ? require(join(addonPackage(name), 'lib', 'binding.js')).getBinding() : adapted(require(key)),
    );
  return loaded.get(key);
}

/** The folder of a package with prebuilt addons. Throws if it is not installed. */
function addonPackage(name = PLAIN) {
  return dirname(require.resolve(`${name}/package.json`));
}

/** The bundle has version 13's JavaScript only. Version 12's addon differs in how it is initialized. */
function adapted(addon) {
  return { Database: addon.Database, initialize: SqliteError => addon.setErrorConstructor(SqliteError) };
}

module.exports = { PREBUILT, COMPILED, addonPackage, loadAddon, loadCiphers };
