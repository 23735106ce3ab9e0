import { listedItems } from '../assemble/ran-before.js';
import { readAudience } from '../content/read-audience.js';
import { readChoices } from '../content/read-choices.js';
import { itemId, readItem } from '../content/read-item.js';
import { readOrganisation } from '../content/read-organisation.js';
import { readPersonas, readTesters } from '../content/read-people.js';
import { readPublication } from '../content/read-publication.js';
import { readTheme } from '../content/read-theme.js';
import { readTranslation } from '../content/read-translation.js';
import type { Reading } from '../content/reading.js';
import { type Content, checkReferences } from '../content/references.js';
import type { Audience } from '../model/audience.js';
import { copyDesign, type Design, standardTheme, type TemplateFile, type Theme } from '../model/design.js';
import { type Finding, isError } from '../model/finding.js';
import type { Item } from '../model/item.js';
import type { Publication } from '../model/publication.js';
import type { TextFile } from '../model/text-file.js';
import type { ItemCache } from '../workspace/item-cache.js';
import { type Room, roomOf, sharedDesign } from '../workspace/layout.js';
import { type RawFile, type Tree, toText } from '../workspace/read.js';
import type { Workshop } from './workshop.js';

export type Loaded = {
  /** Absent if mailout.yaml cannot be read, for then nothing can be built. */
  readonly content?: Content;
  /** The ids of all publications, readable or not. */
  readonly publicationIds: readonly string[];
  readonly designs: ReadonlyMap<string, Design>;
  /** Absent if theme.yaml cannot be read. */
  readonly theme?: Theme;
  readonly findings: readonly Finding[];
};

/**
 * Reads a workspace, with all complaints at once.
 *
 * @param only ids of publications: what cannot concern them is not read, and so not complained about
 */
export function load(
  tree: Tree,
  { items: cache, reading }: Pick<Workshop, 'items' | 'reading'>,
  progress: (words: string) => void,
  only?: readonly string[],
): Loaded {
  const findings: Finding[] = [...tree.findings];
  const take = <T>(raw: RawFile, read: (file: TextFile) => Reading<T>): T[] => {
    const { value, findings: complaints } = reading(raw, () => read(toText(raw)));
    findings.push(...complaints);
    return value === undefined ? [] : [value];
  };
  const files = tree.files.map((raw) => ({ raw, room: roomOf(raw.path) }));
  const filesOf = <Kind extends Room['is']>(kind: Kind) =>
    files.filter((file): file is { raw: RawFile; room: Extract<Room, { is: Kind }> } => file.room.is === kind);
  const isWanted = (publication: string) => only === undefined || only.includes(publication);

  const [organisation] = filesOf('organisation').flatMap(({ raw }) => take(raw, readOrganisation));
  const themes = filesOf('theme').map(({ raw }) => take(raw, (file) => readTheme(file, standardTheme)));
  const publications = filesOf('publication')
    .filter(({ room }) => isWanted(room.id))
    .flatMap(({ raw, room }) => take(raw, (file) => readPublication(room.id, file)));
  const choices = filesOf('issue')
    .filter(({ room }) => isWanted(room.publication))
    .flatMap(({ raw, room }) => take(raw, (file) => readChoices(room.publication, room.date, file)));
  const audiences = filesOf('audience')
    .filter(({ room }) => only === undefined || publications.some(({ audience }) => audience === room.id))
    .flatMap(({ raw, room }) => take(raw, (file) => readAudience(room.id, file)));
  const everything = only === undefined;
  const personas = filesOf('personas').flatMap(({ raw }) => (everything ? take(raw, readPersonas).flat() : []));
  const testers = filesOf('testers').flatMap(({ raw }) => (everything ? take(raw, readTesters).flat() : []));
  const templates = filesOf('template').map(
    ({ raw, room }): Template => ({ ...room, file: { file: raw.path, text: toText(raw).text } }),
  );

  const named = new Set(choices.flatMap(listedItems));
  const mayRun = (raw: RawFile) =>
    only === undefined || only.some((id) => raw.bytes.includes(id)) || named.has(itemId(raw.path));
  const allItems = filesOf('item').map(({ raw }) => raw);
  const pool = allItems.filter(mayRun);
  const items = pool.flatMap((raw, index) => {
    if (index % 500 === 499) progress(`Reading ${index + 1} of ${pool.length} items …`);
    return take(raw, (file) => readCached(raw, file, cache));
  });
  cache.save();
  const isRead = new Set(pool.map(({ path }) => itemId(path)));
  const languages = new Set(publications.flatMap((publication) => Object.keys(publication.translations)));
  const translations = filesOf('translation')
    .filter(({ room }) => only === undefined || (isRead.has(room.item) && languages.has(room.lang)))
    .flatMap(({ raw, room }) => take(raw, (file) => readTranslation(room.lang, room.item, file)));

  const publicationIds = filesOf('publication').map(({ room }) => room.id);
  if (!organisation) return { publicationIds, designs: new Map(), findings };
  const content = { organisation, publications, items, translations, choices, audiences, personas, testers };
  const designs = templates.filter(({ design, name }) => name === 'body' && design !== sharedDesign);
  const known = {
    publications: publicationIds,
    items: allItems.map(({ path }) => itemId(path)),
    audiences: filesOf('audience').map(({ room }) => room.id),
    designs: [...designs.map(({ design }) => design), copyDesign],
  };
  findings.push(...checkReferences(content, known));
  const theme = themes.length > 0 ? themes[0]?.[0] : standardTheme;
  return { content, publicationIds, designs: designsOf(templates, theme), ...(theme && { theme }), findings };
}

type Template = { readonly design: string; readonly name: string; readonly file: TemplateFile };

function readCached(raw: RawFile, file: TextFile, cache: ItemCache): Reading<Item> {
  const cached = cache.get(raw);
  if (cached) return { value: cached, findings: [] };
  const reading = readItem(file);
  if (reading.value && reading.findings.length === 0) cache.put(raw, reading.value);
  return reading;
}

function designsOf(templates: readonly Template[], theme: Theme | undefined): Map<string, Design> {
  if (!theme) return new Map();
  const partialsOf = (design: string) =>
    Object.fromEntries(templates.filter((one) => one.design === design).map(({ name, file }) => [name, file]));
  const shared = partialsOf(sharedDesign);
  return new Map(
    templates
      .filter(({ design, name }) => name === 'body' && design !== sharedDesign)
      .map(({ design, file }) => {
        const { body: _, ...own } = partialsOf(design);
        return [design, { id: design, body: file, partials: { ...shared, ...own }, theme }];
      }),
  );
}

/** Whether a finding stands in the way of an issue: those of other publications do not. */
export function concerns(
  finding: Finding,
  publication: Publication,
  { audiences }: Pick<Content, 'audiences'>,
): boolean {
  if (!isError(finding)) return false;
  const room = finding.place && roomOf(finding.place.file);
  switch (room?.is) {
    case 'publication':
      return room.id === publication.id;
    case 'issue':
      return room.publication === publication.id;
    case 'audience':
      return room.id === publication.audience;
    case 'translation':
      return Object.keys(publication.translations).includes(room.lang);
    case 'personas':
    case 'testers':
      return false;
    case 'theme':
      return true;
    case 'template':
      return publication.channel === 'email' && [sharedDesign, designOf(publication, audiences)].includes(room.design);
    default:
      return true;
  }
}

/** The design of a publication's editions: its readers' own, if their audience names one. */
export function designOf({ audience, template }: Publication, audiences: readonly Audience[]): string | undefined {
  return audiences.find(({ id }) => id === audience)?.template ?? template;
}
