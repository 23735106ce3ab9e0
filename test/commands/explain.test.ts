import { expect, it } from 'vitest';
import { copyOf } from '../harness/project.js';

it('a rule says why it is there, what to write instead, and where it comes from', async () => {
  const { code, out } = await copyOf('newsletter').mailout('explain link/https');
  expect(code).toBe(0);
  for (const words of [
    'link/https  Warning',
    'Links begin with https.',
    'Not so',
    'http://www.example.org',
    'RFC 9325',
  ]) {
    expect(out).toContain(words);
  }
  expect(out.split('\n').every((line) => line.length <= 100)).toBe(true);
});

it('what a build finds by itself is explained, too', async () => {
  const { out } = await copyOf('newsletter').mailout('explain content/yaml');
  expect(out).toContain('Settings can be read.');
});

it('all rules are listed, by what they are about', async () => {
  const { out } = await copyOf('newsletter').mailout('explain');
  expect(out.split('\n').length).toBeGreaterThan(200);
  expect(out).toMatch(/^Links\nlink\/absolute +Error +[^\n]+\n/m);
  expect(out).toMatch(/\n\nWording\nprose\/acronym /);
  expect(out).toMatch(/^prose\/spelling +Warning +Words are spelt rightly$/m);
});

it('a rule that there is not says which was meant', async () => {
  const { code, err } = await copyOf('newsletter').mailout('explain link/htps');
  expect(code).toBe(2);
  expect(err).toContain('Did you mean “link/https”?');
  expect((await copyOf('newsletter').mailout('explain everything')).err).toContain('lists them all');
});

it('--json is one object', async () => {
  const project = copyOf('newsletter');
  expect(JSON.parse((await project.mailout('explain link/https --json')).out)).toMatchObject({ id: 'link/https' });
  const { rules } = JSON.parse((await project.mailout('explain --json')).out);
  expect(rules).toContainEqual({ id: 'link/https', severity: 'warning', title: 'Links begin with https' });
});
