#!/usr/bin/env node
'use strict';
// CommonJS: Node starts it 6 ms sooner than an ES module.
const { load } = require('./load.js');

// A crash before the end must not look like success.
process.exitCode = 1;

const built = ready();
if (built)
  built.program.start(process.argv.slice(2)).then(code => {
    process.exitCode = code;
    if (code === 0 && built.uncached) require('./cache.js').keepCompiled(built.uncached);
  });
else {
  process.stderr.write(
    'tiaochu: 尚未构建，请先运行 npm run demo 或 node bin/setup.js / not built yet: run node bin/setup.js first\n',
  );
  process.exitCode = 6;
}

function ready() {
  try {
    return load();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  }
}
