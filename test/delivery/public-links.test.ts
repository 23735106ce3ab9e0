import { describe, expect, it } from 'vitest';
import { hasLocalLinks, withPublicLinks } from '../../src/delivery/public-links.js';

const files = new Set(['images/hillside-1a2b3c4d.jpg', 'events/march.ics']);
const folder = 'https://www.example.org/weekly/2027-03-22/';

describe('what stands beside an edition', () => {
  it.each([
    ['<img alt="" src="images/hillside-1a2b3c4d.jpg">', `<img alt="" src="${folder}images/hillside-1a2b3c4d.jpg">`],
    ['<a href="events/march.ics">Add</a>', `<a href="${folder}events/march.ics">Add</a>`],
    ['<td background="images/hillside-1a2b3c4d.jpg">', `<td background="${folder}images/hillside-1a2b3c4d.jpg">`],
  ])('is named by its whole address: %s', (html, expected) => {
    expect(withPublicLinks(html, files, folder)).toBe(expected);
    expect(hasLocalLinks(html, files)).toBe(true);
  });

  it.each([
    ['<a href="https://example.org/events/march.ics">'],
    ['<a href="events/other.ics">'],
    ['<p>src="images/hillside-1a2b3c4d.jpg"</p>'.replace(' ', '')],
    ['<img data-src="events/march.ics">'],
  ])('and nothing else is touched: %s', (html) => {
    expect(withPublicLinks(html, files, folder)).toBe(html);
    expect(hasLocalLinks(html, files)).toBe(false);
  });
});
