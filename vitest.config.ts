import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes begins first, or all the others would be over and wait for it. */
const long = /\/(school-year|kill|half-million|seeded-defects)[^/]*\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...usual.filter(isLong), ...usual.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/harness/seed.ts'],
    sequence: { sequencer: LongestFirst },
    // Left to itself, vitest leaves one of two processors to the terminal.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What a browser or another process does takes as long as a busy machine lets it.
    expect: { poll: { timeout: 20_000 } },
  },
});
