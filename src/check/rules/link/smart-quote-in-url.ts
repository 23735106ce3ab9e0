import { hostOf, isUnder } from '../../hosts.js';
import { tagsIn } from '../../merge-fields.js';
import type { Complaint } from '../../rule.js';
import { rule } from '../../rule.js';
import { replacing } from '../../source-text.js';
import type { Writing } from '../../subjects.js';
import type { WrittenLink } from '../../written-links.js';

export const smartQuoteInUrl = rule({
  id: 'link/smart-quote-in-url',
  over: 'writing',
  severity: 'error',
  title: 'Addresses have no marks of the sentence in them',
  why: 'Word turns hyphens and quotation marks into prettier ones, in addresses too, and the full stop behind an address is easily copied with it. Such an address leads nowhere.',
  origins: [{ title: 'RFC 3986, section 2', url: 'https://www.rfc-editor.org/rfc/rfc3986#section-2' }],
  bad: '[Sign](https://www.example.org/stand–with–yemen)',
  good: '[Sign](https://www.example.org/stand-with-yemen)',
  *judge({ links, file }) {
    for (const link of links) {
      const complaint = typographic(link) ?? trailing(link, file);
      if (complaint) yield complaint;
    }
  },
});

function typographic({ url, place }: WrittenLink): Complaint | undefined {
  const mark = /[‘’“”‚„–—…\u00a0]/.exec(url)?.[0];
  // Titles of articles have dashes and apostrophes, and the addresses that browsers show have them as well.
  if (mark === undefined || (/[–—’]/.test(mark) && isUnder(hostOf(url) ?? '', 'wikipedia.org'))) return undefined;
  return {
    place,
    words:
      mark === '\u00a0' ? 'The address has a space in it.' : `The address has a “${mark}” in it, which no address has.`,
    fix: 'Copy the address from the browser once more.',
  };
}

function trailing({ url, place, range }: WrittenLink, file: Writing['file']): Complaint | undefined {
  if (!/^https?:/i.test(url)) return undefined;
  // What is filled in at the end is judged by the rules of merge fields.
  if (tagsIn(url).at(-1)?.to === url.length) return undefined;
  // “…/Washington,_D.C.” and “…/Apple_Inc.” end so by right; words in small letters do not.
  const stop = /[/=][a-z0-9-]*([.,;])$/.exec(url)?.[1] ?? /\.[a-z]{2,}([.,;])$/.exec(url)?.[1];
  if (stop !== undefined) {
    const isEdited = range !== undefined && stop !== ';';
    return {
      place,
      words: `The address ends in “${stop}”, which belongs to the sentence.`,
      fix: 'Take it out of the address.',
      ...(isEdited && { edits: [replacing(file, range.to - 1, range.to, '')] }),
    };
  }
  const closing = /["'>\]]$/.exec(url)?.[0] ?? (url.endsWith(')') && isUnbalanced(url) ? ')' : undefined);
  if (closing === undefined) return undefined;
  return {
    place,
    words: `The address ends in “${closing}”, which belongs to the sentence.`,
    fix: 'Take it out of the address.',
  };
}

function isUnbalanced(url: string): boolean {
  return url.split(')').length > url.split('(').length;
}
