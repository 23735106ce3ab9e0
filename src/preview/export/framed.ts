import { mediaTypeOf } from '../server/media-types.js';

// A page that is opened as a file has no headers: what may happen in it has to stand in it. A frame may open no windows,
// so that with this target a click leaves the email where it is.
const rules = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"><meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer"><base target="_blank">`;

/**
 * An edition in which nothing runs and nothing is fetched, also where somebody opens it without its frame. Its pictures
 * are written into it: browsers give a frame that has no origin nothing of the folder beside it.
 */
export function framed(edition: string, attached: ReadonlyMap<string, Uint8Array>): string {
  let html = withRules(edition);
  for (const [name, content] of attached) {
    if (isPicture(name)) html = html.replaceAll(`"${name}"`, () => `"${dataAddress(name, content)}"`);
  }
  return html;
}

/** Whether a file is one that is looked at in an email. */
export function isPicture(name: string): boolean {
  return mediaTypeOf(name).type.startsWith('image/');
}

function dataAddress(name: string, content: Uint8Array): string {
  return `data:${mediaTypeOf(name).type};base64,${Buffer.from(content).toString('base64')}`;
}

function withRules(edition: string): string {
  const head = /<head(\s[^>]*)?>/i.exec(edition);
  const at = head ? head.index + head[0].length : (/^\s*<!doctype[^>]*>/i.exec(edition)?.[0].length ?? 0);
  return edition.slice(0, at) + rules + edition.slice(at);
}
