/**
 * Bundles mailout into dist/: main.js, and chunks that are loaded when a command needs them.
 *
 *   node scripts/bundle.mjs [--sizes] [--entry src/main.ts] [--out dist] [--heavy]
 *
 * --heavy is for what may load anything at once: a benchmark of one part.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { builtInModules } from './built-in-modules.mjs';
import { licencesOf } from './licences.mjs';
import { lightPackages } from './light-packages.mjs';
import { shippedWords } from './shipped-words.mjs';

/** Packages that `mailout --help` must not load: none may be reachable from main.js by static imports. */
const late = [
  ...[
    '@hono/node-server',
    '@mozilla/readability',
    '@sendgrid/client',
    '@sendgrid/mail',
    'chokidar',
    'docx',
    'feedsmith',
    'gray-matter',
    'handlebars',
    'hono',
    'hast-util-from-html',
    'hast-util-to-mdast',
    'ical-generator',
    'inquirer',
    'kysely',
    'launch-editor',
    'linkedom',
    'mammoth',
    'libsql',
    'mdast-util-from-markdown',
  ],
  ...[
    'micromark',
    'mjml',
    'mjml-core',
    'papaparse',
    'nodemailer',
    'open',
    'pg',
    'postal-mime',
    'saxes',
    'sharp',
    'temporal-polyfill',
    'undici',
    'yaml',
  ],
  ...['culori', 'html-validate', 'htmlparser2', 'nspell', 'retext-english', 'tldts', 'unified', 'yauzl', 'zod'],
];

/** Packages that stay outside, in node_modules: what is native cannot be bundled, and a dictionary is files. */
const outside = ['dictionary-en-gb', 'libsql', 'sharp'];

/** What a package would load if it were there; it is not. */
const absent = ['pg-native'];

const { values: flags } = parseArgs({
  options: {
    entry: { type: 'string', default: 'src/main.ts' },
    out: { type: 'string', default: 'dist' },
    heavy: { type: 'boolean', default: false },
    sizes: { type: 'boolean', default: false },
  },
});
const out = path.resolve(flags.out);

/** Stands for the digest of the output until the output is known. */
const unknownBuild = 'build-id-'.padEnd(32, '0');

const { metafile, outputFiles } = await build({
  entryPoints: { main: flags.entry },
  outdir: out,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  write: false,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: [...outside, ...absent],
  // Names are kept and lines are short: a stack trace is all that a person can send in about a bug.
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 160,
  charset: 'utf8',
  legalComments: 'none',
  define: { BUILD_ID: JSON.stringify(unknownBuild) },
  // Packages in CommonJS call require.
  banner: {
    js: "const require = process.getBuiltinModule('module').createRequire(import.meta.url);",
  },
  plugins: [lightPackages, builtInModules, shippedWords],
  logLevel: 'warning',
}).catch(() => process.exit(1));

const loadedAtOnce = packagesLoadedBy(outputOf('main.js'));
const tooEarly = flags.heavy ? [] : late.filter((name) => loadedAtOnce.has(name));
if (tooEarly.length > 0) {
  console.error(
    `main.js loads ${tooEarly.join(', ')} at once. Import them where they are needed, with await import().`,
  );
  process.exit(1);
}

const digest = createHash('sha256');
for (const { path: file, contents } of inOrder(outputFiles)) digest.update(path.relative(out, file)).update(contents);
const buildId = digest.digest('hex').slice(0, unknownBuild.length);

for (const made of ['main.js', 'chunks', 'licences.txt', 'answers.json'])
  rmSync(path.join(out, made), { recursive: true, force: true });
for (const { path: file, text } of outputFiles) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text.replaceAll(unknownBuild, buildId));
}
writeFileSync(path.join(out, 'licences.txt'), licencesOf(Object.keys(metafile.inputs)));
if (flags.entry === 'src/main.ts') writeFileSync(path.join(out, 'answers.json'), JSON.stringify(answers()));
if (flags.sizes) printSizes();

/** What mailout answers to these arguments whatever the workspace: bin/mailout.js knows it without loading anything. */
function answers() {
  const ask = (argument) => execFileSync(process.execPath, [path.join(out, 'main.js'), argument], { encoding: 'utf8' });
  const [help, version] = [ask('--help'), ask('--version')];
  return { '': help, '--help': help, '-h': help, help, '--version': version, '-V': version };
}

function outputOf(name) {
  return Object.keys(metafile.outputs).find((file) => path.resolve(file) === path.join(out, name));
}

/** The packages in a chunk and in all that it imports statically. */
function packagesLoadedBy(output, seen = new Set(), packages = new Set()) {
  if (seen.has(output)) return packages;
  seen.add(output);
  const { inputs, imports } = metafile.outputs[output];
  for (const input of Object.keys(inputs)) packages.add(packageOf(input));
  for (const { path: imported, kind, external } of imports) {
    if (kind === 'dynamic-import') continue;
    if (external) packages.add(imported);
    else packagesLoadedBy(imported, seen, packages);
  }
  return packages;
}

/** "@scope/name" or "name"; "mailout" for its own sources. */
function packageOf(input) {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? 'mailout';
}

function inOrder(files) {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function printSizes() {
  for (const [file, { bytes, inputs }] of Object.entries(metafile.outputs)) {
    const byPackage = new Map();
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const name = packageOf(input);
      byPackage.set(name, (byPackage.get(name) ?? 0) + bytesInOutput);
    }
    const largest = [...byPackage].sort((a, b) => b[1] - a[1]).slice(0, 6);
    const parts = largest.map(([name, size]) => `${name} ${kilobytes(size)}`).join(', ');
    console.log(`${kilobytes(bytes).padStart(8)}  ${path.relative(out, file)}  ${parts}`);
  }
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
