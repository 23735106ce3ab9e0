import { describe, expect, it } from 'vitest';
import { hasBrowser, sitDown } from './desk.js';

describe.skipIf(!hasBrowser)('the preview', () => {
  it('begins with the board', async () => {
    const { page, trouble, picture } = await sitDown();
    await expect.poll(() => page.title()).toContain('mailout preview');
    await picture('board');
    expect(trouble).toEqual([]);
  });
});
