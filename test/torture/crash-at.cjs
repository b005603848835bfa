'use strict';
// Kills this process before its Nth operation on a file of a folder: node --require, CRASH_IN, CRASH_AT. With 0 it
// only counts, and says how many there were in the file CRASH_COUNT.
const fs = require('node:fs');
const { CRASH_IN: folder = '', CRASH_AT: at = '0', CRASH_COUNT: counted } = process.env;
const write = fs.writeFileSync;
const open = new Set();
let operations = 0;

const CHANGING = ['openSync', 'writeSync', 'writeFileSync', 'renameSync', 'linkSync', 'unlinkSync', 'rmSync', 'mkdirSync'];
const OF_HANDLES = ['fsyncSync', 'closeSync', 'chmodSync', 'fchmodSync', 'ftruncateSync', 'copyFileSync'];

for (const name of [...CHANGING, ...OF_HANDLES]) {
  const original = fs[name];
  fs[name] = (...args) => {
    const isMeant = args.some(arg => (typeof arg === 'string' ? arg.startsWith(folder) : open.has(arg)));
    if (isMeant) {
      operations++;
      if (operations === Number(at)) process.kill(process.pid, 'SIGKILL');
    }
    const result = original(...args);
    if (isMeant && name === 'openSync') open.add(result);
    if (isMeant && name === 'closeSync') open.delete(args[0]);
    return result;
  };
}
if (counted) process.on('exit', () => write(counted, String(operations)));
