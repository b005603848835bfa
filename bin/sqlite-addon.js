'use strict';
const { dirname, join } = require('node:path');

/** better-sqlite3 13 has prebuilt addons, but needs Node-API 10: with less it crashes. Version 12 aborts from Node 24.19 on. */
const PREBUILT = Number(process.versions.napi) >= 10;
/** Where bin/addon.js puts the addon of version 12. It depends on V8, so each Node major has its own. */
const COMPILED = join(__dirname, 'node20', `addon-${process.versions.modules}.node`);

let loaded;

/** Returns the addon for this Node, in the shape that version 13's JavaScript expects. Throws if it cannot be loaded. */
function loadAddon() {
  loaded ??= PREBUILT ? require(join(addonPackage(), 'lib', 'binding.js')).getBinding() : adapted(require(COMPILED));
  return loaded;
}

/** The folder of the package with the prebuilt addons. Throws if it is not installed. */
function addonPackage() {
  return dirname(require.resolve('better-sqlite3-addon/package.json'));
}

/** The bundle has version 13's JavaScript only. Version 12's addon differs in how it is initialized. */
function adapted(addon) {
  return { Database: addon.Database, initialize: SqliteError => addon.setErrorConstructor(SqliteError) };
}

module.exports = { PREBUILT, COMPILED, addonPackage, loadAddon };
