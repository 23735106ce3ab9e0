import { describe, expect, it } from 'vitest';
import { copyOfSample } from '../../harness/project.js';
import { defects, lineOf } from './defects.js';

/*
 * What editors, designers and colleagues do, not what rules are about: each slip is made alone in a copy of the sample
 * workspace, and has to be told at its line, with nothing else beside it.
 */

type Told = {
  readonly rule: string;
  readonly severity: string;
  readonly words: string;
  readonly fix?: string;
  readonly place?: { readonly file: string; readonly line: number };
};

async function check(project: ReturnType<typeof copyOfSample>): Promise<readonly Told[]> {
  const { out } = await project.mailout(
    'check monday-morning-mail-out --date 2021-03-15 --reporter json',
    '2021-03-10T09:00:00Z',
  );
  const { findings } = JSON.parse(out) as { readonly findings: readonly Told[] };
  return findings.filter(({ severity }) => severity !== 'info');
}

describe('somebody', () => {
  it.each(defects.map((defect) => [defect.name, defect] as const))('%s', async (_name, defect) => {
    const project = copyOfSample();
    const before = project.read(defect.file);
    project.edit(defect.file, defect.change);
    expect(project.read(defect.file)).not.toBe(before);
    const told = await check(project);
    const place = `${defect.file}:${lineOf(defect, project)}`;
    const placed = told.map((one) => `${one.place?.file}:${one.place?.line} ${one.words} ${one.fix ?? ''}`);
    expect(placed.filter((words) => words.startsWith(`${place} `) && defect.says.test(words))).not.toEqual([]);
    const others = placed.filter((words) => !words.startsWith(`${place} `));
    expect(others.filter((words) => !defect.also?.test(words))).toEqual([]);
  });
});

it('there are forty of them and more', () => {
  expect(defects.length).toBeGreaterThanOrEqual(40);
  expect(new Set(defects.map(({ name }) => name)).size).toBe(defects.length);
});

it('nobody did anything, and nothing is said', async () => {
  expect(await check(copyOfSample())).toEqual([]);
});
