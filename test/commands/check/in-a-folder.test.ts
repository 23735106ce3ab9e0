import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommandLine } from '../../../src/program.js';
import { createTerminal } from '../../../src/terminal/terminal.js';
import { copyOf } from '../../harness/project.js';

it.each([
  ['github', /::error file=news\/issues\/items\/[\w-]+\.md,/],
  ['gitlab', /"path": "news\/issues\/items\//],
  ['json', /"file": "issues\/items\//],
])(
  'a workspace in a folder of its repository has its findings where the host looks for them: %s',
  async (reporter, words) => {
    const project = copyOf('newsletter');
    const [path = ''] = project.list('issues/items');
    project.edit(`issues/items/${path}`, (text) => `${text}\nThe vigil is on Monday 23 March 2027 at noon.\n`);
    const news = join(project.root, 'news');
    mkdirSync(join(project.root, '.git'));
    mkdirSync(news);
    for (const part of ['audiences', 'issues', 'templates', 'mailout.yaml']) {
      renameSync(join(project.root, part), join(news, part));
    }
    let out = '';
    const never = new AbortController().signal;
    const code = await runCommandLine(['check', '--reporter', reporter, '--reporter-file', 'report'], '0.0.0', {
      folder: news,
      now: () => '2027-03-17T12:00:00Z',
      milliseconds: () => 0,
      variable: () => undefined,
      terminal: createTerminal({ write: (text) => (out += text) }, { write: () => {} }, {}),
      installation: { program: '', pages: '', designs: '' },
      input: async () => new Uint8Array(),
      runner: { host: 'a test', pid: process.pid },
      signals: () => ({ drain: never, halt: never }),
    });
    expect(code).toBe(1);
    expect(project.read('news/report')).toMatch(words);
    expect(out).toContain(`issues/items/${path}:`);
  },
);
