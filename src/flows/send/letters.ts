import { type Letter, letterOf, type Unsubscribe } from '../../delivery/message.js';
import { withPublicLinks } from '../../delivery/public-links.js';
import type { Organisation } from '../../model/organisation.js';
import type { NextMail } from '../next-mail.js';

/** The letters of an issue, one for each edition, by the id of the edition. */
export type Letters = ReadonlyMap<string, Letter>;

/**
 * Makes every edition of an issue ready to be filled in for readers.
 *
 * @throws Fault (exit 2) where the sender, the list or the link to unsubscribe cannot stand in a header.
 */
export function lettersOf(next: NextMail, organisation: Organisation, unsubscribe: Unsubscribe): Letters {
  const { publication, slot, mail } = next;
  const folder = webFolder(next, organisation);
  const files = new Set(mail.files);
  return new Map(
    mail.editions.map((edition) => [
      edition.id,
      letterOf({
        edition: {
          ...edition,
          html: folder === undefined ? edition.html : withPublicLinks(edition.html, files, folder),
        },
        sender: publication.sender,
        list: { name: listName(publication), id: listId(next, organisation) },
        feedbackId: `${slot.date}:${publication.id}:newsletter:mailout`,
        unsubscribe,
        shared: folder === undefined ? {} : { web_url: `${folder}${edition.id}.html` },
      }),
    ]),
  );
}

/** Where the folder of an issue is on the web, with “/” at its end. */
export function webFolder({ publication, slot }: NextMail, { web }: Organisation): string | undefined {
  return web === undefined ? undefined : `${web.replace(/\/+$/, '')}/${publication.id}/${slot.date}/`;
}

/** RFC 2919: it looks like a host's name, and stays the same for ever. */
export function listId({ publication }: NextMail, organisation: Organisation): string {
  return `${publication.id}.${listDomain(organisation) ?? publication.sender.address.split('@').at(-1) ?? 'localhost'}`.toLowerCase();
}

function listDomain({ delivery, web }: Organisation): string | undefined {
  return delivery.listDomain ?? (web === undefined ? undefined : new URL(web).hostname.replace(/^www\./, ''));
}

/** Headers are ASCII; encoded words would do, but not every program reads them here. */
function listName({ id, title }: NextMail['publication']): string {
  return /^[\x20-\x7e]+$/.test(title) ? title : id;
}
