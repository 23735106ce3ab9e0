import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = new URL('..', import.meta.url);

/** The email editions that a build of the sample gives for a date, in the order of the build's own result. */
export function sampleEditions(date) {
  const root = mkdtempSync(join(tmpdir(), 'mailout-bench-'));
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  for (const part of ['mailout.yaml', 'audiences', 'issues', 'templates']) {
    cpSync(new URL(part, project), join(root, part), { recursive: true });
  }
  const mailout = fileURLToPath(new URL('bin/mailout.js', project));
  const result = execFileSync(process.execPath, [mailout, 'build', '--date', date, '--json'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(result)
    .issues.filter(({ channel }) => channel === 'email')
    .flatMap(({ publication, folder, editions }) =>
      editions.map(({ id, items }) => {
        const html = readFileSync(join(root, folder, `${id}.html`), 'utf8');
        return { publication, id, items: items.length, language: /<html[^>]* lang="([^"]*)"/.exec(html)?.[1], html };
      }),
    );
}
