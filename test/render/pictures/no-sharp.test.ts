import { expect, it, vi } from 'vitest';
import { preparePicture } from '../../../src/render/pictures/prepare.js';

vi.mock('sharp', () => {
  throw new Error('Could not load the "sharp" module');
});

it('says what to do where sharp does not run', async () => {
  const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  await expect(preparePicture(png, { width: 552 })).rejects.toMatchObject({
    details: { code: 'render/no-sharp', exit: 2, fix: expect.stringContaining('npm install') },
  });
});
