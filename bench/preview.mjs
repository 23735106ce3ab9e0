/**
 * What it costs to see a change: from the moment that a file is saved until Chromium has the new words in its document, in
 * the preview and in the development server of Maizzle 5 with the same items, in one run, in turn; and how long it takes
 * from the command to the first page. The pool has 1,000 items.
 *
 *   node bench/preview.mjs [--rounds 15] [--items 1000]
 *
 * It needs Chromium, and installs Maizzle in a folder of its own.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { bigWorkspace } from './sample.mjs';
import { median } from './timing.mjs';

const { values: flags } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, items: { type: 'string', default: '1000' } },
});
const rounds = Number(flags.rounds);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
execFileSync(process.execPath, [here('../scripts/bundle.mjs')], { stdio: 'inherit' });
execFileSync(process.execPath, [here('../scripts/ui.mjs')], { cwd: here('..'), stdio: 'inherit' });

const program = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (program === undefined) throw new Error('There is no Chromium here.');
const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
const root = bigWorkspace(Number(flags.items));
const item = join(root, 'issues/items/human-rights/yemen-aid.md');
const key = 'monday-morning-mail-out/2021-03-22';

const [servers, folders] = [[], []];
process.on('exit', () => {
  for (const server of servers) server.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const starts = [];
for (let round = 0; round < 4; round += 1) starts.push(await firstPage());
const mailout = await openMailout();
const maizzle = await openMaizzle();
const times = { mailout: [], maizzle: [] };
for (let round = 0; round <= rounds; round += 1) {
  for (const [name, edit] of Object.entries({ mailout, maizzle })) {
    const spent = await edit(`Number ${round} of this run`);
    // The first is thrown away: code that runs once.
    if (round > 0) times[name].push(spent);
    // What follows a save (the rules, a second server's rest) is not to be in the way of the next.
    await pause(1500);
  }
}
const [ours, theirs] = [median(times.mailout), median(times.maizzle)];
console.log(`${flags.items} items, ${rounds} saves each, medians`);
console.log(`  save to shown, mailout    ${words(ours)}  (${times.mailout.map((ms) => Math.round(ms)).join(' ')})`);
console.log(`  save to shown, Maizzle 5  ${words(theirs)}  (${times.maizzle.map((ms) => Math.round(ms)).join(' ')})`);
console.log(`  of Maizzle 5              ${(ours / theirs).toFixed(2)}`);
const [answered, shown] = [median(starts.map((one) => one.answered)), median(starts.map((one) => one.shown))];
console.log(`  from the command to the page ${words(answered)}, to the first issue on it ${words(shown)}`);
console.log(`  the page, compressed      ${(pageBytes() / 1024).toFixed(0)} KB`);
process.exit();

/** Milliseconds from the command until the page is there, and until the first issue is on it. */
async function firstPage() {
  const page = await browser.newPage();
  const began = performance.now();
  const server = startMailout();
  await page.goto(await printed(server, /http:\S+/));
  await page.waitForSelector('header.bar, .waiting');
  const answered = performance.now() - began;
  await page.waitForSelector('.issue-row');
  const shown = performance.now() - began;
  server.kill('SIGKILL');
  await page.close();
  return { answered, shown };
}

async function openMailout() {
  const address = await printed(startMailout(), /http:\S+/);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.waitForSelector('.issue-row');
  await page.goto(`${new URL(address).origin}/#/${key}`);
  await page.waitForFunction(
    () => document.querySelector('main iframe')?.contentDocument?.body?.textContent.length > 1000,
  );
  await pause(3000);
  const text = readFileSync(item, 'utf8');
  return (marker) =>
    timed(page, marker, () => writeFileSync(item, text.replace(/^title: .*/m, `title: "Yemen: ${marker}"`)));
}

function startMailout() {
  return started(process.execPath, [here('../bin/mailout.js'), 'preview'], root, {
    MAILOUT_NOW: '2021-03-18T12:00:00Z',
  });
}

/** The same fifteen items as a template of Maizzle, in the folder that its starter has. */
async function openMaizzle() {
  const folder = mkdtempSync(join(tmpdir(), 'mailout-bench-maizzle-'));
  folders.push(folder);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  execFileSync(
    'npm',
    ['install', '--silent', '--no-audit', '--no-fund', '@maizzle/framework@5.5.0', 'tailwindcss-preset-email@1'],
    {
      cwd: folder,
      stdio: 'inherit',
    },
  );
  mkdirSync(join(folder, 'emails'));
  writeFileSync(
    join(folder, 'config.js'),
    "export default { build: { content: ['emails/**/*.html'] }, server: { port: 3917 } };\n",
  );
  writeFileSync(
    join(folder, 'tailwind.config.js'),
    "import preset from 'tailwindcss-preset-email';\nexport default { presets: [preset], content: ['./emails/**/*.html'] };\n",
  );
  const template = join(folder, 'emails/mail-out.html');
  const write = (marker) => writeFileSync(template, maizzleTemplate(marker));
  write('before');
  const server = started(process.execPath, ['node_modules/@maizzle/framework/bin/maizzle', 'serve'], folder, {});
  await printed(server, /3917/);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto('http://localhost:3917/emails/mail-out.html');
  await page.waitForFunction(() => document.body.textContent.length > 1000);
  await pause(1000);
  return (marker) => timed(page, marker, () => write(marker));
}

function maizzleTemplate(marker) {
  const edition = JSON.parse(
    execFileSync(
      process.execPath,
      [here('../bin/mailout.js'), 'build', 'monday-morning-mail-out', '--date', '2021-03-18', '--json'],
      {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 1e8,
      },
    ),
  );
  const [folder] = edition.issues.map(({ folder: made }) => made);
  const name = readdirSync(join(root, folder)).find((file) => file.endsWith('.txt'));
  const blocks = readFileSync(join(root, folder, name), 'utf8').split(/\n{2,}/);
  const cells = blocks.map((block) => `<p class="m-0 mb-4 text-base leading-6 text-slate-700">${escaped(block)}</p>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mail-Out</title><style>@tailwind components; @tailwind utilities;</style></head>
<body class="m-0 p-0 bg-slate-50 font-sans"><table class="w-[600px] mx-auto bg-white"><tr><td class="p-6">
<h1 class="text-2xl font-semibold text-indigo-900">Yemen: ${marker}</h1>
${cells.join('\n')}
</td></tr></table></body></html>
`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('{', '&#123;');
}

/** Milliseconds from just before `save` until the words are in the page, or in a frame of it, and drawn. */
async function timed(page, marker, save) {
  const seen = page.evaluate(
    (words) =>
      new Promise((resolve) => {
        const look = () => {
          const documents = [
            document,
            ...[...document.querySelectorAll('main iframe')].map((frame) => frame.contentDocument),
          ];
          const isThere = documents.some((one) => one?.body?.textContent.includes(words));
          if (isThere) requestAnimationFrame(() => resolve());
          else setTimeout(look, 4);
        };
        look();
      }),
    marker,
  );
  await pause(50);
  const began = performance.now();
  save();
  await seen;
  return performance.now() - began;
}

function started(command, args, cwd, variables) {
  const server = spawn(command, args, {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  servers.push(server);
  return server;
}

function printed(server, pattern) {
  return new Promise((resolve, reject) => {
    let all = '';
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (text) => {
        all += text;
        const found = pattern.exec(all);
        if (found) resolve(found[0]);
      });
    server.once('exit', (code) => reject(new Error(`It ended with ${code}: ${all}`)));
  });
}

function pageBytes() {
  const folder = here('../dist/ui/assets');
  return readdirSync(folder).reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function words(ms) {
  return `${Math.round(ms)} ms`;
}
