import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HerShare, shareOf } from '../../src/audience/person-in-rows.js';
import { wantedPerson } from '../../src/audience/wanted-person.js';

const jo = wantedPerson(' Jo.Ng@Example.ORG ');

describe('wantedPerson', () => {
  it('knows her however her address is written', () => {
    for (const cell of ['jo.ng@example.org', 'JO.NG@EXAMPLE.ORG', '\u00A0jo.ng@example.org. ']) {
      expect(jo.isHers(cell)).toBe(true);
    }
    const idn = wantedPerson('jo@bücher.example');
    expect(['jo@xn--bcher-kva.example', 'JO@BÜCHER.example', 'jo@bu\u0308cher.example'].every(idn.isHers)).toBe(true);
  });

  it('takes no other address for hers', () => {
    for (const cell of ['', 'jong@example.org', 'jo.ng+x@example.org', 'jo.ng@example.org.uk', 'jo.ng@example.com']) {
      expect(jo.isHers(cell)).toBe(false);
    }
  });

  it('finds her address among other words, and not in a longer one', () => {
    for (const cell of [
      'Jo <jo.ng@example.org>',
      'jo.ng@example.org; al@example.org',
      'ask JO.NG@example.org.',
      '(jo.ng@example.org)',
    ]) {
      expect(jo.names(cell)).toBe(true);
    }
    for (const cell of [
      'banjo.ng@example.org',
      'x+jo.ng@example.org',
      'jo.ng@example.org.uk',
      'jo.ng@example.org-x',
      'joxng@example.org',
    ]) {
      expect(jo.names(cell)).toBe(false);
    }
  });

  it('overlooks nobody at the quick look', () => {
    const local = fc.stringMatching(/^[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]{1,12}$/);
    const written = (text: string) =>
      fc.constantFrom(text, text.toUpperCase(), ` ${text}.`, text.replaceAll('K', '\u212A').replaceAll('`', '\u1FEF'));
    fc.assert(
      fc.property(
        local.chain((name) => fc.tuple(fc.constant(`${name}@bücher.example`), written(`${name}@bücher.example`))),
        ([typed, cell]) => {
          const person = wantedPerson(typed);
          fc.pre(person.key !== undefined && person.isHers(cell));
          expect(person.mayBeIn(`7,"${cell}",x`)).toBe(true);
        },
      ),
    );
  });
});

describe('shareOf', () => {
  const rows: [string, readonly string[], readonly number[], HerShare][] = [
    ['her address in the column of addresses', ['jo.ng@example.org', 'x'], [0], 'hers'],
    ['her address in another column', ['al@example.org', 'jo.ng@example.org'], [0], 'named'],
    ['her address where the column of addresses is blank', ['', 'jo.ng@example.org'], [0], 'named'],
    ['both columns of two audiences', ['al@example.org', 'jo.ng@example.org'], [0, 1], 'hers'],
    ['her address, no column known', ['x', 'jo.ng@example.org'], [], 'hers'],
    ['her address beside somebody else’s, no column known', ['al@example.org', 'jo.ng@example.org'], [], 'named'],
    ['too many cells, so that no column is known', ['x', 'jo.ng@example.org', 'y'], [0], 'hers'],
    ['her address among words', ['Jo <jo.ng@example.org>', 'x'], [0], 'named'],
    ['nothing of hers', ['al@example.org', 'x'], [0], 'none'],
    ['blank cells', ['', ''], [], 'none'],
  ];

  it.each(rows)('%s', (_, cells, addressColumns, share) => {
    expect(shareOf(cells, jo, { width: 2, addressColumns })).toBe(share);
  });

  it('looks for a word that is no address in columns of addresses only', () => {
    const london = wantedPerson('london');
    expect(shareOf(['london', 'x'], london, { width: 2, addressColumns: [0] })).toBe('hers');
    expect(shareOf(['x', 'london'], london, { width: 2, addressColumns: [0] })).toBe('none');
    expect(shareOf(['london', 'x'], london, { width: 2, addressColumns: [] })).toBe('none');
  });
});
