import { describe, expect, it } from 'vitest';
import { type ItemWeight, isTooLong, sentBytes, weightFinding } from '../../src/render/weight.js';
import { issue, publication } from './sample.js';

const kilobyte = 1024;
const limitedTo = (limit: number) => issue([], { publication: { ...publication, size: { limit, shorten: [] } } });
const complaint = (limit: number, bytes: number, heaviest: readonly ItemWeight[] = []) =>
  weightFinding(limitedTo(limit), { id: 'wales', bytes }, heaviest);

describe('what an edition weighs', () => {
  it('is its bytes, not its characters', () => {
    expect(sentBytes('<p>Ŵy</p>')).toBe(10);
  });

  it.each([
    ['<a href="https://x.example">x</a>', 1],
    ['<a href="http://x.example">x</a>', 1],
    ['<a class="mo-link" style="color:red" href="https://x.example">x</a><a href="https://y.example">y</a>', 2],
    ['<a href="mailto:x@x.example">x</a><a href="tel:123">y</a>', 0],
    ['<a href="[[unsubscribe_url]]">x</a>', 0],
    ['<a id="top">x</a><img src="https://x.example/x.png"><link href="https://x.example">', 0],
  ])('counts what the links of %s grow by when clicks are counted', (html, links) => {
    expect(sentBytes(html)).toBe(html.length + 150 * links);
  });
});

describe('an edition', () => {
  it('is too long above the limit of its publication, not at it', () => {
    expect(isTooLong(limitedTo(80), 80 * kilobyte)).toBe(false);
    expect(isTooLong(limitedTo(80), 80 * kilobyte + 1)).toBe(true);
    expect(complaint(80, 80 * kilobyte)).toBeUndefined();
  });

  it.each([
    [80, 80 * kilobyte + 1, 'warning'],
    [80, 100 * kilobyte, 'warning'],
    [80, 100 * kilobyte + 1, 'error'],
    [100, 100 * kilobyte, undefined],
    [100, 100 * kilobyte + 1, 'error'],
  ])('limited to %s KB with %s bytes is a %s', (limit, bytes, severity) => {
    expect(complaint(limit, bytes)?.severity).toBe(severity);
  });

  it('says for whom it is too long, what would happen and what to shorten', () => {
    const heaviest = [
      { id: 'a', title: 'Yemen', bytes: 30 * kilobyte },
      { id: 'b', title: 'Cuba', bytes: 20 * kilobyte },
    ];
    expect(complaint(80, 90 * kilobyte, heaviest)).toEqual({
      rule: 'render/too-long',
      severity: 'warning',
      place: { file: publication.source.file, line: 1, column: 1 },
      words:
        'The edition for wales has 90 KB, counting what links grow by when clicks are counted: Monday Morning Mail-Out should stay below 80 KB. The biggest items: “Yemen” (30 KB), “Cuba” (20 KB).',
      fix: expect.stringContaining('size: { shorten: [ … ] }'),
    });
    expect(complaint(80, 120 * kilobyte, heaviest)?.words).toContain(
      'Gmail would cut it off, and the unsubscribe link with it',
    );
  });

  it('is not said to be as long as its limit', () => {
    expect(complaint(80, 80 * kilobyte + 100)?.words).not.toContain('has 80 KB');
  });
});
