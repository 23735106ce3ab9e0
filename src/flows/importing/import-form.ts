import { withoutTracking } from '../../check/tracking.js';
import { datesIn } from '../../importing/dates-in-words.js';
import type { Material } from '../../importing/found.js';
import { kindOfItem } from '../../importing/guess.js';
import { type Contribution, readForm } from '../../importing/read-form.js';
import { englishNames } from '../../language/english-countries.js';
import type { Item } from '../../model/item.js';
import type { NewItem } from '../../model/new-item.js';
import { freshId, slugOf } from '../../model/slug.js';
import { itemFile } from '../../scaffold/item-file.js';
import { writeNewFile } from '../../workspace/new-file.js';
import type { WorkspaceFacts } from '../new/workspace-facts.js';

/** What became of a contribution, with a reply to whoever sent it in. */
export type FormResult = {
  /** Where the draft is; absent where it goes back. */
  readonly path?: string;
  /** Why it goes back, in sentences. */
  readonly returned: readonly string[];
  /** How many addresses of people were taken out of it. */
  readonly removed: number;
  /** To be pasted below it. */
  readonly reply: string;
};

/**
 * Makes a draft of a form that was sent in, or says why it goes back.
 *
 * @param reason why an editor returns it whatever is in it; then nothing is written
 * @param today a date
 * @throws Fault (exit 1) if the disk does not take the draft.
 */
export function importForm(
  material: Material,
  {
    publications,
    reason,
    isTrial,
  }: { readonly publications: readonly string[]; readonly reason?: string | undefined; readonly isTrial: boolean },
  { content, taken }: WorkspaceFacts,
  { root, today }: { readonly root: string; readonly today: string },
): FormResult {
  const { contact } = content.organisation;
  const own = [contact, ...content.publications.map(({ sender }) => sender.address)];
  const reading = readForm(new TextDecoder().decode(material.bytes), own);
  const name = 'contribution' in reading ? reading.contribution.name : undefined;
  const returned = reason !== undefined ? [reason] : 'returned' in reading ? reading.returned : [];
  if (returned.length > 0 || !('contribution' in reading)) {
    return { returned, removed: 0, reply: returnReply(name, returned) };
  }
  const { contribution, removed } = reading;
  const id = freshId(slugOf(contribution.title) || 'contribution', taken.items);
  const path = `issues/items/drafts/${id}.md`;
  const { item, remarks } = draftOf(contribution, publications, today);
  if (!isTrial) writeNewFile(root, path, itemFile(path, item, remarks));
  return { path, returned: [], removed: removed.length, reply: thanks(name, removed.length) };
}

function draftOf(contribution: Contribution, publications: readonly string[], today: string) {
  const { title, text, link, deadline, country, name } = contribution;
  const url = link === undefined ? undefined : /https?:\/\/[^\s<>)]+/i.exec(link)?.[0];
  const kind = kindOfItem(title, text, false);
  // A form asks for nothing that an event or a statement could stand on.
  const canBe = kind && kind.value !== 'event' && kind.value !== 'statement' && (kind.value !== 'action' || url);
  const fit: Item['kind'] = canBe ? kind.value : 'news';
  const closes = deadline === undefined ? undefined : datesIn(deadline)[0]?.time;
  const code = country === undefined ? undefined : codeOf(country);
  const who = name ?? 'whoever sent the form, without a name';
  const item: NewItem = {
    title,
    kind: fit,
    country: code,
    publications,
    draft: true,
    deadline: closes,
    actions:
      url === undefined
        ? undefined
        : [{ do: fit === 'action' ? 'sign' : 'read', label: 'Find out more', url: withoutTracking(url).url }],
    consent: `${who}, by the form, ${today}`,
    body: text,
  };
  return {
    item,
    remarks: {
      top: `Sent in by ${who}, by the form, on ${today}.`,
      kind: kind
        ? `Guessed from “${kind.from}”, which reads like ${kind.value}. Check it.`
        : 'Nothing in it says what it is. Check it.',
      draft: 'Take this line away when it is ready; until then no issue takes it.',
      ...(publications.length === 0 && { publications: 'Which newsletters is it for?' }),
      ...(deadline !== undefined && closes === undefined && { deadline: `They wrote that it closes: ${deadline}` }),
      ...(country !== undefined && code === undefined && { country: `They wrote that it is about: ${country}` }),
    },
  };
}

function codeOf(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  return Object.entries(englishNames).find(([code, names]) =>
    [code, ...[names].flat()].some((one) => one.toLowerCase() === wanted),
  )?.[0];
}

function greeting(name: string | undefined): string {
  const first = name?.split(/[\s,]/)[0];
  return first ? `Dear ${first},` : 'Hello,';
}

function thanks(name: string | undefined, removed: number): string {
  const addresses = removed === 0 ? '' : ' We took email addresses out of it, since newsletters go to many people.';
  return `${greeting(name)}\n\nThank you. An editor is working on this for the newsletters, and may shorten it.${addresses}\n`;
}

function returnReply(name: string | undefined, reasons: readonly string[]): string {
  const list = reasons.map((reason) => `- ${reason.replace(/[.\s]+$/, '')}.\n`).join('');
  return `${greeting(name)}\n\nThank you for this. We cannot use it yet:\n\n${list}\nPlease change it and send it again, or answer here.\n`;
}
