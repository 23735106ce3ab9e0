import { describe, expect, it } from 'vitest';
import { pictureName } from '../../../src/render/pictures/picture-name.js';

describe('the name of a picture beside its edition', () => {
  const name = (src: string, saved = 'bytes', width = 552) => pictureName(src, Buffer.from(saved), width, 'jpg');

  it('is its own, with a digest of its bytes and the width', () => {
    // printf '552\0bytes' | sha256sum
    expect(name('issues/images/rally.jpeg')).toBe('images/rally-f0a8cc37.jpg');
    expect(name('issues/images/rally.jpeg', 'other')).not.toBe(name('issues/images/rally.jpeg'));
    expect(name('issues/images/rally.jpeg', 'bytes', 276)).not.toBe(name('issues/images/rally.jpeg'));
  });

  it.each([
    ['May Day 2021 (London).JPG', 'may-day-2021-london'],
    ['Caffè & Brot – Größe.png', 'caffe-brot-gro-e'],
    ['平和.png', 'picture'],
    ['no-ending', 'no-ending'],
    [`${'long-'.repeat(20)}name.png`, 'long-long-long-long-long-long-long-long'],
    ['a/b/../50% off?#x.png', '50-off-x'],
  ])('of %s begins with %s', (src, plain) => {
    expect(name(src).replace(/-[0-9a-f]{8}\.jpg$/, '')).toBe(`images/${plain}`);
  });
});
