/**
 * What it costs to freeze a roster of half a million people from a CSV file, beside csv-parse merely reading that file,
 * in one run.
 *
 *   node bench/roster.mjs [--rounds 5] [--count 500000] [--node path/to/another/node]...
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './timing.mjs';

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    count: { type: 'string', default: '500000' },
    node: { type: 'string', multiple: true, default: [] },
  },
});
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = (name) => {
  const made = mkdtempSync(join(tmpdir(), name));
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
};

const code = folder('mailout-bench-code-');
execFileSync(process.execPath, [here('../scripts/bundle.mjs')], { stdio: 'inherit' });
execFileSync(process.execPath, [here('../scripts/bundle.mjs'), '--entry', here('roster-freeze.ts'), '--out', code]);
// What is native stays outside the bundle, and is looked for from where the bundle is.
symlinkSync(here('../node_modules'), join(code, 'node_modules'));

const root = folder('mailout-bench-');
for (const part of ['mailout.yaml', 'audiences', 'issues', 'templates']) {
  cpSync(here(`../${part}`), join(root, part), { recursive: true, filter: (path) => !path.includes('/private') });
}
writeFileSync(
  join(root, 'audiences/members.yaml'),
  `title: Members
why: You are one.
environment: test
basis: consent
fields: [{ name: first_name, fallback: friend }]
facets: { nations: [england, wales], languages: [en, cy] }
source: { kind: csv, file: audiences/private/members-invented.csv }
columns:
  email: email
  fields: { first_name: first_name }
  facets: { nations: { column: nations }, languages: { column: languages } }
`,
);
const inRoot = { cwd: root, encoding: 'utf8', env: { ...process.env, MAILOUT_NOW: '2027-03-17T12:00:00Z' } };
execFileSync(
  process.execPath,
  [here('../bin/mailout.js'), 'audience', 'generate', 'members', '--count', flags.count],
  inRoot,
);

console.log(`${cpus().length} cores, ${cpus()[0].model}; medians of ${flags.rounds} rounds, ${flags.count} rows`);
for (const node of [process.execPath, ...flags.node]) {
  const freeze = [join(code, 'main.js'), root, 'members', 'global-matters'];
  const read = [here('roster-read.mjs'), join(root, 'audiences/private/members-invented.csv')];
  const runs = { freeze: [], read: [] };
  for (let round = 0; round <= Number(flags.rounds); round += 1) {
    const results = { freeze: run(node, freeze), read: run(node, read) };
    if (round > 0) for (const [name, result] of Object.entries(results)) runs[name].push(result);
  }
  console.log(execFileSync(node, ['--version'], { encoding: 'utf8' }).trim());
  row('csv-parse, reading only', runs.read);
  row('frozen roster', runs.freeze);
}

function run(node, args) {
  return JSON.parse(execFileSync(node, args, inRoot));
}

function row(name, results) {
  const rate = Number(flags.count) / (median(results.map(({ milliseconds }) => milliseconds)) / 1000);
  const peak = Math.max(...results.map((result) => result.peak));
  console.log(`  ${name.padEnd(24)} ${Math.round(rate).toLocaleString('en')} rows/s  peak ${Math.round(peak)} MB`);
}
