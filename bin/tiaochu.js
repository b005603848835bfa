#!/usr/bin/env node
import { existsSync } from 'node:fs';

// A crash before the end must not look like success.
process.exitCode = 1;

// A reader that has seen enough (`| head`) is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', error => {
    if (error.code !== 'EPIPE') throw error;
    if (stream === process.stdout) process.exit(process.exitCode === 1 ? 0 : process.exitCode);
  });

const built = new URL('../dist/entry.js', import.meta.url);
if (existsSync(built)) {
  const { start } = await import(built.href);
  process.exitCode = await start(process.argv.slice(2));
} else {
  process.stderr.write(
    'tiaochu: 尚未构建,请先运行 npm run demo 或 node bin/setup.js / not built yet: run node bin/setup.js first\n',
  );
}
