import { getElementsByTagName, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

export type MailLink = { readonly url: string; readonly words: string };

/**
 * Where an edition leads on the web, and which files it offers, with the words to click on: once each and in its order.
 *
 * @param files where files are that stand beside the edition, by the name that it has for them
 */
export function mailLinks(edition: string, files: ReadonlyMap<string, string>): readonly MailLink[] {
  const links = getElementsByTagName('a', parseDocument(edition)).flatMap((anchor): readonly MailLink[] => {
    const href = anchor.attribs.href?.trim() ?? '';
    const url = /^https?:\/\//i.test(href) ? href : files.get(href);
    return url === undefined ? [] : [{ url, words: textContent(anchor).replace(/\s+/g, ' ').trim() }];
  });
  return [...new Map(links.map((link) => [`${link.url} ${link.words}`, link])).values()];
}
