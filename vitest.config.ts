import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  define: { TIAOCHU_VERSION: JSON.stringify(version) },
  test: { globalSetup: ['test/support/shared-banner.ts'], testTimeout: 60_000 },
});
