import { describe, expect, it } from 'vitest';
import { readAudience } from '../../src/content/read-audience.js';
import { told } from '../content/told.js';
import { copyOfSample } from '../harness/project.js';

type Explained = {
  readonly ok: boolean;
  readonly environment: string;
  readonly rowsRead: number;
  readonly recipients: number;
  readonly leftOut: readonly unknown[];
  readonly findings: readonly unknown[];
  readonly issue?: {
    readonly editions: Readonly<Record<string, number>>;
    readonly personas: readonly { readonly id: string; readonly edition: string }[];
    readonly refusals: readonly unknown[];
  };
};

const audiences = [
  ['iso-network', 240, 'monday-morning-mail-out'],
  ['district-secretaries', 110, 'e-bulletin'],
  ['members', 3000, 'global-matters'],
] as const;

type Id = (typeof audiences)[number][0];

const explained: { [id in Id]?: Explained } = {};
{
  const project = copyOfSample();
  for (const [audience, , publication] of audiences) {
    const { out } = await project.mailout(
      `audience explain ${audience} --publication ${publication} --date 2021-03-22 --json`,
    );
    explained[audience] = JSON.parse(out);
  }
}

describe.each(audiences)('the audience %s of the sample', (audience, count) => {
  it('has invented people, all of whom get the next issue, each one edition of it', () => {
    const { issue, ...rest } = explained[audience] ?? {};
    expect(rest).toMatchObject({
      ok: true,
      environment: 'test',
      rowsRead: count,
      recipients: count,
      leftOut: [],
      findings: [],
    });
    const readers = Object.values(issue?.editions ?? {});
    expect(readers.reduce((sum, each) => sum + each, 0)).toBe(count);
    expect(readers).not.toContain(0);
    expect(issue?.refusals).toEqual([]);
  });

  it('shows in a comment how real people are written down, and that can be read', () => {
    const path = `audiences/${audience}.yaml`;
    const text = copyOfSample().read(path);
    const shown = [...text.matchAll(/^# {3}(.*)$/gm)].map(([, line = '']) => line).join('\n');
    const real = text.replace(/^source: \{ kind: invented.*$/m, shown);
    const { value, findings } = readAudience(audience, { path, text: real });
    expect(told(findings)).toEqual([]);
    expect(value?.people?.kind).not.toBe('invented');
    expect(value?.environment).toBe('live');
  });
});

it.each([
  ['iso-network', 'london-iso', 'london-or-north-west'],
  ['district-secretaries', 'welsh-secretary', 'wales'],
  ['members', 'welsh-reader', 'cy'],
  ['members', 'no-first-name', 'everyone-else'],
] as const)('of the editions for %s, the persona %s reads %s', (audience, persona, edition) => {
  expect(explained[audience]?.issue?.personas.find(({ id }) => id === persona)?.edition).toBe(edition);
});
