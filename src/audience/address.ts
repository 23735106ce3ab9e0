import { domainToASCII, domainToUnicode } from 'node:url';
import * as z from 'zod/mini';

/** An address in the one form in which it is compared and written. */
export type CanonicalAddress = {
  /** As it is given to the provider: the local part as it was typed, the domain in lower case and as A-labels. */
  readonly address: string;
  /** For comparison only: all in lower case. Two addresses with the same key are one person. */
  readonly key: string;
};

/** Why a text cannot be an address that mail is sent to. Neither the words nor the fix repeat any part of it. */
export type RefusedAddress = { readonly reason: AddressReason; readonly words: string; readonly fix: string };

const copyAgain = 'Type the address again: it was probably copied together with its formatting.';
const askForIt = 'Look the address up again, or ask the person for it.';
const onlyTheAddress = 'Leave only the address in the cell.';

const refusals = {
  empty: { words: 'There is no address.', fix: 'Add the address, or delete the row.' },
  invisible: { words: 'The address has an invisible character in it.', fix: copyAgain },
  control: { words: 'The address has a control character or a line break in it.', fix: copyAgain },
  unreadable: { words: 'The address has a letter in it that was lost on the way.', fix: copyAgain },
  'several-addresses': {
    words: 'There is more than one address in the cell.',
    fix: 'Keep one address a row; give a second person a row of their own.',
  },
  'display-name': { words: 'There is a name around the address, or angle brackets.', fix: onlyTheAddress },
  link: { words: 'The address is written as a link.', fix: 'Leave out what stands before the address.' },
  comment: { words: 'There is a comment in brackets in the address.', fix: onlyTheAddress },
  quotes: {
    words: 'There are quotation marks in the address. Few providers deliver to such addresses.',
    fix: 'Take the quotation marks out, or ask the person for another address.',
  },
  space: { words: 'The address has a space in it.', fix: 'Take the space out.' },
  'no-at': { words: 'The address has no @ in it.', fix: askForIt },
  'several-ats': { words: 'The address has more than one @ in it.', fix: askForIt },
  'no-local-part': { words: 'There is nothing before the @.', fix: askForIt },
  'no-domain': { words: 'There is nothing after the @.', fix: askForIt },
  'non-ascii-local-part': {
    words: 'There is a letter before the @ that is not one of a to z. The provider cannot send to such addresses.',
    fix: 'Ask the person for another address.',
  },
  'local-part-too-long': { words: 'There are more than 64 characters before the @.', fix: askForIt },
  dots: {
    words: 'A full stop stands at the beginning, before the @, or beside another full stop.',
    fix: 'Take the full stop out, or ask the person for the address.',
  },
  'numeric-domain': {
    words: 'The address names a computer by its number, not a domain by its name.',
    fix: 'Ask the person for another address.',
  },
  'no-top-level': {
    words: 'What comes after the @ has no ending such as “.org”.',
    fix: askForIt,
  },
  domain: { words: 'What comes after the @ cannot be a domain.', fix: askForIt },
  'too-long': { words: 'The address has more than 254 characters.', fix: askForIt },
  syntax: { words: 'The address has a character in it that no address has.', fix: askForIt },
} as const satisfies Record<string, { words: string; fix: string }>;

export type AddressReason = keyof typeof refusals;

/** The one refusal of each reason, by reason. */
export const addressRefusals = Object.fromEntries(
  Object.entries(refusals).map(([reason, { words, fix }]) => [reason, { reason, words, fix }]),
) as unknown as { readonly [reason in AddressReason]: RefusedAddress };

/**
 * The one form of an address, so that the same address is the same text wherever it comes from, or why it is refused.
 * It takes any text, and never throws.
 *
 * Spaces around it, no-break spaces too, and one full stop at the end of the domain go away. The text is composed
 * (Unicode NFC). The domain is in lower case and in A-labels (RFC 5890). The local part stays as it was typed, because
 * only its own domain knows whether case matters (RFC 5321, 2.4); for comparison it is lowered all the same, without any
 * regard to the computer's language. Dots and plus tags are not touched: jo.ng@ and jong@ are different people. Whatever
 * is in doubt is refused rather than mended: invisible characters, names, comments, quotation marks, two addresses.
 */
export function canonicalAddress(text: string): CanonicalAddress | RefusedAddress {
  if (likely.test(text)) return canonicalParts(text);
  if (text.length > longestCell) return addressRefusals['too-long'];
  const typed = text.trim().normalize('NFC');
  const reason = doubt(text, typed);
  return reason ? addressRefusals[reason] : canonicalParts(typed);
}

export function isRefused(result: CanonicalAddress | RefusedAddress): result is RefusedAddress {
  return 'reason' in result;
}

/** An address as it may be shown: its first character and its domain, "j…@example.org". Of other texts, "…". */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [first] = address;
  return at > 0 && first !== undefined ? `${first}…${address.slice(at)}` : '…';
}

/** Nearly all addresses look like this, and need none of the questions about what else it may be. */
const likely = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,254}$/;

/** More than this is not looked at: with every space around it, no address comes near it. */
const longestCell = 1_000;

/** The canonical form of a text with one @ in it. */
function canonicalParts(typed: string): CanonicalAddress | RefusedAddress {
  const at = typed.indexOf('@');
  const local = typed.slice(0, at);
  const domain = canonicalDomain(typed.slice(at + 1));
  if (typeof domain !== 'string') return domain;
  const reason = wrongLocalPart(local);
  if (reason) return addressRefusals[reason];

  const address = `${local}@${domain}`;
  // 254: RFC 5321 allows a path of 256 with its angle brackets (4.5.3.1.3).
  if (address.length > 254) return addressRefusals['too-long'];
  if (!z.regexes.html5Email.test(address)) return addressRefusals.syntax;
  return { address, key: address.toLowerCase() };
}

/** What a text has that an address does not, told by what it most probably is. */
function doubt(text: string, typed: string): AddressReason | undefined {
  // Asked of the text as it came: what is trimmed may hide a character too, and U+FEFF counts as a space.
  if (/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text)) return 'invisible';
  if (typed === '') return 'empty';
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(typed)) return 'control';
  if (/[\p{Cs}\uFFFD]/u.test(typed)) return 'unreadable';
  const ats = typed.split('@').length - 1;
  if (typed.split(/[\s,;|/<]/).filter((part) => part.includes('@')).length > 1) return 'several-addresses';
  if (/[<>]/.test(typed)) return 'display-name';
  if (/^mailto:/i.test(typed)) return 'link';
  if (typed.includes('"')) return 'quotes';
  if (/[()]/.test(typed)) return 'comment';
  if (ats === 0) return 'no-at';
  if (/\s/.test(typed)) return 'space';
  if (ats > 1) return typed.startsWith('@') ? 'syntax' : 'several-ats';
  return undefined;
}

function wrongLocalPart(local: string): AddressReason | undefined {
  if (local === '') return 'no-local-part';
  if (!/^[!-~]+$/.test(local)) return 'non-ascii-local-part';
  if (local.length > 64) return 'local-part-too-long';
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return 'dots';
  return undefined;
}

/**
 * Whether every A-label stands for letters, and those for it (RFC 5890, 2.3.2.1). domainToASCII lets others through where
 * Node is new enough (WHATWG URL, domain to ASCII, not strict).
 */
function hasRealLabels(domain: string): boolean {
  const letters = domainToUnicode(domain);
  return !letters.split('.').some((label) => label.startsWith('xn--')) && domainToASCII(letters) === domain;
}

/** Domains that were found right: an audience has half a million addresses and a few thousand domains. */
const rightDomains = new Set<string>();
const mostRemembered = 5_000;

function canonicalDomain(typed: string): string | RefusedAddress {
  if (rightDomains.has(typed)) return typed;
  if (typed === '') return addressRefusals['no-domain'];
  if (typed.startsWith('[')) return addressRefusals['numeric-domain'];
  // domainToASCII takes a whole host and more, as in a URL: it must not see what means something there.
  if (/[^a-z\d.\-\u0080-\u{10FFFF}]/iu.test(typed)) return addressRefusals.domain;
  const lower = typed.toLowerCase();
  const needsLabels = !/^[!-~]*$/.test(lower) || lower.includes('xn--');
  const domain = (needsLabels ? domainToASCII(typed) : lower).replace(/\.$/, '');
  if (needsLabels && !hasRealLabels(domain)) return addressRefusals.domain;
  const labels = domain.split('.');
  if (labels.some((label) => !/^(?!-)[a-z\d-]{1,63}(?<!-)$/.test(label)) || domain.length > 253) {
    return addressRefusals.domain;
  }
  if (labels.length < 2) return addressRefusals['no-top-level'];
  // No top-level domain begins with a digit (RFC 3696, 2), so this is an IPv4 address or a slip.
  if (/^\d/.test(labels.at(-1) ?? '')) return addressRefusals['numeric-domain'];
  if ((labels.at(-1) ?? '').length < 2) return addressRefusals.domain;
  if (rightDomains.size >= mostRemembered) rightDomains.clear();
  // Joined anew: a part cut out of a text keeps the whole text in memory.
  rightDomains.add(labels.join('.'));
  return domain;
}
