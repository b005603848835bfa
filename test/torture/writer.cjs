'use strict';
// Runs one command line after the other in this process, as its parent sends them.
const { load } = require('../../bin/load.js');
const { program } = load();
process.on('message', argv => {
  program.start(argv).then(code => process.send(code));
});
