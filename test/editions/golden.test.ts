import { describe, expect, it } from 'vitest';
import type { FieldValues } from '../../src/render/merge-tags.js';
import { copyOfSample } from '../harness/project.js';
import { everyKindEditions, filledFor, sampleEditions } from './editions.js';

/*
 * Editions as they go out, to be read like code when they change: `npx vitest run test/editions/golden.test.ts -u`
 * writes them anew.
 */

const sample = await sampleEditions();
const everyKind = await everyKindEditions();

/** Readers who are hard to please, and the edition that each gets. */
const personas: readonly { readonly name: string; readonly edition: string; readonly values: FieldValues }[] = [
  { name: 'arabic', edition: 'ar', values: { first_name: 'ليلى', district: 'برمنغهام' } },
  { name: 'welsh', edition: 'cy', values: { first_name: 'Siân', district: 'Ynys Môn' } },
  {
    name: 'worst-case',
    edition: 'everyone-else',
    values: {
      first_name: '<b>Wilhelmina-Anastasia</b> "Mina" O’Brien-Ó Súilleabháin & Daughters [[district]] 王',
      district: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch & Ynys Môn, "Gogledd"/North?=#1',
    },
  },
];

describe('the sample of 2021', () => {
  it('has every design', () => {
    expect([...new Set(sample.map(({ publication }) => publication))].sort()).toEqual([
      'e-bulletin',
      'global-matters',
      'monday-morning-mail-out',
    ]);
  });

  it.each(sample)('is as it was: $name', async ({ name, html, text }) => {
    await expect(html).toMatchFileSnapshot(`../golden/2021-${name}.html`);
    await expect(text).toMatchFileSnapshot(`../golden/2021-${name}.txt`);
  });
});

it('the print copy of the sample is as it was', async () => {
  const project = copyOfSample();
  await project.mailout('build educate --date 2021-03-22');
  await expect(project.read('out/educate/2021-05-04/copy.md')).toMatchFileSnapshot('../golden/2021-educate.md');
});

describe.each(['digest', 'bulletin', 'magazine'])('the %s', (publication) => {
  it.each(personas)('for the $name reader is as it was', async ({ name, edition, values }) => {
    const built = everyKind.find((one) => one.publication === publication && one.id === edition);
    if (!built) throw new Error(`No edition ${edition} of ${publication}.`);
    const { html, text } = filledFor(values, built);
    await expect(html).toMatchFileSnapshot(`../golden/${publication}-${name}.html`);
    await expect(text).toMatchFileSnapshot(`../golden/${publication}-${name}.txt`);
  });
});
