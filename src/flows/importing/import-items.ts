import { withoutTracking } from '../../check/tracking.js';
import { unwrapped } from '../../check/wrapped-links.js';
import { readItem } from '../../content/read-item.js';
import { type Drafted, type DraftSettings, draftOf } from '../../importing/draft.js';
import type { Material, MaterialKind, Skipped } from '../../importing/found.js';
import { type Twin, twinFinder } from '../../importing/likeness.js';
import { readMaterial } from '../../importing/read-material.js';
import { englishNames } from '../../language/english-countries.js';
import type { Item } from '../../model/item.js';
import { freshId, slugOf } from '../../model/slug.js';
import { itemFile } from '../../scaffold/item-file.js';
import { writeNewFile } from '../../workspace/new-file.js';
import type { WorkspaceFacts } from '../new/workspace-facts.js';

export type ImportRequest = {
  /** Ids of the newsletters that the drafts are for. */
  readonly publications: readonly string[];
  /** Whether all of others’ text is taken over. */
  readonly isFull: boolean;
  /** Whether the text is the organisation’s own; absent where the material decides. */
  readonly isOwn: boolean;
  readonly partner?: string | undefined;
  readonly licence?: string | undefined;
  /** The numbers of those that are wanted, from 1; all of them if there is none. */
  readonly only: readonly number[];
  /** Whether what the pool has already is imported once more. */
  readonly isAgain: boolean;
  /** Whether nothing is written. */
  readonly isTrial: boolean;
};

/** A draft that was written, or would be. */
export type ImportedDraft = {
  /** Its number in the material, from 1. */
  readonly number: number;
  readonly path: string;
  readonly title: string;
  readonly kind: string;
  /** Settings that somebody has to check. */
  readonly guessed: readonly string[];
  /** Something of the pool that seems to be about the same. */
  readonly twin?: Twin;
};

/** What came of some material. Plain data: it is printed and compared. */
export type Imported = {
  readonly kind: MaterialKind;
  readonly drafts: readonly ImportedDraft[];
  readonly skipped: readonly Skipped[];
};

/** All drafts go into this folder, and nothing of an import anywhere else. */
const folder = 'issues/items/drafts';

/**
 * Makes drafts of what some material has. An item that is a draft is in no issue until somebody takes the mark away.
 *
 * @param now an ISO instant
 * @throws Fault (exit 1) for material that cannot be read, or if the disk does not take a file.
 */
export async function importItems(
  material: Material,
  request: ImportRequest,
  facts: WorkspaceFacts,
  { root, now }: { readonly root: string; readonly now: string },
): Promise<Imported> {
  const haul = await readMaterial(material);
  const settings = settingsFor(material, haul.kind, request, facts, now);
  const twinOf = twinFinder(facts.content.items.map(knownOf));
  const taken = new Set(facts.taken.items);
  const seen = new Map<string, number>();
  const drafts: ImportedDraft[] = [];
  const skipped: Skipped[] = [...haul.skipped];
  for (const [index, found] of haul.found.entries()) {
    const number = index + 1;
    const drafted = draftOf(found, settings);
    const { title, kind } = drafted.draft;
    const skip = (why: string) => skipped.push({ at: found.at, title, why });
    const page = found.url === undefined ? undefined : settings.cleanLink(found.url);
    const twin = twinOf(title, drafted.words, page);
    const before = seen.get(slugOf(title));
    if (request.only.length > 0 && !request.only.includes(number)) skip('You did not ask for it (--only).');
    else if (drafted.words.trim() === '') skip('There is no text in it.');
    else if (twin?.isSame && !request.isAgain)
      skip(`The pool has it already: “${twin.title}” (${twin.id}). With --again you get it once more.`);
    else if (before !== undefined && slugOf(title) !== '') skip(`It has the title of number ${before}.`);
    else {
      seen.set(slugOf(title), number);
      const id = freshId(slugOf(title) || 'imported', taken);
      taken.add(id);
      const path = `${folder}/${id}.md`;
      const text = textOf(path, drafted);
      const [problem] = readItem({ path, text }).findings.filter(({ severity }) => severity === 'error');
      if (problem) {
        skip(`It cannot be written as an item: ${problem.words}`);
        continue;
      }
      if (!request.isTrial) writeNewFile(root, path, text);
      drafts.push({ number, path, title, kind, guessed: drafted.guessed, ...(twin && { twin }) });
    }
  }
  return { kind: haul.kind, drafts, skipped };
}

function textOf(path: string, { draft, remarks }: Drafted): string {
  const unknown = draft.publications.length === 0 ? { publications: 'Which newsletters is it for?' } : {};
  return itemFile(path, draft, { ...remarks, ...unknown });
}

function settingsFor(
  { name, url }: Material,
  kind: MaterialKind,
  request: ImportRequest,
  { content }: WorkspaceFacts,
  now: string,
): DraftSettings {
  // A text or a Word file on somebody’s own computer is mostly her own; what is on the web is its author’s.
  const isOwn = request.isOwn || (url === undefined && (kind === 'text' || kind === 'word'));
  return {
    publications: request.publications,
    isWhole: request.isFull || isOwn,
    partner: request.partner,
    licence: request.licence,
    material: url === undefined ? name : cleaned(url),
    kind,
    day: dayInWords(now),
    campaigns: content.organisation.campaigns.map(({ id, title }) => ({ id, names: [title] })),
    countries,
    cleanLink: cleaned,
  };
}

/** Of everything that is wrapped around it, and that counts who follows it. */
function cleaned(url: string): string {
  return withoutTracking(unwrapped(url)?.inside ?? url).url;
}

/** The country of the organisation is in every text. */
const countries = Object.entries(englishNames)
  .filter(([code]) => code !== 'GB')
  .map(([id, names]) => ({ id, names: [names].flat() }));

function knownOf({ id, title, body, summary, actions, partner }: Item) {
  const urls = [...actions.map(({ url }) => url), ...(partner?.url === undefined ? [] : [partner.url])];
  return { id, title, text: `${summary ?? ''}\n${body.text}`, urls: urls.map(cleaned) };
}

function dayInWords(now: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(now));
}
