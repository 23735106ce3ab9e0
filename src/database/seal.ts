import { createCipheriv, createDecipheriv, hash, hkdfSync, randomFillSync } from 'node:crypto';
import { exitCode, Fault } from '../model/fault.js';

/** What the key of a workspace is good for: telling people apart without their addresses, and sealing what is kept. */
export type Seal = {
  /** Tells keys apart, and gives nothing away of them. */
  readonly keyId: string;
  /** The pseudonym of a person, 32 hexadecimal digits: always the same for the same address key. */
  readonly personOf: (addressKey: string) => string;
  /**
   * What links to unsubscribe know people by, for ever: the one block of each pseudonym under a key of its own
   * (AES-256, FIPS 197), 22 letters of base64url. Nobody without the key can tell whose it is, or make one.
   */
  readonly tokensOf: (people: readonly string[]) => readonly string[];
  /** Whose token it is, if it has the form of one; nobody need have that pseudonym. */
  readonly personOfToken: (token: string) => string | undefined;
  /** `context` says where the bytes belong: nowhere else can they be opened. */
  readonly seal: (bytes: Uint8Array, context: string) => Buffer;
  /** Throws a Fault (exit 5) where the bytes were changed, moved or sealed with another key. */
  readonly open: (sealed: Uint8Array, context: string) => Buffer;
};

export const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;

/**
 * What can be done with a key of 32 bytes. Each purpose has a key of its own, derived from it (HKDF-SHA-256, RFC 5869).
 *
 * A pseudonym is SHA-256 (FIPS 180-4) over the person key and the address key, cut to 128 bits. A secret in front is safe
 * here, as it would not be with all of SHA-256: the secret has one length, and half of the 256 bits of the state are never
 * seen, so that nobody can go on hashing from a result (Coron, Dodis, Malinaud and Puniya, "Merkle–Damgård Revisited",
 * CRYPTO 2005, the chop construction). HMAC would do the same in five times the time, half a million times a send.
 *
 * Sealing is AES-256-GCM with a random nonce of 96 bits in front, good for 2^32 seals with one key (NIST SP 800-38D, 8.3):
 * a batch of a thousand people is one.
 */
export function sealOf(key: Uint8Array): Seal {
  if (key.length !== keyLength) throw new Error(`A key has ${keyLength} bytes.`);
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `mailout ${purpose}`, keyLength));
  const personKey = derived('person').toString('hex');
  const sealingKey = derived('sealing');
  const nextNonce = nonces();
  // Each token is one block, so that one cipher makes all of them: to make one takes longer than many blocks.
  const tokenKey = derived('token');
  const tokens = createCipheriv('aes-256-ecb', tokenKey, null).setAutoPadding(false);
  const deciphered = createDecipheriv('aes-256-ecb', tokenKey, null).setAutoPadding(false);
  return {
    keyId: derived('key id').toString('hex', 0, 8),
    personOf: (addressKey) => hash('sha256', personKey + addressKey, 'hex').slice(0, 32),
    tokensOf: (people) => {
      const blocks = tokens.update(people.join(''), 'hex');
      return people.map((_, index) => blocks.toString('base64url', index * 16, index * 16 + 16));
    },
    personOfToken: (token) => {
      const block = Buffer.from(token, 'base64url');
      const isToken = block.length === 16 && block.toString('base64url') === token;
      return isToken ? deciphered.update(block).toString('hex') : undefined;
    },
    seal: (bytes, context) => {
      const nonce = nextNonce();
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(context));
      return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed, context) => {
      if (sealed.length < nonceLength + tagLength) throw tampered();
      const end = sealed.length - tagLength;
      const cipher = createDecipheriv('aes-256-gcm', sealingKey, sealed.subarray(0, nonceLength), {
        authTagLength: tagLength,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(end));
      const bytes = cipher.update(sealed.subarray(nonceLength, end));
      try {
        return Buffer.concat([bytes, cipher.final()]);
      } catch {
        throw tampered();
      }
    },
  };
}

/** Random nonces, many at a time: asking the system for twelve bytes takes longer than sealing an address. */
function nonces(): () => Buffer {
  const pool = Buffer.alloc(256 * nonceLength);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += nonceLength;
    return pool.subarray(used - nonceLength, used);
  };
}

function tampered(): Fault {
  return new Fault({
    code: 'database/tampered',
    exit: exitCode.incomplete,
    words: 'Something in the database of people cannot be opened: it was changed by something other than mailout.',
    fix: 'Put back the last good copy of the database, and find out who or what changed it.',
  });
}
