import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the demo banner that the files of one run share; the first that needs it makes it. */
    readonly sharedBanner: string;
  }
}

/** Gives a run its folder and takes it away afterwards; a run that asks for no banner leaves it empty. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'banner '));
  project.provide('sharedBanner', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
