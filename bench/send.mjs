/**
 * What it costs to send half a million people their mail, from a CSV file to a server on this computer, the whole command:
 * beside the script that a user would write, one request a person, and the floor of posting. In one run, in turn.
 *
 *   node bench/send.mjs [--rounds 3] [--count 500000] [--node path/to/another/node]...
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './timing.mjs';

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    count: { type: 'string', default: '500000' },
    node: { type: 'string', multiple: true, default: [] },
  },
});
const count = Number(flags.count);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
execFileSync(process.execPath, [here('../scripts/bundle.mjs')], { stdio: 'inherit' });

const server = spawn(process.execPath, [here('send-server.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
const url = await new Promise((resolve) => createInterface(server.stdout).once('line', resolve));
const taken = async (silent = '') => (await fetch(`${url}/taken?${silent}`)).json();

const root = mkdtempSync(join(tmpdir(), 'mailout-bench-'));
process.on('exit', () => {
  server.kill();
  rmSync(root, { recursive: true, force: true });
});
const csv = join(root, 'audiences/private/members-invented.csv');
const html = join(root, 'edition.html');
const inRoot = {
  cwd: root,
  env: {
    PATH: process.env.PATH,
    MAILOUT_NOW: '2027-03-25T06:00:00Z',
    SENDGRID_API_KEY: 'SG.bench',
    MAILOUT_SENDGRID_URL: url,
  },
};
const bin = here('../bin/mailout.js');
/** Whom the sample's newsletter names. */
const [, approver] = /^approvers:\n {2}- (.*)$/m.exec(
  readFileSync(here('../issues/global-matters/publication.yaml'), 'utf8'),
);

for (const part of ['mailout.yaml', 'audiences', 'issues', 'templates']) {
  cpSync(here(`../${part}`), join(root, part), { recursive: true, filter: (path) => !path.includes('/private') });
}
writeFileSync(
  join(root, 'mailout.yaml'),
  `${readFileSync(join(root, 'mailout.yaml'), 'utf8')}
approval: { rules: [{ approvers: 1, author-counts: true }] }
`,
);
writeFileSync(
  join(root, 'audiences/members.yaml'),
  `title: Members
why: You are one.
environment: test
unsubscribe-group: 12
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
mailout(process.execPath, ['build', 'global-matters', '--date', '2027-03-25']);
const [edition] = JSON.parse(readFileSync(join(root, 'out/global-matters/2027-03-25/manifest.json'), 'utf8')).editions;
cpSync(join(root, `out/global-matters/2027-03-25/${edition.id}.html`), html);

console.log(`${cpus().length} cores, ${cpus()[0].model}; medians of ${flags.rounds} rounds`);
for (const node of [process.execPath, ...flags.node]) {
  console.log(execFileSync(node, ['--version'], { encoding: 'utf8' }).trim());
  people(count);
  const runs = { mailout: [], multiple: [], floor: [] };
  for (let round = 0; round <= Number(flags.rounds); round += 1) {
    const results = {
      mailout: await wholeCommand(node),
      multiple: await timed(node, [here('send-multiple.mjs'), csv, url, html]),
      floor: await floor(node),
    };
    if (round > 0) for (const [name, result] of Object.entries(results)) runs[name].push(result);
  }
  const each = await timed(node, [here('send-each.mjs'), csv, url, html, '5000']);
  row('(a) sendMultiple', runs.multiple);
  row('(b) a send a person, 5,000', [each]);
  row('(c) floor of posting', runs.floor);
  row('mailout, whole command', runs.mailout);
  row(
    'mailout, while it posts',
    runs.mailout.map(({ posting, ...rest }) => ({ ...rest, rate: posting })),
  );
  const rate = (name, key = 'rate') => median(runs[name].map((one) => one[key]));
  console.log(`  whole command / (a)      ${(rate('mailout') / rate('multiple')).toFixed(1)} (goal 4)`);
  console.log(`  while it posts / (c)     ${(rate('mailout', 'posting') / rate('floor')).toFixed(2)} (goal 0.33)`);
  console.log(`  resuming half of it      ${(await resuming(node)).toFixed(1)} s to the first request (goal 5)`);
  people(Math.round(count / 10));
  row(`mailout, ${Math.round(count / 10)} people`, [await wholeCommand(node)]);
}
process.exit(0);

function mailout(node, args) {
  return execFileSync(node, [bin, ...args], { ...inRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Invents so many people, and has the issue approved for them. */
function people(some) {
  rmSync(join(root, 'audiences/private'), { recursive: true, force: true });
  mailout(process.execPath, ['audience', 'generate', 'members', '--count', String(some)]);
  mailout(process.execPath, ['approve', 'global-matters', '--by', approver, '--hold', '0']);
}

function forgetSends() {
  for (const end of ['', '-wal', '-shm']) rmSync(join(root, `audiences/private/ledger.sqlite${end}`), { force: true });
}

function sendArgs() {
  const some = readFileSync(csv, 'utf8').split('\n').filter(Boolean).length - 1;
  return [bin, 'send', 'global-matters', '--hold', '0', '--confirm', `global-matters ${some}`];
}

async function wholeCommand(node) {
  forgetSends();
  const result = await timed(node, sendArgs());
  const { first, last } = result.server;
  return { ...result, posting: result.people / ((last - first) / 1000) };
}

async function timed(node, args) {
  await taken();
  const hook =
    'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS))';
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(node, ['--import', hook, ...args], { ...inRoot, encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  const result = await taken();
  return {
    rate: result.people / seconds,
    people: result.people,
    peak: Number(/peak (\d+)/.exec(stderr)[1]) / 1024,
    server: result,
  };
}

async function floor(node) {
  await taken();
  const { milliseconds } = JSON.parse(execFileSync(node, [here('send-floor.mjs'), csv, url, html], inRoot));
  const result = await taken();
  return { rate: result.people / (milliseconds / 1000), people: result.people, peak: 0 };
}

/** Kills a send when the server has half of it, and gives the seconds until the next run makes its first request. */
async function resuming(node) {
  forgetSends();
  await taken(`silent=${count / 2}`);
  const half = spawn(node, sendArgs(), { ...inRoot, stdio: 'ignore' });
  const ended = new Promise((resolve) => half.once('exit', resolve));
  for (let before = -1; ; ) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const now = JSON.parse(mailout(process.execPath, ['status', '--json'])).sends[0]?.sums.accepted ?? 0;
    if (now > 0 && now === before) break;
    before = now;
  }
  half.kill('SIGKILL');
  await ended;
  await taken();
  const started = performance.timeOrigin + performance.now();
  spawnSync(node, sendArgs(), inRoot);
  const { first } = await taken();
  return (first - started) / 1000;
}

function row(name, results) {
  const rate = median(results.map((one) => one.rate));
  const peak = Math.max(...results.map((one) => one.peak));
  const memory = peak > 0 ? `  peak ${Math.round(peak)} MB` : '';
  console.log(`  ${name.padEnd(28)} ${Math.round(rate).toLocaleString('en').padStart(8)} people/s${memory}`);
}
