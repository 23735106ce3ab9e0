import { expect, it } from 'vitest';
import { copyOfSample } from '../harness/project.js';

it('mailout schema writes a JSON Schema for every file shape that the sample points to', async () => {
  const project = copyOfSample();
  const { code, out } = await project.mailout('schema');
  expect(code).toBe(0);
  const hints = ['issues', 'audiences', 'templates']
    .flatMap((folder) => project.list(folder).map((path) => `${folder}/${path}`))
    .concat('mailout.yaml')
    .flatMap((path) => {
      const hint = /^# yaml-language-server: \$schema=(\S+)$/m.exec(project.read(path))?.[1];
      return hint ? [new URL(hint, `file:///${path}`).pathname.slice(1)] : [];
    });
  expect(hints.length).toBeGreaterThan(50);
  expect([...new Set(hints)].sort()).toEqual(out.trim().split('\n').sort());
  const item = JSON.parse(project.read('.mailout/schemas/item.json'));
  expect(item.required).toEqual(['title', 'kind', 'publications']);
  expect(item.properties.repeat).toEqual({ type: 'boolean' });
  expect(item.properties.kind.enum).toContain('statement');
  expect(item.additionalProperties).toBe(false);
  expect(item.properties.actions.items.properties.url).toMatchObject({ type: 'string', format: 'uri' });
});
