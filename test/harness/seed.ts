import fc from 'fast-check';

/**
 * Property tests take the same cases every time, so that a change is never blamed for what it did not do. To search
 * further, run them with another seed: MAILOUT_TEST_SEED=4711 npm test.
 */
fc.configureGlobal({ seed: Number(process.env.MAILOUT_TEST_SEED ?? 20_210_322) });
