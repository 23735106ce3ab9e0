import fc from 'fast-check';
import isEmail from 'validator/lib/isEmail.js';
import { describe, expect, it } from 'vitest';
import {
  type AddressReason,
  addressRefusals,
  canonicalAddress,
  isRefused,
  maskedAddress,
} from '../../src/audience/address.js';

function accepted(text: string) {
  const result = canonicalAddress(text);
  if (isRefused(result)) throw new Error(`refused: ${result.reason}`);
  return result;
}

function reasonFor(text: string): AddressReason | undefined {
  const result = canonicalAddress(text);
  return isRefused(result) ? result.reason : undefined;
}

describe('the canonical form', () => {
  it.each([
    ['jo@example.org', 'jo@example.org'],
    ['  jo@example.org\t', 'jo@example.org'],
    ['\u00A0jo@example.org\u00A0', 'jo@example.org'],
    ['jo@example.org\r\n', 'jo@example.org'],
    ['Jo.Ng@Example.ORG', 'Jo.Ng@example.org'],
    ['jo@example.org.', 'jo@example.org'],
    ['jo@münchen.example.org', 'jo@xn--mnchen-3ya.example.org'],
    ['jo@mu\u0308nchen.example.org', 'jo@xn--mnchen-3ya.example.org'],
    ['jo@XN--MNCHEN-3YA.example.org', 'jo@xn--mnchen-3ya.example.org'],
    ['jo@例え。example.org', 'jo@xn--r8jz45g.example.org'],
    ['jo@пример.рф', 'jo@xn--e1afmkfd.xn--p1ai'],
    ["o'brien+news@example.org", "o'brien+news@example.org"],
    ['a!#$%&*/=?^_`{|}~-b@example.org', 'a!#$%&*/=?^_`{|}~-b@example.org'],
    ['1@example.org', '1@example.org'],
    ['jo@3.example.org', 'jo@3.example.org'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('%j is written %s', (text, address) => {
    expect(accepted(text)).toEqual({ address, key: address.toLowerCase() });
  });

  it('makes one key of what differs only by case, spaces, composition, trailing dot or the form of the domain', () => {
    const forms = [
      'Siân@example.org'.replace('â', 'a'),
      'sian@EXAMPLE.org',
      ' SIAN@example.org. ',
      'sian@example.org\u00A0',
    ];
    expect(new Set(forms.map((form) => accepted(form).key))).toEqual(new Set(['sian@example.org']));
    const domains = ['jo@CAFÉ.example.org', 'jo@cafe\u0301.example.org', 'jo@xn--caf-dma.example.org'];
    expect(new Set(domains.map((form) => accepted(form).key)).size).toBe(1);
  });

  it('keeps dots and plus tags: these are different people', () => {
    const people = ['jo.ng@gmail.com', 'jong@gmail.com', 'jong+union@gmail.com', 'jong@googlemail.com'];
    expect(new Set(people.map((address) => accepted(address).key)).size).toBe(4);
  });

  it('lowers without regard to any language', () => {
    expect(accepted('INFO@EXAMPLE.ORG').key).toBe('info@example.org');
    expect(accepted('jo@İzmir.example.org').key).not.toBe(accepted('jo@izmir.example.org').key);
    expect(accepted('jo@ızmir.example.org').key).not.toBe(accepted('jo@izmir.example.org').key);
    // IDNA 2008: ß is a letter of its own, and no spelling of ss.
    expect(accepted('jo@straße.example.org').key).not.toBe(accepted('jo@strasse.example.org').key);
  });
});

describe('refusals', () => {
  const reasons: [AddressReason, string[]][] = [
    ['empty', ['', ' ', '\u00A0', '\t\n']],
    ['invisible', ['jo\u200B@example.org', '\uFEFFjo@example.org', 'jo@exam\u00ADple.org', 'jo@example.org\u200E']],
    ['invisible', ['\u202Ejo@example.org', 'jo@\u2066example.org', 'jo\u2060@example.org', 'jo\uFE0F@example.org']],
    ['control', ['jo\u0000@example.org', 'jo@exam\u0007ple.org', 'jo@exa\nmple.org', 'jo\u0085@example.org']],
    ['unreadable', ['j\uFFFD@example.org', 'j\uD800@example.org']],
    ['several-addresses', ['jo@example.org, al@example.org', 'jo@example.org;al@example.org', 'jo@a.org al@a.org']],
    ['several-addresses', ['jo@example.org\u00A0/ al@example.org', 'Jo <jo@example.org>, Al <al@example.org>']],
    ['display-name', ['Jo <jo@example.org>', '<jo@example.org>', '"Ng, Jo" <jo@example.org>', 'jo@example.org>']],
    ['link', ['mailto:jo@example.org', 'MAILTO:jo@example.org']],
    ['comment', ['jo(work)@example.org', 'jo@example.org (work)']],
    ['quotes', ['"jo ng"@example.org', '"jo"@example.org', '"jo@home"@example.org']],
    ['space', ['jo ng@example.org', 'jo @example.org', 'jo@ example.org', 'jo\u00A0ng@example.org']],
    ['no-at', ['jo', 'example.org', 'jo＠example.org', 'n/a', '-']],
    ['several-ats', ['jo@home@example.org', 'jo@@example.org']],
    ['syntax', ['@relay.example.org:jo@example.org', 'jo,ng@example.org', 'jo:ng@example.org', 'jo\\ng@example.org']],
    ['no-local-part', ['@example.org']],
    ['no-domain', ['jo@']],
    [
      'non-ascii-local-part',
      ['josé@example.org', 'ı@example.org', 'straße@example.org', '用户@example.org', 'ｊo@a.org'],
    ],
    ['local-part-too-long', [`${'a'.repeat(65)}@example.org`]],
    ['dots', ['.jo@example.org', 'jo.@example.org', 'jo..ng@example.org']],
    ['numeric-domain', ['jo@[192.0.2.1]', 'jo@192.0.2.1', 'jo@example.1', 'jo@１９２.0.2.1']],
    ['no-top-level', ['jo@localhost', 'jo@例え']],
    ['domain', ['jo@exa_mple.org', 'jo@-example.org', 'jo@example-.org', 'jo@example..org', 'jo@.example.org']],
    [
      'domain',
      [
        'jo@example.org..',
        'jo@example.o',
        'jo@xn--a.org',
        'jo@xn--abc-.org',
        'jo@xn--.org',
        'jo@xn--0.org',
        'jo@é.org/x',
        'jo@é.org:80',
        'jo@%61.org',
        'jo@.',
      ],
    ],
    ['domain', [`jo@${'a'.repeat(64)}.org`, `jo@${'é'.repeat(64)}.org`]],
    ['too-long', [`${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(63)}.example.org`]],
  ];

  it.each(reasons.flatMap(([reason, texts]) => texts.map((text) => [reason, text] as const)))(
    '%s: %j',
    (reason, text) => {
      expect(reasonFor(text)).toBe(reason);
    },
  );

  it('has a case in this test for every reason', () => {
    expect(new Set(reasons.map(([reason]) => reason))).toEqual(new Set(Object.keys(addressRefusals)));
  });
});

describe('for any text', () => {
  const pieces = fc.constantFrom(
    ...['jo', 'JO', 'İ', 'ı', 'ß', 'é', 'e\u0301', '.', '..', '-', '_', '+', '@', ' ', '\u00A0', '\u200B', '\u202E'],
    ...['\uFEFF', '\u0000', '"', '<', '>', '(', ',', ';', ':', '[', ']', '%', '/', '\\', '\uD800', '。', '１', 'xn--'],
    ...['example', '.org', 'K', 'ﬀ', 'Σ', 'ς', '\u00AD', '\n', '1', 'xn--mnchen-3ya', '\u0345'],
  );
  const likely = fc
    .tuple(fc.array(pieces, { maxLength: 4 }), fc.array(pieces, { maxLength: 5 }))
    .map(([local, domain]) => `${local.join('')}@${domain.join('')}.org`);
  const anyText = fc.oneof(
    { weight: 4, arbitrary: likely },
    { weight: 2, arbitrary: fc.array(pieces).map((parts) => parts.join('')) },
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }).map((domain) => `jo@${domain}.org`),
    fc.emailAddress(),
  );

  it('gives an address or a reason, and the form of a form is the form', () => {
    let kept = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const once = canonicalAddress(text);
        if (isRefused(once)) {
          expect(once).toBe(addressRefusals[once.reason]);
          return;
        }
        kept += 1;
        expect(canonicalAddress(once.address)).toEqual(once);
        expect(accepted(once.key)).toEqual({ address: once.key, key: once.key });
      }),
      { numRuns: 20_000 },
    );
    expect(kept).toBeGreaterThan(1_000);
  });

  it('has no two keys that differ only by case', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = canonicalAddress(text);
        if (isRefused(result)) return;
        expect(result.key).toMatch(/^[!-~]+$/);
        expect(result.key).toBe(result.key.toLowerCase());
        for (const shouted of [result.address.toUpperCase(), result.key.toUpperCase()]) {
          expect(accepted(shouted).key).toBe(result.key);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('lets nothing through that a second library refuses', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = canonicalAddress(text);
        if (!isRefused(result)) expect(isEmail.default(result.address, { allow_utf8_local_part: false })).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it('refuses nothing that is common', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => reasonFor(address) === undefined),
      { numRuns: 2_000 },
    );
  });

  it('takes a very long text in no time', () => {
    for (const text of [
      '@'.repeat(1e6),
      'a'.repeat(1e6),
      ' @,'.repeat(3e5),
      `jo@${'a.'.repeat(5e5)}`,
      'é@é;'.repeat(2e5),
    ]) {
      const start = performance.now();
      expect(reasonFor(text)).toBeDefined();
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});

describe('a masked address', () => {
  it.each([
    ['jo.ng@example.org', 'j…@example.org'],
    ['j@example.org', 'j…@example.org'],
    ['🌹x@example.org', '🌹…@example.org'],
    ['not an address', '…'],
    ['@example.org', '…'],
    ['', '…'],
  ])('%j is shown as %s', (address, shown) => {
    expect(maskedAddress(address)).toBe(shown);
  });

  it('never shows a second character of the local part', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const [local = ''] = address.split('@');
        expect(maskedAddress(address).split('@')[0]).toBe(`${local[0]}…`);
      }),
    );
  });
});
