/**
 * What a build costs, beside the mjml command on the same MJML, in one run.
 *
 *   node bench/build.mjs [--rounds 9] [--node path/to/another/node]... [--pool 10000]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bigWorkspace, itemsOf, sampleWorkspace } from './sample.mjs';
import { medians, peakMemory, wallTime } from './timing.mjs';

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    node: { type: 'string', multiple: true, default: [] },
    pool: { type: 'string', default: '10000' },
  },
});
const rounds = Number(flags.rounds);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const mailout = here('../bin/mailout.js');
const mjml = here('../node_modules/mjml/bin/mjml');

execFileSync(process.execPath, [here('../scripts/bundle.mjs')], { stdio: 'inherit' });
const code = mkdtempSync(join(tmpdir(), 'mailout-bench-code-'));
process.on('exit', () => rmSync(code, { recursive: true, force: true }));
execFileSync(process.execPath, [here('../scripts/bundle.mjs'), '--entry', here('in-process.ts'), '--out', code]);

const sample = sampleWorkspace();
const illustrated = sampleWorkspace({ pictures: true });
const empty = join(sample, 'empty.mjs');
writeFileSync(empty, '');
const issue = ['build', 'monday-morning-mail-out', '--date', '2021-03-22'];
const source = join(sample, 'issue.mjml');
writeFileSync(source, execFileSync(process.execPath, [join(code, 'main.js'), 'mjml', sample]));

console.log(`${cpus().length} cores, ${cpus()[0].model}; medians of ${rounds} rounds\n`);
for (const node of [process.execPath, ...flags.node]) {
  benchProcesses(node);
  benchPool(node);
  console.log(execFileSync(node, [join(code, 'main.js'), 'bench', sample], { encoding: 'utf8' }));
}

function benchProcesses(node) {
  const inSample = { cwd: sample };
  const forget = (root = sample) => rmSync(join(root, '.mailout'), { recursive: true, force: true });
  const item = itemsOf(sample).find((file) => file.endsWith('yemen-aid.md'));
  const times = medians(
    {
      empty: () => wallTime(node, [empty]),
      help: () => wallTime(node, [mailout, '--help']),
      mjml: () => wallTime(node, [mjml, source, '-o', join(sample, 'mjml.html')]),
      cold: () => {
        forget();
        return wallTime(node, [mailout, ...issue], inSample);
      },
      pictures: () => {
        forget(illustrated);
        return wallTime(node, [mailout, ...issue], { cwd: illustrated });
      },
      unchanged: () => wallTime(node, [mailout, ...issue], inSample),
      changed: () => {
        writeFileSync(item, readFileSync(item, 'utf8').replace(/\n*$/, '\n\nOne more line.\n'));
        return wallTime(node, [mailout, ...issue], inSample);
      },
    },
    rounds,
  );
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  console.log(`Node ${version}: whole processes, 15 items, one edition`);
  row('node on an empty file', times.empty, 'ms');
  row('mailout --help', times.help, 'ms', times.help / times.empty, 'of node', 1.2);
  row('mjml command', times.mjml, 'ms');
  row(
    'mailout build, nothing cached',
    times.cold,
    'ms',
    times.cold / times.mjml,
    'of mjml',
    version.startsWith('v20') ? 0.7 : 0.5,
  );
  row('… with a picture to prepare', times.pictures, 'ms', times.pictures / times.mjml, 'of mjml');
  row('mailout build, one item changed', times.changed, 'ms', times.changed / times.mjml, 'of mjml');
  row('mailout build, nothing changed', times.unchanged, 'ms', times.unchanged / times.mjml, 'of mjml', 0.2);
  console.log();
}

function benchPool(node) {
  const root = bigWorkspace(Number(flags.pool));
  const inPool = { cwd: root };
  const forget = () => rmSync(join(root, '.mailout'), { recursive: true, force: true });
  const item = itemsOf(root).find((file) => file.endsWith('yemen-aid.md'));
  const times = medians(
    {
      cold: () => {
        forget();
        return wallTime(node, [mailout, ...issue], inPool);
      },
      unchanged: () => wallTime(node, [mailout, ...issue], inPool),
      changed: () => {
        writeFileSync(item, `${readFileSync(item, 'utf8')}\n\nOne more line.\n`);
        return wallTime(node, [mailout, ...issue], inPool);
      },
    },
    3,
  );
  console.log(`A pool of ${flags.pool} items`);
  row('nothing cached', times.cold, 'ms', times.cold / 1000, 's', 5);
  row('one item changed', times.changed, 'ms', times.changed / 1000, 's', 1);
  row('nothing changed', times.unchanged, 'ms', times.unchanged / 1000, 's', 1);
  forget();
  row('peak memory, nothing cached', peakMemory(node, [mailout, ...issue], inPool), 'MB', undefined, '', 300);
  console.log();
}

function row(name, value, unit, ratio, of = '', goal) {
  const shown = ratio === undefined ? '' : `${ratio.toFixed(2)} ${of}`;
  console.log(
    `  ${name.padEnd(34)} ${value.toFixed(0).padStart(6)} ${unit}  ${shown.padEnd(14)} ${goal === undefined ? '' : `goal ${goal}`}`.trimEnd(),
  );
}
