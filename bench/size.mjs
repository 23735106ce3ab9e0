/**
 * How large editions are: the Mail-Out of the sample beside a plain MJML layout of the same content, and all editions of
 * the sample, with what the judges of finished email say of them.
 *
 *   node bench/size.mjs [--date 2021-03-22] [--keep folder]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { crush } from 'html-crush';
import { sampleEditions } from './editions.mjs';
import { plainLayout } from './plain-layout.mjs';

const { values: flags } = parseArgs({
  options: { date: { type: 'string', default: '2021-03-22' }, keep: { type: 'string' } },
});
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const goal = 0.6;

execFileSync(process.execPath, [here('../scripts/bundle.mjs')], { stdio: 'inherit' });
const editions = sampleEditions(flags.date);
const { htmlComplaints, consortiumComplaints } = await judges();
const mailOut = editions
  .filter(({ publication, language }) => publication === 'monday-morning-mail-out' && language.startsWith('en'))
  .reduce((most, edition) => (edition.items > most.items ? edition : most));
const folder = flags.keep ?? mkdtempSync(join(tmpdir(), 'mailout-bench-size-'));
mkdirSync(folder, { recursive: true });
if (!flags.keep) process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const source = join(folder, 'plain.mjml');
writeFileSync(source, plainLayout(mailOut.html));
writeFileSync(join(folder, 'edition.html'), mailOut.html);
const plain = compiled('plain.html');
const rows = [
  ['mailout', mailOut.html],
  ['a plain MJML layout, as the mjml command gives it', plain, `goal ${goal}`],
  ['… with its minify', compiled('plain-minified.html', 'beautify=false', 'minify=true')],
  ['… after html-crush', crush(plain, { lineLengthLimit: 500, removeHTMLComments: false }).result],
];
console.log(`${mailOut.publication}, ${flags.date}, ${mailOut.id}: ${mailOut.items} items`);
for (const [name, html, remark = ''] of rows) {
  const size = bytes(html);
  const ratio = bytes(mailOut.html) / size;
  const columns = [
    name.padEnd(52),
    `${size} bytes`.padStart(13),
    `${Math.round(size / mailOut.items)} an item`.padStart(14),
  ];
  console.log(
    `  ${columns.join('')}   ${html === mailOut.html ? '' : `ratio ${ratio.toFixed(2)}  ${remark}`}`.trimEnd(),
  );
}

console.log(
  '\nAll editions: bytes, bytes an item, octets of the longest line, messages of html-validate and of the Consortium’s checks',
);
for (const { publication, id, items, html } of editions) {
  const longest = Math.max(...html.split(/\r?\n/).map(bytes));
  const figures = [bytes(html), Math.round(bytes(html) / items), longest, htmlComplaints(html).length];
  const columns = [...figures, consortiumComplaints(html).length].map((figure) => String(figure).padStart(8));
  console.log(`  ${`${publication}, ${id}`.padEnd(52)}${columns.join('')}`);
}

function bytes(text) {
  return Buffer.byteLength(text);
}

/** The plain layout through the mjml command. */
function compiled(name, ...config) {
  const out = join(folder, name);
  const options = config.map((each) => `--config.${each}`);
  execFileSync(process.execPath, [here('../node_modules/mjml/bin/mjml'), source, '-l', 'soft', '-o', out, ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return readFileSync(out, 'utf8');
}

/** The judges are TypeScript: they are bundled to where their packages can be found. */
async function judges() {
  const out = here('../node_modules/.cache/mailout/judges.mjs');
  const contents = `export * from './test/harness/accessibility.js'; export * from './test/harness/email-html.js';`;
  const stdin = { contents, resolveDir: here('..'), loader: 'ts' };
  await build({ stdin, outfile: out, bundle: true, format: 'esm', platform: 'node', packages: 'external' });
  return import(pathToFileURL(out));
}
