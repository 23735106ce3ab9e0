/**
 * Builds the page of the preview into a folder.
 *
 *   node scripts/ui.mjs [--out dist/ui]
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { licencesOf } from './licences.mjs';

const { values: flags } = parseArgs({ options: { out: { type: 'string', default: 'dist/ui' } } });

const { output } = await build({
  configFile: false,
  root: fileURLToPath(new URL('../src/preview/ui', import.meta.url)),
  base: '/ui/',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: path.resolve(flags.out),
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The page may load its own files only: nothing is written into it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});

const files = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
writeFileSync(path.resolve(flags.out, 'licences.txt'), licencesOf(files));
