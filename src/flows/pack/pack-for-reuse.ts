import { join, relative } from 'node:path';
import { personIn, withoutTracking } from '../../check/tracking.js';
import { unwrapped } from '../../check/wrapped-links.js';
import { itemId } from '../../content/read-item.js';
import { loadLanguage } from '../../language/languages.js';
import { openLinkCache } from '../../links/link-cache.js';
import { standardTheme } from '../../model/design.js';
import { facetNames } from '../../model/facets.js';
import { exitCode, Fault } from '../../model/fault.js';
import type { Finding } from '../../model/finding.js';
import type { Issue, PlacedItem } from '../../model/issue.js';
import { closedBy, type Item, openOf, outcomeBy } from '../../model/item.js';
import { placeOf } from '../../model/place.js';
import type { Publication } from '../../model/publication.js';
import { suggestion } from '../../model/suggest.js';
import { type DateText, endOf, type WallTime } from '../../model/time.js';
import { issueOf, packFiles, type ReuseFacts } from '../../render/pack/pack.js';
import { replaceFolder } from '../../workspace/write-folder.js';
import type { WorkspaceFacts } from '../new/workspace-facts.js';
import { preparePictures } from '../pictures.js';
import { draftIssue } from '../preview/drafted.js';
import { nowIn } from '../schedule.js';

/** As wide as most websites show a picture, in pixels. */
const pictureWidth = 800;

export type PackRequest = {
  /** The id of a newsletter, or of an item. */
  readonly name: string;
  /** The newsletter’s next issue from this day on. */
  readonly date?: DateText | undefined;
  /** The newsletter whose wording of an item is taken. */
  readonly as?: string | undefined;
  /** Absolute; where packs are kept if absent. */
  readonly out?: string | undefined;
};

/** What came of packing. Plain data: it is printed and compared. */
export type PackResult = {
  /** From the workspace. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly items: readonly ReuseFacts[];
  /** What of an issue is not for others, and why. */
  readonly leftOut: readonly { readonly item: string; readonly title: string; readonly why: string }[];
};

/**
 * Writes an issue, or one item, as others can reuse it.
 *
 * @returns no result, and findings, where the issue cannot be made
 * @throws Fault (exit 2) for a name that nothing has, (exit 3) for an item that is not for others, (exit 1) if the disk
 *   does not take the folder.
 */
export async function packForReuse(
  { name, date, as, out }: PackRequest,
  facts: WorkspaceFacts,
  { root, now }: { readonly root: string; readonly now: string },
): Promise<{ readonly result?: PackResult; readonly findings: readonly Finding[] }> {
  const { content, loaded, workshop } = facts;
  const { organisation, publications } = content;
  const wall = date ?? (await nowIn(organisation, now));
  const asked = await wanted(name, as, wall, facts);
  if (!asked.issue) return { findings: asked.findings };
  const { issue, fields } = asked;
  const leftOut: PackResult['leftOut'][number][] = [];
  const sections = issue.sections.flatMap(({ section, items }) => {
    const kept = items.filter(({ item }) => {
      const why = refusal(item, wall);
      if (why !== undefined) leftOut.push({ item: item.id, title: item.title, why });
      return why === undefined;
    });
    const full = kept.map((one): PlacedItem => ({ ...one, length: 'full' }));
    return full.length === 0 ? [] : [{ section: { ...section, length: 'full' as const }, items: full }];
  });
  if (sections.length === 0) throw nothingToShare(name, leftOut);
  const { language } = await loadLanguage(issue.lang);
  const placed = sections.flatMap(({ items }) => items);
  const bodies = new Map(
    placed.map(({ item, body }) => [item.id, workshop.parsed(body).tree ?? { type: 'root' as const, children: [] }]),
  );
  const own = [organisation.contact, ...publications.flatMap(({ sender }) => [sender.address, sender.replyTo ?? ''])];
  const folderName = publications.some(({ id }) => id === name) ? `${name}-${issue.date}` : name;
  const wantedPictures = placed.flatMap(({ item: { image, source } }) =>
    image ? [{ src: image.src, place: placeOf(source, 'image.src'), width: pictureWidth }] : [],
  );
  const prepared = await preparePictures(wantedPictures, root, workshop.buildId);
  const pack = await packFiles(itemId(folderName), {
    issue: { ...issue, sections },
    organisation,
    language,
    bodies,
    fields,
    theme: loaded.theme ?? standardTheme,
    cleaning: { link: publicLink, ownAddresses: new Set(own.map((address) => address.toLowerCase())) },
    pictures: new Map([...prepared.pictures].map(([src, { file }]) => [src, file])),
    checkedOn: lastCheckedBy(root, now),
  });
  const files = [...pack.files, ...prepared.files];
  const folder = out ?? join(root, 'out/packs', itemId(folderName));
  replaceFolder(root, folder, files);
  return {
    result: {
      folder: relative(root, folder) || '.',
      files: files.map((file) => file.name),
      items: pack.items,
      leftOut,
    },
    findings: [],
  };
}

type Wanted = {
  readonly issue?: Issue;
  readonly fields: readonly { readonly name: string; readonly fallback?: string }[];
  readonly findings: readonly Finding[];
};

async function wanted(name: string, as: string | undefined, wall: WallTime, facts: WorkspaceFacts): Promise<Wanted> {
  const { content, loaded, workshop } = facts;
  const fieldsOf = (publication: Publication | undefined) =>
    content.audiences.find(({ id }) => id === publication?.audience)?.fields ?? [];
  const publication = content.publications.find(({ id }) => id === name);
  if (publication) {
    const { drafted, findings } = await draftIssue(name, loaded, wall, workshop);
    const all = drafted ? [] : [...loaded.findings, ...findings].filter(({ severity }) => severity === 'error');
    return { ...(drafted && { issue: drafted.draft.issue }), fields: fieldsOf(publication), findings: all };
  }
  const item = content.items.find(({ id }) => id === itemId(name));
  if (!item) throw unknown(name, facts);
  const wording = content.publications.find(({ id }) => id === as);
  if (as !== undefined && !wording) throw unknown(as, facts);
  const [first] = content.publications;
  if (!first) throw unknown(name, facts);
  return {
    issue: alone(item, wording, first, wall, content.organisation),
    fields: fieldsOf(wording ?? first),
    findings: [],
  };
}

/** An item as the only one of an issue that never goes out. */
function alone(
  item: Item,
  wording: Publication | undefined,
  any: Publication,
  wall: WallTime,
  { name, zone, lang }: WorkspaceFacts['content']['organisation'],
): Issue {
  const date = wall.slice(0, 10);
  const version = wording && item.versions[wording.id];
  const actions = version?.actions ?? item.actions;
  const closed = closedBy(item, endOf(date), actions);
  const placed: PlacedItem = {
    item,
    title: version?.title ?? item.title,
    body: version?.body ?? item.body,
    actions: openOf(actions, item, date),
    lang: item.lang ?? lang,
    source: item.source,
    isOlderTranslation: false,
    isShortened: false,
    length: 'full',
    pinned: false,
    ...optional({
      summary: version?.summary ?? item.summary,
      ask: version?.ask ?? item.ask,
      wording: version?.wording ?? item.wording,
      deadline:
        closed === undefined ? (item.deadline ?? actions.find(({ deadline }) => deadline)?.deadline) : undefined,
      closed,
    }),
  };
  return issueOf(placed, {
    publication: { ...any, id: wording?.id ?? '', title: name },
    date,
    sendsAt: endOf(date),
    zone,
    lang: item.lang ?? lang,
    label: 'one item for reuse',
    subject: item.title,
    preheader: '',
    subjectPlace: placeOf(item.source),
  });
}

function optional<Parts extends object>(parts: Parts): { [Key in keyof Parts]?: Exclude<Parts[Key], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;
}

/** Why an item is not for everybody; undefined if it is. */
function refusal(item: Item, at: WallTime): string | undefined {
  if (item.draft) return 'it is a draft';
  if (item.sensitive) return 'it is marked as sensitive';
  const groups = facetNames.filter((name) => (item.readers[name]?.length ?? 0) > 0);
  if (groups.length > 0) return 'it is for some readers only';
  const closed = closedBy(item, at);
  if (closed !== undefined && !outcomeBy(item, at.slice(0, 10)))
    return 'it has closed, and nothing is known of what came of it';
  const over = item.event && (item.event.ends ?? item.event.starts);
  if (over !== undefined && endOf(over) < at) return 'the event is over';
  return undefined;
}

/** An address as anybody may have it; nothing where it is one reader’s, or what is inside cannot be read. */
function publicLink(url: string): string | undefined {
  const wrapped = unwrapped(url);
  const bare = wrapped ? wrapped.inside : url;
  if (bare === undefined || personIn(bare) !== undefined) return undefined;
  const clean = withoutTracking(bare).url;
  return /[?&/](?:unsubscribe|optout|opt-out|preferences)\b/i.test(clean) ? undefined : clean;
}

/** The day on which all links of an item were open, as long as that is not too long ago to count. */
function lastCheckedBy(root: string, now: string): (item: Item) => DateText | undefined {
  const cache = openLinkCache(join(root, '.mailout/cache/links.json'));
  return ({ actions }) => {
    const days = actions.map(({ url }) => cache.openSince(url, Date.parse(now)));
    const oldest = Math.min(...days.map((at) => at ?? Number.NaN));
    return days.length === 0 || Number.isNaN(oldest) ? undefined : new Date(oldest).toISOString().slice(0, 10);
  };
}

function unknown(name: string, { content }: WorkspaceFacts): Fault {
  const known = [...content.publications.map(({ id }) => id), ...content.items.map(({ id }) => id)];
  const words = suggestion(name, known);
  return new Fault({
    code: 'pack/unknown',
    exit: exitCode.usage,
    words: `There is no newsletter and no item called “${name}”.`,
    fix: words.startsWith('Did you mean')
      ? words
      : '“mailout build” lists the newsletters; an item is a file in issues/items/.',
  });
}

function nothingToShare(name: string, leftOut: PackResult['leftOut']): Fault {
  const [only] = leftOut;
  return new Fault({
    code: 'pack/nothing-to-share',
    exit: exitCode.refused,
    words:
      leftOut.length === 1 && only
        ? `“${only.title}” is not for others: ${only.why}.`
        : `Nothing of ${name} is for others.`,
    fix: 'What is in a pack is for everybody. Take what keeps it back out of its settings, if that is no longer so.',
    state: 'Nothing was written.',
  });
}
