import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { globalSetup: ['test/support/shared-banner.ts'], testTimeout: 60_000 } });
