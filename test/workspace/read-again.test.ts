import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAgain, readTree } from '../../src/workspace/read.js';
import { copyOf } from '../harness/project.js';

/** Names that sort in several ways, mean something or nothing to a build, and lie at all depths. */
const paths = [
  'mailout.yaml',
  'audiences/isos.yaml',
  'audiences/private/people.yaml',
  'audiences/people.csv',
  'issues/items/b.md',
  'issues/items/b/a.md',
  'issues/items/b-c.md',
  'issues/items/.hidden.md',
  'issues/items/.git/a.md',
  'issues/weekly/2027-03-22/issue.md',
  'issues/weekly/2027-03-22/approvals/ada.yaml',
  'issues/weekly/2027-03-22/approvals/ada.yml',
  'issues/a.yml',
  'issues/words.txt',
  'issues/other.txt',
  'templates/shared/head.mjml',
  'templates/shared/too/deep.mjml',
  'templates/readme.md',
  'README.md',
  'out/issues/a.md',
];

const step = fc.record({
  path: fc.constantFrom(...paths),
  is: fc.constantFrom('text', 'text', 'big', 'gone', 'link'),
});

it('what is read again after changes is what is read from the start', () => {
  fc.assert(
    fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rounds) => {
      const { root } = copyOf('newsletter');
      let tree = readTree(root);
      for (const [round, steps] of rounds.entries()) {
        for (const { path, is } of steps) {
          const file = join(root, path);
          rmSync(file, { recursive: true, force: true });
          if (is === 'gone') continue;
          mkdirSync(dirname(file), { recursive: true });
          if (is === 'link') symlinkSync(join(root, 'issues/words.txt'), file);
          else writeFileSync(file, is === 'big' ? 'x'.repeat(300_000) : `${round} ${path}`);
        }
        tree = readAgain(
          root,
          tree,
          steps.map(({ path }) => path),
        );
        expect(tree).toEqual(readTree(root));
      }
    }),
    { numRuns: 60 },
  );
});

it('a tree in which nothing of the build has changed stays the same one', () => {
  const { root } = copyOf('newsletter');
  const tree = readTree(root);
  expect(readAgain(root, tree, ['README.md', 'out/a.html', 'issues/images/rally.jpg'])).toBe(tree);
});

it('a file behind a folder that has become a link is not read', () => {
  const { root, write } = copyOf('newsletter');
  write('issues/items/more/a.md', 'words');
  const tree = readTree(root);
  renameSync(join(root, 'issues/items/more'), join(root, 'elsewhere'));
  symlinkSync(join(root, 'elsewhere'), join(root, 'issues/items/more'));
  expect(readAgain(root, tree, ['issues/items/more/a.md'])).toEqual(readTree(root));
});
