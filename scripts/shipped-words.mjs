import path from 'node:path';
import dictionary from 'dictionary-en-gb';
import { build } from 'esbuild';

/** Puts the words of the dictionary into the bundle: see src/check/shipped-words.ts. */
export const shippedWords = {
  name: 'shipped-words',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]check[\\/]shipped-words\.ts$/ }, async ({ path: file }) => {
      const { wordsOf } = await loaded(path.join(path.dirname(file), 'dictionary-words.ts'));
      return { contents: `export const shippedWords = ${JSON.stringify(wordsOf(dictionary))};`, loader: 'js' };
    });
  },
};

/** A module of the sources, which Node cannot load as they are. */
async function loaded(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
