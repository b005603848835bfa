import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createVitest } from 'vitest/node';
import type { Stage } from './suites.ts';

/** The tests of an area, run after a file of the copy has changed. */
interface Order {
  readonly changed: string;
  readonly stages: readonly Stage[];
}

const ORDER_MS = 240_000;

/**
 * A process that runs tests of a copy of the work tree again and again: what has not changed is not compiled anew. Where a
 * change loops for ever, it is killed with all that it started, and the next order starts another.
 */
export function testRunner(script: string, copy: string) {
  let child: ChildProcess | undefined;
  const stop = () => {
    try {
      process.kill(-Number(child?.pid), 'SIGKILL');
    } catch {
      // Nothing of the group is left.
    }
    child = undefined;
  };
  const passes = (order: Order) =>
    new Promise<boolean>(answer => {
      child ??= fork(script, { cwd: copy, detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      const asked = child;
      const done = (passed: boolean) => {
        clearTimeout(timer);
        asked.removeAllListeners();
        answer(passed);
      };
      const fail = () => {
        stop();
        done(false);
      };
      const timer = setTimeout(fail, ORDER_MS);
      asked.once('message', passed => done(passed === true));
      asked.once('exit', fail);
      asked.send(order);
    });
  return { passes, stop };
}

/** What that process does. */
export async function serveTests(): Promise<void> {
  const root = process.cwd();
  const options = { root, watch: true, bail: 1, reporters: ['dot'], isolate: false };
  const vitest = await createVitest('test', options, { server: { watch: null } });
  await vitest.standalone();
  const project = vitest.getRootProject();
  async function passes({ files, names }: Stage): Promise<boolean> {
    // The failures of the run before would count against this one.
    vitest.state.filesMap.clear();
    vitest.state.idMap.clear();
    if (names) vitest.setGlobalTestNamePattern(names);
    else vitest.resetGlobalTestNamePattern();
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
      files.map(file => project.createSpecification(resolve(root, file))),
    );
    return unhandledErrors.length === 0 && testModules.every(module => module.ok());
  }
  let changedBefore = '';
  async function allPass({ changed, stages }: Order): Promise<boolean> {
    // What was changed before is as it was again.
    for (const path of [changedBefore, changed]) vitest.invalidateFile(path);
    changedBefore = changed;
    // The banner that the files of a run share is made by the changed program too.
    const { sharedBanner } = project.getProvidedContext();
    if (sharedBanner)
      for (const name of readdirSync(sharedBanner)) rmSync(join(sharedBanner, name), { recursive: true, force: true });
    for (const stage of stages) if (!(await passes(stage))) return false;
    return true;
  }
  process.on('message', async (order: Order) => process.send?.(await allPass(order)));
}
