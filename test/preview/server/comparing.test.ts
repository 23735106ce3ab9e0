import { expect, it } from 'vitest';
import { issue, read } from '../../fakes/workbench.js';
import { type Visit, visit } from './visitor.js';

const folder = `/compare/${issue.key}`;
const [wales] = issue.editions;

/** A preview of an issue with two editions. */
async function visitTwo(): Promise<Visit> {
  const there = await visit();
  const { bench } = there;
  if (!wales) throw new Error('There is no edition.');
  const everyone = { ...wales, id: 'everyone-else', readers: 'everyone else' };
  bench.shown = { ...bench.shown, issues: [{ ...issue, editions: [wales, everyone] }] };
  bench.editions.set(`${issue.key}/everyone-else`, read('Dear reader'));
  bench.editions.set(`${issue.key}/everyone-else@megan`, read('Dear friend'));
  return there;
}

it('an edition is shown beside another, each side with what only it has', async () => {
  const { ask } = await visitTwo();
  const one = await ask('GET', `${folder}/wales/everyone-else.html?persona=megan`);
  expect(one.status).toBe(200);
  expect(one.text).toMatch(/^<!-- light local -->.*<p>Dear <ins .*Megan.*<\/ins><\/p>/);
  const other = await ask('GET', `${folder}/wales/everyone-else.html?persona=megan&side=other&images=remote`);
  expect(other.text).toMatch(/^<!-- light remote -->.*<p>Dear <del .*friend.*<\/del><\/p>/);
});

it('as strictly as any edition', async () => {
  const { ask } = await visitTwo();
  for (const query of ['', '?images=remote', '?side=other']) {
    const alone = await ask('GET', `/read/${issue.key}/wales.html${query}`);
    const compared = await ask('GET', `${folder}/wales/everyone-else.html${query}`);
    expect(compared.headers['content-security-policy']).toBe(alone.headers['content-security-policy']);
    expect(compared.headers['content-type']).toBe('text/html; charset=utf-8');
  }
});

it('the differences are told by who gets which', async () => {
  const { ask } = await visitTwo();
  const answer = await ask('GET', `${folder}/wales/everyone-else.json?persona=megan`);
  expect(answer.json()).toEqual({ differences: ['For Wales ‘Megan’, for everyone else ‘friend’.'] });
  expect((await ask('GET', `${folder}/wales/wales.json`)).json()).toEqual({ differences: [] });
});

it('an edition is shown beside itself as it was approved', async () => {
  const { ask, bench } = await visitTwo();
  bench.approvedEditions.set(`${issue.key}/wales@megan`, read('Hello Megan'));
  const told = await ask('GET', `${folder}/wales/approved.json?persona=megan`);
  expect(told.json()).toEqual({ differences: ['Now ‘Dear’, as approved ‘Hello’.'] });
  const side = await ask('GET', `${folder}/wales/approved.html?persona=megan&side=other`);
  expect(side.text).toMatch(/<del .*Hello.*<\/del> Megan/);
});

it('it is said that there is nothing approved to compare with', async () => {
  const { ask } = await visitTwo();
  for (const name of ['approved.html', 'approved.json']) {
    const answer = await ask('GET', `${folder}/wales/${name}`);
    expect([answer.status, answer.text]).toEqual([
      404,
      'Nobody has approved it, or the approved edition is not on this computer.\n',
    ]);
  }
});

it('its pictures are there, as beside the edition', async () => {
  const { ask, bench } = await visitTwo();
  bench.attached.set(`${issue.key}/images/olives.png`, Buffer.from('a picture'));
  const picture = await ask('GET', `${folder}/wales/images/olives.png`);
  expect([picture.status, picture.text, picture.headers['content-type']]).toEqual([200, 'a picture', 'image/png']);
});

it('nothing is there that nobody knows', async () => {
  const { ask, bench } = await visitTwo();
  bench.editions.set(`${issue.key}/scotland`, read('not shown'));
  for (const path of [
    `${folder}/scotland/wales.html`,
    `${folder}/wales/scotland.html`,
    `${folder}/wales/everyone-else.txt`,
    `${folder}/wales/everyone-else`,
    `${folder}/wales/everyone-else.html?persona=nobody`,
    `${folder}/wales/approved.html?persona=nobody`,
    `${folder}/wales/everyone-else.html?side=both`,
    `${folder}/wales/everyone-else.html?images=all`,
    '/compare/weekly/2027-03-29/wales/everyone-else.html',
    '/compare/monthly/2027-03-22/wales/everyone-else.json',
  ])
    expect((await ask('GET', path)).status, path).toBe(404);
});
