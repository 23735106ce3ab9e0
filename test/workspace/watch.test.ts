import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { type Watching, watchWorkspace } from '../../src/workspace/watch.js';
import { copyOf } from '../harness/project.js';

let watching: Watching | undefined;
afterEach(async () => {
  await watching?.close();
  watching = undefined;
});

async function listen() {
  const project = copyOf('newsletter');
  const heard: (readonly string[] | undefined)[] = [];
  const failures: unknown[] = [];
  mkdirSync(join(project.root, 'audiences/private'), { recursive: true });
  project.write('audiences/private/people.csv', 'email\n');
  watching = await watchWorkspace(
    project.root,
    (paths) => heard.push(paths),
    (error) => failures.push(error),
  );
  return { ...project, heard, failures };
}

const item = 'issues/items/fair-pay-petition.md';

it('a file that is saved is heard of, however it is saved', async () => {
  const { root, heard, failures } = await listen();
  writeFileSync(join(root, item), 'one');
  await expect.poll(() => heard).toContainEqual([item]);
  heard.length = 0;
  // Two files of one length and one tick of the system's clock are one to whoever watches: nobody saves as fast.
  await setTimeout(50);
  // Many programs write a new file and put it in the place of the old one.
  writeFileSync(join(root, `${item}~`), 'two');
  renameSync(join(root, `${item}~`), join(root, item));
  await expect.poll(() => heard.flat()).toContain(item);
  expect(heard.flat()).not.toContain(`${item}~`);
  heard.length = 0;
  writeFileSync(join(root, 'issues/items/new.md'), 'three');
  await expect.poll(() => heard.flat()).toContain('issues/items/new.md');
  rmSync(join(root, item));
  await expect.poll(() => heard.flat(), { timeout: 5_000 }).toContain(item);
  expect(failures).toEqual([]);
});

it('a folder that comes or goes means that any file may have changed', async () => {
  const { root, heard } = await listen();
  mkdirSync(join(root, 'issues/items/more'));
  await expect.poll(() => heard).toContainEqual(undefined);
});

it('nothing is heard of people, of what is built, or of what a program keeps for itself', async () => {
  const { heard, write } = await listen();
  write('audiences/private/people.csv', 'email\nplanted.one@example.org\n');
  write('audiences/more.csv', 'email\n');
  write('out/weekly/a.html', '<p>');
  write('issues/items/.fair-pay-petition.md.swp', 'x');
  write(item, 'last');
  await expect.poll(() => heard.flat()).toContain(item);
  expect(new Set(heard.flat())).toEqual(new Set([item]));
  expect(heard).not.toContain(undefined);
});
