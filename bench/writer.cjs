// One of the writers: registers and accepts disputes in one process, and says how long each move took.
// Usage: node writer.cjs LEDGER UNIT DAY MOVES TIMES-FILE
'use strict';
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { load } = require('../bin/load.js');

const [ledger, unit, day, moves, file] = process.argv.slice(2);
const { program } = load(join(__dirname, '..', 'dist'));
const at = ['--unit', unit, '--on', day, '--grade', 'simple', '--category', '02', '--applicant', 'name=敖玉兰'];

// Each command listens for Ctrl-C; a process has one command, this one hundreds.
process.setMaxListeners(0);

async function write() {
  const times = [];
  for (let move = 0; move < Number(moves); move++) {
    const title = `院墙 ${process.pid}-${move}`;
    const began = process.hrtime.bigint();
    const code = await program.start(['dispute', 'register', ...at, '--title', title, '--quiet', '--yes', '--ledger', ledger]);
    if (code !== 0) throw new Error(`exit ${code}`);
    times.push(Number(process.hrtime.bigint() - began) / 1e6);
  }
  writeFileSync(file, JSON.stringify(times));
}

write();
