import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL of its own in a temporary folder, which only this machine can reach. */
export interface Server {
  readonly url: string;
  readonly port: number;
  /** Starts it again after it was stopped. */
  start(): Promise<void>;
  /** Stops it at once, as a crash does. */
  stop(): void;
  /** Stops it and removes what it kept. */
  remove(): void;
}

const DEBIAN = '/usr/lib/postgresql';
/** Crashes are of the program, not of the machine: nothing needs to reach the disk. */
const SETTINGS = ['fsync=off', 'listen_addresses=127.0.0.1', 'max_locks_per_transaction=512', 'shared_buffers=64MB'];

/** Where PostgreSQL's programs are; undefined where there is none, which is said. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a)).find(v => existsSync(join(DEBIAN, v, 'bin', 'initdb')));
  if (newest === undefined) process.stderr.write('\nNO POSTGRESQL HERE: tests of a real server are skipped\n\n');
  return newest && join(DEBIAN, newest, 'bin');
}

/** Starts a server on a free port. Root may not run one, so that another user does. */
export async function startServer(programs: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'tiaochu-pg-'));
  const as = asOther(folder);
  const data = join(folder, 'data');
  const ended = spawnSync(
    ...as(join(programs, 'initdb'), [
      '-D',
      data,
      '-A',
      'trust',
      '-U',
      'tiaochu',
      '--locale=C',
      '-E',
      'UTF8',
      '--no-sync',
    ]),
    { encoding: 'utf8' },
  );
  if (ended.status !== 0) throw new Error(`initdb: ${ended.stderr}`);
  const port = await freePort();
  const url = `postgresql://tiaochu@127.0.0.1:${port}/postgres`;
  const args = ['-D', data, '-p', String(port), '-k', folder, ...SETTINGS.flatMap(setting => ['-c', setting])];
  let stop = () => {};
  const start = async () => {
    const server = spawn(...as(join(programs, 'postgres'), args), { stdio: ['ignore', 'ignore', 'pipe'] });
    stop = () => {
      server.kill('SIGQUIT');
      spawnSync('sh', [
        '-c',
        `while kill -0 ${server.pid} 2>/dev/null && [ -e ${data}/postmaster.pid ]; do sleep 0.05; done`,
      ]);
    };
    await ready(server.stderr);
    server.stderr.resume();
  };
  await start();
  return {
    url,
    port,
    start,
    stop: () => stop(),
    remove: () => {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Call = (program: string, args: readonly string[]) => [string, string[]];

/** How a program is run by somebody who is not root; the folder is theirs. */
function asOther(folder: string): Call {
  if (userInfo().uid !== 0) return (program, args) => [program, [...args]];
  const [uid, gid] = [65534, 65534];
  chownSync(folder, uid, gid);
  chmodSync(folder, 0o700);
  return (program, args) => ['setpriv', [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', program, ...args]];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function ready(stderr: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr.on('data', piece => {
      said += piece;
      if (said.includes('ready to accept connections')) resolve();
    });
    stderr.on('end', () => reject(new Error(`postgres: ${said}`)));
  });
}
