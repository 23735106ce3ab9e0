import { expect, it } from 'vitest';
import { freshId } from '../../src/database/fresh-id.js';

const at = '2027-03-22T09:00:00.000Z';

it('an id is a time and four digits by chance', async () => {
  expect(await freshId(at, async () => false)).toMatch(/^n1j2qao0-[0-9a-z]{4}$/);
  expect(
    await freshId(
      at,
      async () => false,
      () => 0,
    ),
  ).toBe('n1j2qao0-0000');
});

it('an id that is taken is not given again', async () => {
  const drawn = [7, 7, 8];
  const taken = new Set(['n1j2qao0-0007']);
  expect(
    await freshId(
      at,
      async (id) => taken.has(id),
      () => drawn.shift() ?? 9,
    ),
  ).toBe('n1j2qao0-0008');
});
