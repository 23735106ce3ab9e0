import { listedItems } from '../assemble/ran-before.js';
import { readAudience } from '../content/read-audience.js';
import { readChoices } from '../content/read-choices.js';
import { itemId, readItem } from '../content/read-item.js';
import { readOrganisation } from '../content/read-organisation.js';
import { readPublication } from '../content/read-publication.js';
import { readTheme } from '../content/read-theme.js';
import type { Reading } from '../content/reading.js';
import { type Content, checkReferences } from '../content/references.js';
import type { Audience } from '../model/audience.js';
import { type Design, standardTheme, type TemplateFile, type Theme } from '../model/design.js';
import { type Finding, isError } from '../model/finding.js';
import type { Choices } from '../model/issue.js';
import type { Item } from '../model/item.js';
import type { Organisation } from '../model/organisation.js';
import type { Publication } from '../model/publication.js';
import type { TextFile } from '../model/text-file.js';
import type { ItemCache } from '../workspace/item-cache.js';
import { roomOf, sharedDesign } from '../workspace/layout.js';
import { type RawFile, type Tree, toText } from '../workspace/read.js';
import type { Workshop } from './workshop.js';

export type Loaded = {
  /** Absent if mailout.yaml cannot be read, for then nothing can be built. */
  readonly content?: Content;
  /** The ids of all publications, readable or not. */
  readonly publicationIds: readonly string[];
  readonly designs: ReadonlyMap<string, Design>;
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
  const take = <T>(raw: RawFile, read: (file: TextFile) => Reading<T>): T | undefined => {
    const { value, findings: complaints } = reading(raw, () => read(toText(raw)));
    findings.push(...complaints);
    return value;
  };
  const isWanted = (publication: string) => only === undefined || only.includes(publication);
  const files = tree.files.map((raw) => ({ raw, room: roomOf(raw.path) }));
  const idsOf = (kind: 'publication' | 'audience') => files.flatMap(({ room }) => (room.is === kind ? [room.id] : []));

  let organisation: Organisation | undefined;
  let theme: Theme | undefined = standardTheme;
  const publications: Publication[] = [];
  const choices: Choices[] = [];
  const templates: Template[] = [];
  for (const { raw, room } of files) {
    if (room.is === 'organisation') organisation = take(raw, readOrganisation);
    if (room.is === 'theme') theme = take(raw, (file) => readTheme(file, standardTheme));
    if (room.is === 'publication' && isWanted(room.id))
      add(
        publications,
        take(raw, (file) => readPublication(room.id, file)),
      );
    if (room.is === 'issue' && isWanted(room.publication)) {
      add(
        choices,
        take(raw, (file) => readChoices(room.publication, room.date, file)),
      );
    }
    if (room.is === 'template') {
      templates.push({ design: room.design, name: room.name, file: { file: raw.path, text: toText(raw).text } });
    }
  }

  const audiences: Audience[] = [];
  for (const { raw, room } of files) {
    if (room.is !== 'audience' || (only && !publications.some(({ audience }) => audience === room.id))) continue;
    add(
      audiences,
      take(raw, (file) => readAudience(room.id, file)),
    );
  }

  const items: Item[] = [];
  const named = new Set(choices.flatMap(listedItems));
  const pool = files.filter(({ room }) => room.is === 'item');
  for (const [index, { raw }] of pool.entries()) {
    if (index % 500 === 499) progress(`Reading ${index + 1} of ${pool.length} items …`);
    const mayRun = only === undefined || only.some((id) => raw.bytes.includes(id)) || named.has(itemId(raw.path));
    if (mayRun)
      add(
        items,
        take(raw, (file) => readCached(raw, file, cache)),
      );
  }
  cache.save();

  const publicationIds = idsOf('publication');
  if (!organisation) return { publicationIds, designs: new Map(), findings };
  const content = { organisation, publications, items, choices, audiences };
  const designs = templates.filter(({ design, name }) => name === 'body' && design !== sharedDesign);
  const known = {
    publications: publicationIds,
    audiences: idsOf('audience'),
    designs: designs.map(({ design }) => design),
  };
  findings.push(...checkReferences(content, known));
  return { content, publicationIds, designs: designsOf(templates, theme), findings };
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

function add<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}

/** Whether a finding stands in the way of an issue: those of other publications do not. */
export function concerns(finding: Finding, publication: Publication): boolean {
  if (!isError(finding)) return false;
  const room = finding.place && roomOf(finding.place.file);
  switch (room?.is) {
    case 'publication':
      return room.id === publication.id;
    case 'issue':
      return room.publication === publication.id;
    case 'audience':
      return room.id === publication.audience;
    case 'theme':
      return publication.channel === 'email';
    case 'template':
      return publication.template !== undefined && [sharedDesign, publication.template].includes(room.design);
    default:
      return true;
  }
}
