import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTarget } from '../../src/render/link-target.js';

describe('link target', () => {
  it.each([
    ['https://union.example/a?b=1&c=2#d', 'https://union.example/a?b=1&c=2#d'],
    ['HTTP://union.example', 'HTTP://union.example'],
    ['mailto:team@union.example?subject=Hello%20there', 'mailto:team@union.example?subject=Hello%20there'],
    ['tel:+442075551234', 'tel:+442075551234'],
    [' https://union.example/a b', 'https://union.example/a%20b'],
    ['https://union.example/"><script>', 'https://union.example/%22%3E%3Cscript%3E'],
    ['https://union.example/é', 'https://union.example/é'],
    ['[[unsubscribe_url]]', '[[unsubscribe_url]]'],
    ['[[survey_url|https://union.example/survey]]', '[[survey_url|https://union.example/survey]]'],
    [
      'https://union.example/?n=[[first_name|dear friend]]&x={y}',
      'https://union.example/?n=[[first_name|dear friend]]&x=%7By%7D',
    ],
  ])('%s opens', (url, target) => {
    expect(linkTarget(url)).toBe(target);
  });

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    '//union.example',
    '/page',
    'page',
    '#anchor',
    '',
    'https://',
    'https:///path',
    'mailto:',
    'tel:',
    '[[survey_url|javascript:alert(1)]]',
    '[[survey_url|]]',
    '[union]',
  ])('%j does not', (url) => {
    expect(linkTarget(url)).toBeNull();
  });

  it('has nothing in it that ends an attribute or a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (rest) => {
        const target = linkTarget(`https://a.example/${rest.replaceAll('[[', '')}`);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point.
        expect(target).not.toMatch(/[\x00-\x20"<>]/);
      }),
    );
  });
});
