import { expect, it } from 'vitest';
import { createSectionMemory } from '../../../src/render/mjml/sections.js';

it('forgets the section that was not used for longest', () => {
  const memory = createSectionMemory(2);
  const section = (html: string) => ({ html, leaves: [] });
  memory.keep('one', section('1'));
  memory.keep('two', section('2'));
  expect(memory.recall('one')?.html).toBe('1');
  memory.keep('three', section('3'));
  expect(memory.recall('two')).toBeUndefined();
  expect(memory.recall('one')?.html).toBe('1');
  expect(memory.recall('three')?.html).toBe('3');
});
