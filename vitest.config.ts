import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/harness/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What a browser or another process does takes as long as a busy machine lets it.
    expect: { poll: { timeout: 20_000 } },
  },
});
