/*
 * How Proofpoint's URL Defense writes an address into its own, as the decoder says that Proofpoint publishes for
 * administrators. Anything that does not fit to the letter is not guessed at.
 */

/** The address inside; undefined if it cannot be told exactly. */
export function proofpointInside(url: URL): string | undefined {
  const { pathname, searchParams, href } = url;
  if (pathname.startsWith('/v1/url')) return searchParams.get('u') ?? undefined;
  if (pathname.startsWith('/v2/url')) return second(searchParams.get('u') ?? '');
  return pathname.startsWith('/v3/') ? third(href) : undefined;
}

/** “https-3A__www.example.org_a-2520b”: hyphens for percent signs, underscores for slashes. */
function second(encoded: string): string | undefined {
  if (!/^https?-3A__/i.test(encoded)) return undefined;
  try {
    return decodeURIComponent(encoded.replaceAll('-', '%').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}

const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * “__https://www.example.org/a*b__;Kw!!…”: the characters that were taken out stand at the end in base64, and a “*” where
 * each was; “**” and a letter stand for a run of them.
 */
function third(href: string): string | undefined {
  const [, address, taken = ''] = /\/v3\/__(https?:\/{1,2}.+?)__;([\w-]*)(?:=*)!/.exec(href) ?? [];
  if (address === undefined) return undefined;
  const whole = address.replace(/^(https?:)\/(?!\/)/, '$1//');
  if (!whole.includes('*')) return taken === '' ? whole : undefined;
  const letters = [...textOf(taken)];
  let used = 0;
  const filled = whole.replace(/\*(?:\*([\w-]))?/g, (_, run: string | undefined) => {
    const length = run === undefined ? 1 : runLengths.indexOf(run) + 2;
    used += length;
    return letters.slice(used - length, used).join('');
  });
  return used === letters.length && used > 0 ? filled : undefined;
}

function textOf(base64: string): string {
  try {
    const bytes = Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}
