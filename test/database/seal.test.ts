import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealOf } from '../../src/database/seal.js';
import { Fault } from '../../src/model/fault.js';
import { freshKey } from './sample.js';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('pseudonyms', () => {
  it('are the same for the same address and key, and 32 hexadecimal digits', () => {
    fc.assert(
      fc.property(key, fc.string(), (key, text) => {
        const person = sealOf(key).personOf(text);
        expect(person).toMatch(/^[\da-f]{32}$/);
        expect(sealOf(key).personOf(text)).toBe(person);
      }),
    );
  });

  it('are another for every address and for every key', () => {
    const keys = [sealOf(freshKey()), sealOf(freshKey())];
    const texts = fc.sample(fc.emailAddress(), 10_000);
    const all = new Set(keys.flatMap(({ personOf }) => texts.map(personOf)));
    expect(all.size).toBe(2 * new Set(texts).size);
  });
});

describe('the id of a key', () => {
  it('tells keys apart', () => {
    const one = freshKey();
    expect(sealOf(one).keyId).toBe(sealOf(one).keyId);
    expect(sealOf(freshKey()).keyId).not.toBe(sealOf(one).keyId);
    expect(Buffer.from(one).toString('hex')).not.toContain(sealOf(one).keyId);
  });

  it('needs all of a key', () => {
    expect(() => sealOf(freshKey().subarray(1))).toThrow('32 bytes');
  });
});

describe('sealed bytes', () => {
  const bytes = fc.uint8Array({ maxLength: 300 });

  it('are opened where they belong, and never look the same twice', () => {
    fc.assert(
      fc.property(key, bytes, fc.string(), (key, bytes, context) => {
        const { seal, open } = sealOf(key);
        const sealed = seal(bytes, context);
        expect(open(sealed, context)).toEqual(Buffer.from(bytes));
        expect(seal(bytes, context)).not.toEqual(sealed);
      }),
    );
  });

  it('never take the same nonce twice, across many seals', () => {
    const { seal } = sealOf(freshKey());
    const nonces = Array.from({ length: 2_000 }, () => seal(Buffer.alloc(1), '').toString('hex', 0, 12));
    expect(new Set(nonces).size).toBe(2_000);
  });

  it('cannot be opened elsewhere, with another key, or with any one bit changed', () => {
    const tampered = expect.objectContaining({
      details: expect.objectContaining({ code: 'database/tampered', exit: 5 }),
    });
    const faultOf = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (error) {
        return error;
      }
    };
    fc.assert(
      fc.property(key, key, bytes, fc.nat(), fc.string(), fc.string(), (key, other, bytes, at, here, there) => {
        fc.pre(here !== there && !Buffer.from(key).equals(Buffer.from(other)));
        const { seal, open } = sealOf(key);
        const sealed = seal(bytes, here);
        expect(faultOf(() => open(sealed, there))).toEqual(tampered);
        expect(faultOf(() => sealOf(other).open(sealed, here))).toEqual(tampered);
        const changed = Buffer.from(sealed);
        const bit = at % (changed.length * 8);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(faultOf(() => open(changed, here))).toEqual(tampered);
        expect(faultOf(() => open(sealed.subarray(0, at % sealed.length), here))).toBeInstanceOf(Fault);
      }),
    );
  });
});
