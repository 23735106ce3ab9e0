import { expect, it } from 'vitest';
import { compared } from '../../../src/preview/compare/compared.js';
import { read } from '../../fakes/workbench.js';
import { visit } from './visitor.js';

const issue = 'weekly/2027-03-22';

async function twoEditions() {
  const there = await visit({ compare: compared });
  const [first] = there.bench.shown.issues;
  const [wales] = first?.editions ?? [];
  if (!first || !wales) throw new Error('The fake has an issue.');
  there.bench.shown = {
    ...there.bench.shown,
    issues: [{ ...first, editions: [wales, { ...wales, id: 'everyone-else', readers: 'Everyone else' }] }],
  };
  there.bench.editions.set(`${issue}/everyone-else`, read('Dear all'));
  return there;
}

it('two editions of an issue are told apart, and each is shown with its marks', async () => {
  const { ask } = await twoEditions();
  const told = await ask('GET', `/compare/${issue}/wales/everyone-else.json`);
  expect(told.json()).toEqual({ differences: [expect.stringContaining('Wales has “{{first_name}}”')] });
  const one = await ask('GET', `/compare/${issue}/wales/everyone-else.html?side=one`);
  const other = await ask('GET', `/compare/${issue}/wales/everyone-else.html?side=other&images=remote`);
  expect(one.text).toContain('<ins class="mo-compared">{{first_name}}</ins>');
  expect(other.text).toContain('<del class="mo-compared">all</del>');
  expect(one.headers['content-security-policy']).toContain("default-src 'none'");
  expect(other.headers['content-security-policy']).toContain('https:');
});

it('an edition is compared with what was approved, where that is to be had', async () => {
  const { ask, bench } = await twoEditions();
  const missing = await ask('GET', `/compare/${issue}/wales/approved.json`);
  expect([missing.status, missing.text]).toEqual([404, expect.stringContaining('nobody has approved')]);
  bench.approvedEditions.set(`${issue}/wales`, read('Hello {{first_name}}'));
  expect((await ask('GET', `/compare/${issue}/wales/approved.json`)).json()).toEqual({
    differences: ['What there is now has “Dear”, and what was approved has “Hello”'],
  });
});

it('its pictures are beside it', async () => {
  const { ask, bench } = await twoEditions();
  bench.attached.set(`${issue}/images/a.png`, new Uint8Array([1, 2]));
  const answer = await ask('GET', `/compare/${issue}/wales/images/a.png`);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'image/png']);
  expect((await ask('GET', `/compare/${issue}/wales/images/b.png`)).status).toBe(404);
});

it.each([
  `/compare/${issue}/wales/nobody.json`,
  `/compare/${issue}/nobody/wales.json`,
  '/compare/weekly/2027-01-01/wales/everyone-else.json',
  `/compare/${issue}/wales/everyone-else.txt`,
  `/compare/${issue}/wales/everyone-else`,
  `/compare/${issue}/wales/everyone-else.html?side=both`,
  `/compare/${issue}/wales/everyone-else.html?images=all`,
  `/compare/${issue}/wales/everyone-else.html?persona=nobody`,
  `/compare/${issue}/wales/..%2f..%2fmailout.yaml`,
  `/compare/${issue}/../wales/everyone-else.json`,
])('%s is nothing', async (path) => {
  const { ask } = await twoEditions();
  expect((await ask('GET', path)).status).toBe(404);
});
