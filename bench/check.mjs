/**
 * What a check costs: one issue of fifteen items, again and again in one process; the whole command; and a pool of ten
 * thousand items that may all run, beside a build that reads the same pool and asks no rule.
 *
 *   node bench/check.mjs [--rounds 5] [--node path/to/another/node]... [--pool 10000]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { currentPool, sampleWorkspace } from './sample.mjs';
import { medians, peakMemory, wallTime } from './timing.mjs';

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    node: { type: 'string', multiple: true, default: [] },
    pool: { type: 'string', default: '10000' },
  },
});
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const mailout = here('../bin/mailout.js');

execFileSync(process.execPath, [here('../scripts/bundle.mjs')], { stdio: 'inherit' });
const code = mkdtempSync(join(tmpdir(), 'mailout-bench-code-'));
process.on('exit', () => rmSync(code, { recursive: true, force: true }));
execFileSync(process.execPath, [
  here('../scripts/bundle.mjs'),
  '--entry',
  here('check-in-process.ts'),
  '--out',
  code,
  '--heavy',
]);

const sample = sampleWorkspace();
const pool = currentPool(Number(flags.pool));
const date = ['--date', '2021-03-22'];

console.log(`${cpus().length} cores, ${cpus()[0].model}; medians of ${flags.rounds} rounds`);
for (const node of [process.execPath, ...flags.node]) {
  console.log(`\n${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`);
  const warm = JSON.parse(execFileSync(node, [join(code, 'main.js'), sample], { encoding: 'utf8' }));
  row('one issue of 15 items, warm: rules', warm.asked, 'ms', 'goal 300');
  row('  with reading, assembling and rendering it', warm.whole, 'ms');
  row('  the first time in the process', warm.first, 'ms');
  const times = medians(
    {
      check: () => wallTime(node, [mailout, 'check', 'monday-morning-mail-out', ...date], { cwd: sample }),
      build: () => {
        rmSync(join(sample, '.mailout'), { recursive: true, force: true });
        return wallTime(node, [mailout, 'build', 'monday-morning-mail-out', ...date], { cwd: sample });
      },
    },
    Number(flags.rounds),
  );
  row('mailout check, one publication, whole command', times.check, 'ms');
  row('mailout build of the same, nothing cached', times.build, 'ms');
  const args = [mailout, 'check', ...date];
  // So many items have something to complain of among them.
  const inPool = { cwd: pool, good: [0, 1] };
  row(`${flags.pool} items that may run, whole command`, wallTime(node, args, inPool) / 1000, 's', 'goal 20');
  row('  the same again', wallTime(node, args, inPool) / 1000, 's');
  row('  peak memory', peakMemory(node, args, { cwd: pool }), 'MB');
}

function row(what, value, unit, goal = '') {
  const figure = value >= 100 ? value.toFixed(0) : value.toFixed(1);
  console.log(`  ${what.padEnd(52)} ${figure.padStart(7)} ${unit}${goal === '' ? '' : `  (${goal})`}`);
}
