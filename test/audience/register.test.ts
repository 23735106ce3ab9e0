import { describe, expect, it } from 'vitest';
import { reasonAgainst, registerFor } from '../../src/audience/register.js';
import { isReserved } from '../../src/audience/reserved-domains.js';
import type { Suppression } from '../../src/model/suppression.js';

const suppression = (parts: Partial<Suppression> = {}): Suppression => ({
  reason: 'unsubscribed',
  origin: 'sendgrid',
  since: '2027-03-01T00:00:00.000Z',
  ...parts,
});

describe('a suppression', () => {
  it.each([
    ['from all mail', suppression(), undefined, 'unsubscribed'],
    ['from all mail', suppression(), 12, 'unsubscribed'],
    ['from a group', suppression({ group: 12 }), 12, 'unsubscribed'],
    ['from a group', suppression({ group: 12 }), 13, undefined],
    ['from a group', suppression({ group: 12 }), undefined, undefined],
  ])('%s stands in the way of its mail only', (_, one, group, expected) => {
    expect(reasonAgainst([one], group)).toBe(expected);
  });

  it('is told by what the person decided, if there is more than one', () => {
    const both = [suppression({ reason: 'bounced' }), suppression({ reason: 'spam-report' })];
    expect(reasonAgainst(both, undefined)).toBe('spam-report');
  });

  it('concerns the person whom it names, and nobody else', () => {
    const { suppressionOf } = registerFor(undefined, (key) => key, new Map([['jo', [suppression()]]]));
    expect([suppressionOf('jo'), suppressionOf('al')]).toEqual(['unsubscribed', undefined]);
  });
});

it.each([
  ['jo@example.org', true],
  ['jo@mail.example.com', true],
  ['jo@EXAMPLE.NET', true],
  ['jo@district.test', true],
  ['jo@nobody.invalid', true],
  ['jo@my.example', true],
  ['jo@localhost', false],
  ['jo@example.co.uk', false],
  ['jo@notexample.org', false],
  ['jo@example.org.uk', false],
  ['example.org@union.org', false],
  ['jo@test.org', false],
])('nobody can be at %s: %s', (address, expected) => {
  expect(isReserved(address)).toBe(expected);
});
