import { describe, expect, it } from 'vitest';
import { withEdits } from '../../src/check/edits.js';
import { privateReason } from '../../src/check/private-links.js';
import type { Complaint } from '../../src/check/rule.js';
import { safelinks } from '../../src/check/rules/link/safelinks.js';
import { trackingParams } from '../../src/check/rules/link/tracking-params.js';
import { pageOf } from '../../src/check/web-page.js';
import { unwrapped } from '../../src/check/wrapped-links.js';
import { house, itemFile, writing } from './subjects.js';

describe('an address is read out of the one around it', () => {
  it.each([
    [
      'Outlook',
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org%2Fa%3Fb%3Dc%2526d&data=05%7C01&reserved=0',
      'https://www.example.org/a?b=c%26d',
    ],
    [
      'Proofpoint',
      'https://urldefense.proofpoint.com/v1/url?u=https://www.example.org/a&k=1',
      'https://www.example.org/a',
    ],
    [
      'Proofpoint',
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__www.example.org_a-2Db_c-3Fd-3De-2526f&d=DwMF&c=1',
      'https://www.example.org/a-b/c?d=e%26f',
    ],
    [
      'Proofpoint',
      'https://urldefense.com/v3/__https://www.example.org/a?b=c*d&e=f*g__;Kys!!abc!def$',
      'https://www.example.org/a?b=c+d&e=f+g',
    ],
    ['Proofpoint', 'https://urldefense.com/v3/__https:/www.example.org/a__;!!abc!def$', 'https://www.example.org/a'],
    [
      'Proofpoint',
      'https://urldefense.com/v3/__https://www.example.org/a**Cz__;KysrKw!!abc!def$',
      'https://www.example.org/a++++z',
    ],
    ['Cisco', 'https://secure-web.cisco.com/1a2B-c/https%3A%2F%2Fwww.example.org%2Fa', 'https://www.example.org/a'],
    ['Facebook', 'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.example.org%2F&h=AT0', 'https://www.example.org/'],
    [
      'Barracuda',
      'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fwww.example.org&c=E,1',
      'https://www.example.org',
    ],
    ['Google', 'https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fwww.example.org%2F', 'https://www.example.org/'],
    ['LinkedIn', 'https://www.linkedin.com/safety/go?url=https%3A%2F%2Fwww.example.org', 'https://www.example.org'],
  ])('by %s: %s', (wrapper, address, inside) => expect(unwrapped(address)).toEqual({ wrapper, inside }));

  it.each([
    ['that is missing', 'https://eur01.safelinks.protection.outlook.com/?data=05'],
    ['that is no web address', 'https://www.google.com/url?q=javascript:alert(1)'],
    ['of which letters are missing', 'https://urldefense.com/v3/__https://www.example.org/a*b*c__;Kw!!abc!def$'],
    ['of which letters are left over', 'https://urldefense.com/v3/__https://www.example.org/a*b__;Kys!!abc!def$'],
    ['whose letters cannot be read', 'https://urldefense.com/v3/__https://www.example.org/a*b__;K!!abc!def$'],
    ['with a stray code', 'https://urldefense.proofpoint.com/v2/url?u=https-3A__www.example.org_a-zz'],
    ['that only its maker knows', 'https://protect-eu.mimecast.com/s/1a2b'],
  ])('but not one %s', (_, address) => expect(unwrapped(address)).toMatchObject({ inside: undefined }));

  it('from under many others, but not for ever', () => {
    const wrap = (inside: string) => `https://www.google.com/url?q=${encodeURIComponent(inside)}`;
    expect(unwrapped(wrap(wrap(wrap('https://www.example.org/'))))).toMatchObject({
      inside: 'https://www.example.org/',
    });
    let many = 'https://www.example.org/';
    for (let times = 0; times < 7; times += 1) many = wrap(many);
    expect(unwrapped(many)).toEqual({ wrapper: 'Google', inside: undefined });
  });

  it.each([
    'https://www.google.com/search?q=https%3A%2F%2Fexample.org',
    'https://notl.facebook.com/l.php?u=https://a.org',
    'mailto:a@mimecast.com',
  ])('only where there is one around it: %s', (address) => expect(unwrapped(address)).toBeUndefined());
});

it('an address that is unwrapped and then cleaned is left alone', () => {
  const wrapped = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent('https://www.example.org/a?utm_source=x&b=1')}&data=05`;
  let text = itemFile('', `Please [sign](${wrapped}).`);
  const rounds = [];
  for (let round = 0; round < 4; round += 1) {
    const subject = writing(text);
    const rules = [safelinks, trackingParams];
    const complaints: Complaint[] = rules.flatMap((rule) => [...rule.judge(subject, house())]);
    rounds.push(complaints.length);
    text = withEdits(
      text,
      complaints.flatMap(({ edits = [] }) => edits),
    ).text;
  }
  expect(rounds).toEqual([1, 1, 0, 0]);
  expect(text).toBe(itemFile('', 'Please [sign](https://www.example.org/a?b=1).'));
});

describe('a page is the same', () => {
  it.each([
    ['http://example.org/a/', 'https://www.Example.org/a#part'],
    ['https://example.org/a?fbclid=1&b=2', 'https://example.org/a?b=2&utm_source=x'],
  ])('%s and %s', (one, other) => expect(pageOf(one)).toBe(pageOf(other)));

  it.each([
    ['https://example.org/a', 'https://example.org/A'],
    ['https://example.org/a?b=1', 'https://example.org/a?b=2'],
  ])('but not %s and %s', (one, other) => expect(pageOf(one)).not.toBe(pageOf(other)));

  it.each(['https://www.example.org', 'https://www.example.org/?utm_source=x', 'mailto:a@example.org'])(
    'and %s is none',
    (address) => expect(pageOf(address)).toBeUndefined(),
  );
});

it.each(['http://', 'https://[::', 'https://a b/', 'https://example.org:99999/', '[[web_url]]', 'mailto:a@b', ''])(
  'what is no address of the web is no harm: “%s”',
  (address) => {
    expect(privateReason(address)).toBeUndefined();
    expect(unwrapped(address)).toBeUndefined();
  },
);
